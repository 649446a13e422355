/** Scans while a drop-off is open: items come in, codes go onto the card that waits for them, the rest is not ours. */
import type { StandardOnScreen } from "../../app/use-standard.ts";
import { useTexts } from "../../i18n/language.ts";
import { intakeTexts } from "../../i18n/texts/intake.ts";
import { type ScanResult, useScan } from "../../scan/bus.ts";
import { addItem, addKnown, changeItem } from "./draft/edit.ts";
import { type Choosing, meantBy } from "./draft/scan.ts";
import type { DraftStore } from "./draft/store.ts";
import type { PanelName } from "./item/ItemCard.tsx";

type Around = {
	store: DraftStore;
	standard: StandardOnScreen | undefined;
	active: string | undefined;
	panel: PanelName | undefined;
	open: (key: string) => void;
	choose: (choosing: Choosing) => void;
};

export function useIntakeScans({ store, standard, active, panel, open, choose }: Around): void {
	const t = useTexts(intakeTexts);
	useScan(async ({ text }): Promise<ScanResult> => {
		if (!standard) return false;
		const meant = await meantBy(text);
		const { items } = store.get().draft;
		const card = items.find((item) => item.key === active);
		switch (meant.kind) {
			case "not-mine":
				return false;
			case "here":
				return { label: t("already-here"), tone: "attention" };
			case "choose":
				choose(meant.choosing);
				return { label: t("choose-title"), tone: "attention" };
			case "known": {
				const there = items.find((item) => item.itemId === meant.record.item.itemId);
				if (there) open(there.key);
				else {
					store.change((draft) => addKnown(draft, meant.record, standard));
					open(store.get().draft.items.at(-1)?.key ?? "");
				}
				return { label: t("item-known") };
			}
			case "new": {
				const { codes } = meant.prefill;
				const again = items.find((item) => item.codes.some((c) => codes.some((n) => n.value === c.value)));
				if (again) {
					open(again.key);
					return { label: t("item-nth", { number: items.indexOf(again) + 1 }) };
				}
				// The card that is still without a code, or whose codes are open, takes it.
				if (card && (panel === "details" || (card.itemId === null && card.codes.length === 0))) {
					store.change(changeItem(card.key, (item) => ({ ...item, codes: [...item.codes, ...codes].slice(0, 10) })));
					return { label: `${t("codes")} ${codes[0]?.value ?? ""}` };
				}
				store.change((draft) => addItem(draft, meant.prefill, standard));
				open(store.get().draft.items.at(-1)?.key ?? "");
				return { label: t("item-new") };
			}
		}
	});
}
