/** What the archive says of an item: on the card at the counter, below a search, and the item's own record. */
import type { Language } from "../../../../renderer/i18n/define.ts";
import { itemTexts } from "../../../../renderer/i18n/texts/item.ts";
import { passportTexts } from "../../../../renderer/i18n/texts/passport.ts";
import type { Hands } from "../../hands/hands.ts";
import { wordsOf } from "../words.ts";

export function passportParts(hands: Hands, language: Language = "zh-CN") {
	const { page } = hands;
	const t = wordsOf(passportTexts, language);
	const item = wordsOf(itemTexts, language);
	const main = page.getByRole("main");
	const found = main.getByRole("region", { name: t("title"), exact: true });
	return {
		unreachable: main.getByText(t("unreachable"), { exact: true }),
		/** The strip with what was found. */
		found,
		repairs: (count: number) => found.getByText(t("repairs", { count }), { exact: true }),
		stillThere: (workshop: string) => found.getByText(t("still-there", { workshop }), { exact: true }),
		look: () => hands.press(found.getByRole("button", { name: t("look"), exact: true })),
		notHere: main.getByText(t("not-here"), { exact: true }),
		repairList: main.getByRole("region", { name: item("repairs"), exact: true }),
		/** A line of the record. */
		told: (what: "line-job.received" | "line-job.step_finished" | "line-job.repair_finished", workshop: string) =>
			main
				.getByRole("region", { name: item("history"), exact: true })
				.getByRole("listitem")
				.filter({ hasText: item(what, { services: "" } as never).trim() })
				.filter({ hasText: workshop }),
		whole: main,
	};
}
