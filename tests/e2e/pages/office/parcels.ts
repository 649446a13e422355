/** Parcels between workshops: sending one, one parcel, accepting one. */
import type { Language } from "../../../../renderer/i18n/define.ts";
import { transferTexts } from "../../../../renderer/i18n/texts/transfer.ts";
import type { Hands } from "../../hands/hands.ts";
import { patternOf, wordsOf } from "../words.ts";

export function parcelScreens(hands: Hands, language: Language = "zh-CN") {
	const { page } = hands;
	const t = wordsOf(transferTexts, language);
	const main = page.getByRole("main");
	const button = (name: string | RegExp) => main.getByRole("button", { name });
	return {
		main,
		/** Sending. */
		item: (name: RegExp) => main.getByRole("checkbox", { name }),
		workshop: (name: string) => main.getByRole("radio", { name: new RegExp(name) }),
		waybill: main.getByLabel(t("waybill-label")),
		seal: main.getByLabel(t("seal-label")),
		send: button(patternOf(transferTexts, language, "dispatch-n")),
		/** One parcel. */
		sheet: main.getByRole("region", { name: t("sheet") }),
		state: (state: "under-way" | "accepted" | "recalled") => main.getByText(t(`state-${state}`), { exact: true }),
		async recall(reason: "not-sent" | "came-back") {
			await hands.press(button(t("recall-title")));
			const dialog = page.getByRole("dialog");
			await hands.tick(dialog.getByRole("radio", { name: t(`reason-${reason}`) }));
			await hands.press(dialog.getByRole("button", { name: t("recall-do") }));
		},
		/** Accepting. */
		unknown: main.getByText(t("arrive-unknown"), { exact: true }),
		from: (workshop: string) => main.getByRole("heading", { name: t("from-whom", { workshop }) }),
		sealWhole: () => hands.press(button(t("whole"))),
		piece: (no: string) => main.getByRole("button", { name: new RegExp(`${no} · `) }),
		accept: button(t("accept-all")),
		/** On a job's page. */
		underWay: main.getByText(patternOf(transferTexts, language, "banner-under-way")),
		sendJob: page.getByRole("menuitem", { name: t("send-job") }),
	};
}
