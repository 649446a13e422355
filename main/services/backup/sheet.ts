/**
 * The recovery sheet: drawn in memory, printed, read back, and only then in force. What stays behind is the
 * workstation's key locked by it. Called by set-up, settings and the manager's way back.
 */
import { plainRecovery, recoveryGroups, recoveryQr } from "../../../domain/code/recovery.ts";
import { refuse } from "../../../domain/errors.ts";
import type { App } from "../../app.ts";
import { renderPdf } from "../../print/render.ts";
import { stampNow } from "../staff/stamp.ts";

/** Local row: the key as the sheet in force locks it, base64, and since when. */
export type SheetRow = { locked: string; madeAt: number };
export const sheetSetting = "recoverySheet";
const secretBytes = 20;

export type SheetWords = { language: "zh-CN" | "en"; centreName: string; stationNumber: number };

export type SheetDesk = {
	/** Draws a secret and its paper; the one drawn before is forgotten. `ask` is the group (1–8) to read back. */
	draw(words: SheetWords): Promise<{ groups: string[]; paper: string; ask: number }>;
	/** Does the text read back the asked group, or the whole code? */
	holds(text: string): boolean;
	/** Puts the drawn sheet in force, inside the caller's transaction. Refuses what `holds` doesn't. */
	adopt(text: string): void;
};

export function createSheetDesk(app: App): SheetDesk {
	let drawn: { secret: Uint8Array; ask: number } | undefined;
	const holds = (text: string) => {
		const { secret, ask } = drawn ?? refuse("rule-broken", "recovery.not-drawn");
		const groups = recoveryGroups(secret);
		const said = plainRecovery(text);
		return said === groups[ask - 1] || said === groups.join("");
	};
	return {
		holds,
		async draw({ language, centreName, stationNumber }) {
			const secret = app.ports.random.bytes(secretBytes);
			const groups = recoveryGroups(secret);
			const bytes = await renderPdf({
				kind: "recovery",
				language,
				printedAt: stampNow(app),
				workshop: centreName,
				workstation: String(stationNumber).padStart(2, "0"),
				groups,
				qrText: recoveryQr(secret),
			});
			const fileName = language === "en" ? "recovery-sheet.pdf" : "恢复单.pdf";
			const ask = ((app.ports.random.bytes(1)[0] ?? 0) % groups.length) + 1;
			drawn = { secret, ask };
			return { groups, ask, paper: app.media.offerOpenly({ mime: "application/pdf", bytes, fileName }) };
		},
		adopt(text) {
			if (!holds(text)) refuse("invalid-input", "recovery.check-wrong", { group: drawn?.ask ?? 0 });
			const { secret } = drawn ?? refuse("rule-broken", "recovery.not-drawn");
			const row: SheetRow = {
				locked: app.vault.lockMaster(secret).toString("base64"),
				madeAt: app.ports.clock.now(),
			};
			app.local.setSetting(sheetSetting, row);
		},
	};
}

/** Refuses `recovery.no-sheet` when none was ever made, `recovery.wrong-sheet` when the code is another one's. */
export function openSheet(app: App, secret: Uint8Array): void {
	const row = app.local.setting<SheetRow>(sheetSetting) ?? refuse("rule-broken", "recovery.no-sheet");
	if (!app.vault.opensMaster(secret, Buffer.from(row.locked, "base64"))) {
		refuse("forbidden", "recovery.wrong-sheet");
	}
}
