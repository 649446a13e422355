import { Button, Modal } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import type { ItemPrefill } from "../../../preload/contract/scan.ts";
import { call } from "../../app/client.ts";
import { useItemName } from "../../components/text/use-item-name.ts";
import { useTexts } from "../../i18n/language.ts";
import { intakeTexts } from "../../i18n/texts/intake.ts";
import classes from "./counter.module.css";
import { useIntake } from "./draft/context.ts";
import { addItem, addKnown } from "./draft/edit.ts";
import type { Choosing } from "./draft/scan.ts";

type Props = { choosing: Choosing; onClose: () => void };

/** One code, several items: a person says which one lies on the counter, or that it is another one. */
export function ChooseItem({ choosing, onClose }: Props) {
	const t = useTexts(intakeTexts);
	const nameOf = useItemName();
	const { change, open, standard, draft } = useIntake();
	const takeKnown = async (itemId: string) => {
		onClose();
		const record = await call("item.record", { itemId });
		change((now) => {
			const next = addKnown(now, record, standard);
			open(next.items.at(-1)?.key ?? "");
			return next;
		});
	};
	const takeNew = (prefill: ItemPrefill) => {
		onClose();
		change((now) => {
			const next = addItem(now, prefill, standard);
			open(next.items.at(-1)?.key ?? "");
			return next;
		});
	};
	const { items, here } = choosing;
	return (
		<Modal opened onClose={onClose} title={t("choose-title")} size="lg">
			<p className={classes.dim}>{t("choose-hint")}</p>
			<div className={classes.choices}>
				{items.map((item) => (
					<Button
						key={item.itemId}
						variant="default"
						size="md"
						justify="space-between"
						disabled={item.itemId === here || draft.items.some((each) => each.itemId === item.itemId)}
						rightSection={item.itemId === here ? t("choose-here") : item.style}
						onClick={() => void takeKnown(item.itemId)}
					>
						{nameOf(item)}
					</Button>
				))}
				<Button
					data-autofocus
					size="md"
					variant="light"
					leftSection={<IconPlus size={18} />}
					onClick={() => takeNew(choosing.prefill)}
				>
					{t("choose-new")}
				</Button>
			</div>
		</Modal>
	);
}
