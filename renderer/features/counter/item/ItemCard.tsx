import { Button, Menu } from "@mantine/core";
import {
	IconBan,
	IconCamera,
	IconDots,
	IconListDetails,
	IconReceipt2,
	IconShape,
	IconTrash,
} from "@tabler/icons-react";
import { useState } from "react";
import type { ItemDraft } from "../../../../preload/contract/intake-draft.ts";
import { useKeys } from "../../../app/keys/keys.ts";
import { useQueryCall } from "../../../app/use-calls.ts";
import { CounterPassport } from "../../../components/passport/CounterPassport.tsx";
import { useTexts } from "../../../i18n/language.ts";
import { frameTexts } from "../../../i18n/texts/frame.ts";
import { intakeTexts } from "../../../i18n/texts/intake.ts";
import { useIntake } from "../draft/context.ts";
import { changeItem, fromRecord, removeItem } from "../draft/edit.ts";
import { shownPhotos } from "../draft/photos.ts";
import { AskPart } from "./AskPart.tsx";
import { ConditionPanel } from "./ConditionPanel.tsx";
import { DetailsPanel } from "./DetailsPanel.tsx";
import { IdentityPart } from "./IdentityPart.tsx";
import classes from "./item.module.css";
import { KnownPart } from "./KnownPart.tsx";
import { PhotosPanel } from "./PhotosPanel.tsx";
import { PiecesPart } from "./PiecesPart.tsx";
import { PurchasePanel } from "./PurchasePanel.tsx";
import { RefuseDialog } from "./RefuseDialog.tsx";

export type PanelName = "photos" | "condition" | "purchase" | "details";

const panels = {
	photos: { icon: IconCamera, show: PhotosPanel },
	condition: { icon: IconShape, show: ConditionPanel },
	purchase: { icon: IconReceipt2, show: PurchasePanel },
	details: { icon: IconListDetails, show: DetailsPanel },
} as const;

/** An opened part belongs on the screen, not below its edge. */
const bringIntoView = (element: HTMLElement | null) => element?.scrollIntoView({ block: "nearest" });

type Props = { item: ItemDraft; number: number; panel: PanelName | undefined; onPanel: (panel?: PanelName) => void };

/** The item being taken in, open: what it is, what is asked for, its pieces; further parts one tap away. */
export function ItemCard({ item, number, panel, onPanel }: Props) {
	const t = useTexts(intakeTexts);
	const frame = useTexts(frameTexts);
	const { change, standard } = useIntake();
	const [refusing, setRefusing] = useState(false);
	const { data: record } = useQueryCall(
		"item.record",
		{ itemId: item.itemId ?? "" },
		{ enabled: item.itemId !== null, watch: ["item"] },
	);
	const edit = (make: (now: ItemDraft) => ItemDraft) => change(changeItem(item.key, make));
	const marked = {
		photos: shownPhotos(item.photos).length,
		condition: item.condition.length,
		purchase: item.purchase ? 1 : 0,
		details: 0,
	};
	const Panel = panel && panels[panel].show;
	// With the photos open the camera has the key.
	useKeys(
		panel === "photos" || item.kind === ""
			? []
			: [{ key: "F6", label: frame("photo"), run: () => onPanel("photos"), bar: true }],
	);
	return (
		<section className={classes.card} data-open aria-label={t("item-nth", { number })}>
			<header className={classes.head}>
				<strong>{item.itemId ? t("item-known") : t("item-new")}</strong>
				<span className={classes.dim}>{item.codes[0]?.value}</span>
				<Menu position="bottom-end">
					<Menu.Target>
						<Button variant="subtle" color="gray" size="compact-sm" aria-label={t("item-menu")}>
							<IconDots size={18} />
						</Button>
					</Menu.Target>
					<Menu.Dropdown>
						<Menu.Item leftSection={<IconTrash size={16} />} onClick={() => change(removeItem(item.key))}>
							{t("remove-item")}
						</Menu.Item>
						<Menu.Item leftSection={<IconBan size={16} />} onClick={() => setRefusing(true)}>
							{t("refuse-item")}
						</Menu.Item>
					</Menu.Dropdown>
				</Menu>
			</header>
			{record && item.itemId && <KnownPart item={item} record={record} change={edit} />}
			{item.itemId === null && (
				<CounterPassport codes={item.codes} onTake={(record) => edit((now) => fromRecord(now, record, standard))} />
			)}
			<IdentityPart item={item} change={edit} />
			{item.kind !== "" && (
				<>
					<AskPart item={item} change={edit} />
					<PiecesPart item={item} known={record?.pieces ?? []} change={edit} />
					<nav className={classes.panels}>
						{(Object.keys(panels) as PanelName[]).map((name) => {
							const Icon = panels[name].icon;
							const count = marked[name];
							return (
								<button
									key={name}
									type="button"
									aria-expanded={panel === name}
									data-open={panel === name || undefined}
									onClick={() => onPanel(panel === name ? undefined : name)}
								>
									<Icon size={18} stroke={1.7} aria-hidden />
									{name === "condition" || name === "photos" ? t(`${name}-count`, { count }) : t(name)}
									{name === "purchase" && item.purchase && (
										<small>
											{standard.name(
												standard.standard.vocab.channels.find((c) => c.code === item.purchase?.channel)?.name,
											)}
										</small>
									)}
								</button>
							);
						})}
					</nav>
					{Panel && (
						<div ref={bringIntoView} key={panel}>
							<Panel item={item} change={edit} />
						</div>
					)}
				</>
			)}
			{refusing && <RefuseDialog item={item} onClose={() => setRefusing(false)} />}
		</section>
	);
}
