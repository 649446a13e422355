/** The whole drop-off: items, money, papers, and everything that ever happened to it. */
import type { Language } from "../../../../renderer/i18n/define.ts";
import { doorTexts } from "../../../../renderer/i18n/texts/door.ts";
import { orderTexts } from "../../../../renderer/i18n/texts/order.ts";
import type { Hands } from "../../hands/hands.ts";
import { fetchPaper } from "../paper.ts";
import { wordsOf } from "../words.ts";

export function orderScreen(hands: Hands, language: Language = "zh-CN") {
	const { page } = hands;
	const t = wordsOf(orderTexts, language);
	const door = wordsOf(doorTexts, language);
	const papers = page.getByRole("region", { name: t("papers") });
	const timeline = page.getByRole("region", { name: t("timeline") });
	return {
		number: page.getByRole("heading", { level: 1 }),
		job: (what: string) => page.getByRole("listitem").filter({ hasText: what }),
		openJob: (what: string) =>
			hands.press(
				page
					.getByRole("main")
					.getByRole("button", { name: new RegExp(what) })
					.first(),
			),
		money: page.getByRole("region", { name: t("money") }),
		/** Newest first. */
		history: timeline.getByRole("listitem"),
		async paper(name: RegExp): Promise<Uint8Array> {
			await hands.press(papers.getByRole("button", { name }));
			const made = await fetchPaper(page, page.getByRole("dialog").getByRole("link", { name: door("save") }));
			await hands.key("Escape");
			return made;
		},
		handOver: () =>
			hands.keysOnly
				? hands.key("F8")
				: hands.press(page.getByRole("main").getByRole("button", { name: new RegExp(`^${t("hand-over")}`) })),
	};
}
