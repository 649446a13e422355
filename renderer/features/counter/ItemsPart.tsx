import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { Empty } from "../../app/states/Empty.tsx";
import { useItemName } from "../../components/text/use-item-name.ts";
import { useTexts } from "../../i18n/language.ts";
import { intakeTexts } from "../../i18n/texts/intake.ts";
import { ChooseItem } from "./ChooseItem.tsx";
import { useIntake } from "./draft/context.ts";
import { addItem } from "./draft/edit.ts";
import type { Choosing } from "./draft/scan.ts";
import { ItemCard, type PanelName } from "./item/ItemCard.tsx";
import { ItemLine } from "./item/ItemLine.tsx";

type Props = {
	choosing: Choosing | undefined;
	onChosen: () => void;
	panel: PanelName | undefined;
	onPanel: (panel?: PanelName) => void;
};

/** The items of the drop-off: one open card, the others folded to lines. */
export function ItemsPart({ choosing, onChosen, panel, onPanel }: Props) {
	const t = useTexts(intakeTexts);
	const nameOf = useItemName();
	const { draft, active, open, change, standard } = useIntake();
	const add = () =>
		change((now) => {
			const next = addItem(now, null, standard);
			open(next.items.at(-1)?.key ?? "");
			return next;
		});
	const addButton = (
		<Button variant="default" leftSection={<IconPlus size={18} />} onClick={add}>
			{t("add-item")}
		</Button>
	);
	return (
		<>
			{draft.items.length === 0 && <Empty title={t("items-none")} teach={t("items-teach")} action={addButton} />}
			{draft.items.map((item, at) =>
				item.key === active ? (
					<ItemCard key={item.key} item={item} number={at + 1} panel={panel} onPanel={onPanel} />
				) : (
					<ItemLine
						key={item.key}
						item={item}
						number={at + 1}
						name={item.kind === "" ? "" : nameOf(item)}
						onOpen={() => open(item.key)}
					/>
				),
			)}
			{draft.items.length > 0 && <div>{addButton}</div>}
			{choosing && <ChooseItem choosing={choosing} onClose={onChosen} />}
		</>
	);
}
