import { Button, Select, TextInput } from "@mantine/core";
import type { ItemDraft } from "../../../../preload/contract/intake-draft.ts";
import { DayInput } from "../../../components/input/DayInput.tsx";
import { MoneyInput } from "../../../components/input/MoneyInput.tsx";
import { PhotoCapture } from "../../../components/photo/PhotoCapture.tsx";
import { PhotoStrip } from "../../../components/photo/PhotoStrip.tsx";
import { useTexts } from "../../../i18n/language.ts";
import { intakeTexts } from "../../../i18n/texts/intake.ts";
import { useIntake } from "../draft/context.ts";
import classes from "./item.module.css";

type Purchase = NonNullable<ItemDraft["purchase"]>;
type Props = { item: ItemDraft; change: (change: (item: ItemDraft) => ItemDraft) => void };

const nothingSaid: Purchase = {
	channel: "unknown",
	shop: "",
	boughtOn: null,
	proof: "none",
	orderNumber: "",
	priceFen: null,
	proofs: [],
};
const oddNumber = (text: string) => text !== "" && !/^[A-Za-z0-9-]{8,32}$/.test(text);

/** Where and when it was bought, with whatever proof there is. Any shop, any channel; none of it is needed. */
export function PurchasePanel({ item, change }: Props) {
	const t = useTexts(intakeTexts);
	const { standard, ticket } = useIntake();
	const purchase = item.purchase ?? nothingSaid;
	const { channels, proofKinds } = standard.standard.vocab;
	const set = (fields: Partial<Purchase>) =>
		change((now) => ({ ...now, purchase: { ...(now.purchase ?? nothingSaid), ...fields } }));
	const words = (list: typeof channels | typeof proofKinds) =>
		list.map((word) => ({ value: word.code, label: standard.name(word.name) }));
	return (
		<div className={classes.panel}>
			<div className={classes.fields}>
				<DayInput
					label={t("bought-on")}
					width="100%"
					clearable
					value={purchase.boughtOn}
					onChange={(boughtOn) => set({ boughtOn })}
				/>
				<Select
					label={t("channel")}
					searchable
					data={words(channels)}
					value={purchase.channel}
					onChange={(channel) => channel && set({ channel })}
				/>
				<Select
					label={t("proof")}
					data={words(proofKinds)}
					value={purchase.proof}
					onChange={(proof) => proof && set({ proof })}
				/>
				<TextInput
					label={t("order-number")}
					value={purchase.orderNumber}
					maxLength={40}
					autoComplete="off"
					error={oddNumber(purchase.orderNumber) ? t("order-number-hint") : undefined}
					onChange={(event) => set({ orderNumber: event.currentTarget.value.trim() })}
				/>
				<MoneyInput label={t("price")} valueFen={purchase.priceFen} onChangeFen={(priceFen) => set({ priceFen })} />
				<TextInput
					label={t("shop")}
					value={purchase.shop}
					maxLength={60}
					onChange={(event) => set({ shop: event.currentTarget.value })}
				/>
			</div>
			<h4 className={classes.small}>{t("proof-photos")}</h4>
			<div className={classes.shoot}>
				<PhotoCapture
					getTicket={() => ticket("proof")}
					onStored={(handle, insteadOf) =>
						change((now) => {
							const before = now.purchase ?? nothingSaid;
							const kept = before.proofs.filter((each) => each !== insteadOf?.handle);
							return { ...now, purchase: { ...before, proofs: [...kept, handle] } };
						})
					}
					disabled={purchase.proofs.length >= 6}
				/>
				{purchase.proofs.length > 0 && (
					<PhotoStrip
						size="sm"
						photos={purchase.proofs.map((handle) => ({ handle }))}
						onRemove={({ handle }) => set({ proofs: purchase.proofs.filter((each) => each !== handle) })}
					/>
				)}
			</div>
			{item.purchase && (
				<Button variant="subtle" size="compact-sm" onClick={() => change((now) => ({ ...now, purchase: null }))}>
					{t("purchase-clear")}
				</Button>
			)}
		</div>
	);
}
