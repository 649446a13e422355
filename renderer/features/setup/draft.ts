/**
 * What was answered so far in the set-up. Kept for this window, so that a reload does not start over; never the PIN and
 * never anything of the recovery sheet.
 */
import { z } from "zod";
import { calendar } from "../../../preload/contract/store.ts";
import type { CallInput, CallOutput } from "../../app/client.ts";

const kept = z.object({
	brandName: z.string(),
	centreName: z.string(),
	code: z.string(),
	stationNumber: z.number(),
	stationLabel: z.string(),
	address: z.string(),
	phone: z.string(),
	province: z.string(),
	calendar,
	managerName: z.string(),
	/** Empty: chosen later. */
	backupFolder: z.string(),
	backupLater: z.boolean(),
});
export type Draft = z.infer<typeof kept> & { pin: string | undefined; recovery: string | undefined };

const storageKey = "welt.set-up";

export function firstDraft(defaults: CallOutput<"setup.defaults">): Draft {
	const fresh = {
		brandName: "",
		centreName: "",
		code: defaults.code,
		stationNumber: defaults.stationNumber,
		stationLabel: "",
		address: "",
		phone: "",
		province: "",
		calendar: defaults.calendar,
		managerName: "",
		backupFolder: defaults.backupFolder,
		backupLater: false,
	};
	const before = kept.safeParse(JSON.parse(sessionStorage.getItem(storageKey) ?? "null"));
	return { ...fresh, ...(before.success ? before.data : {}), pin: undefined, recovery: undefined };
}

export function keepDraft(draft: Draft): void {
	const { pin: _, recovery: __, ...rest } = draft;
	sessionStorage.setItem(storageKey, JSON.stringify(rest));
}

export function forgetDraft(): void {
	sessionStorage.removeItem(storageKey);
}

/** What `setup.found` takes; undefined while something is missing. */
export function foundingOf(draft: Draft, language: "zh-CN" | "en"): CallInput<"setup.found"> | undefined {
	const { managerName, backupFolder, backupLater, pin, recovery, ...centre } = draft;
	if (!pin || !recovery) return undefined;
	return {
		...centre,
		language,
		manager: { name: managerName, pin },
		backupFolder: backupLater ? null : backupFolder,
		recovery,
	};
}
