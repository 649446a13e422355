import { Button, Group, Modal, Stack } from "@mantine/core";
import { useState } from "react";
import { MoneyInput } from "../../../components/input/MoneyInput.tsx";
import { ReasonPicker, type ReasonValue, reasonComplete } from "../../../components/input/ReasonPicker.tsx";
import { MoneyText } from "../../../components/text/MoneyText.tsx";
import { useTexts } from "../../../i18n/language.ts";
import { quoteTexts } from "../../../i18n/texts/quote.ts";
import type { Names } from "../use-names.ts";
import type { OwnPrice } from "./choices.ts";

export type PriceDialogProps = {
	names: Names;
	code: string;
	listFen: number | null;
	before: OwnPrice | undefined;
	/** undefined: back to the list's price. */
	onSet: (price: OwnPrice | undefined) => void;
	onClose: () => void;
};

/** A price other than the list's, with its coded reason. A manager approves it when the quote is issued. */
export function PriceDialog({ names, code, listFen, before, onSet, onClose }: PriceDialogProps) {
	const t = useTexts(quoteTexts);
	const [unitFen, setUnitFen] = useState<number | null>(before?.unitFen ?? listFen);
	const [reason, setReason] = useState<ReasonValue | undefined>(
		before && { code: before.reason, note: before.note ?? "" },
	);
	const reasons = names.reasons("list-deviation");
	const differs = unitFen !== null && unitFen !== listFen;
	const set = () => {
		if (unitFen === null || !reason) return;
		onSet({ code, unitFen, reason: reason.code, ...(reason.note ? { note: reason.note } : {}) });
	};
	return (
		<Modal opened onClose={onClose} size="lg" title={t("price-title", { what: names.work(code) })}>
			<Stack gap="md">
				<Group align="flex-end">
					<MoneyInput
						data-autofocus
						label={t("price-now")}
						valueFen={unitFen}
						onChangeFen={setUnitFen}
						onFocus={(event) => event.currentTarget.select()}
					/>
					{listFen !== null && (
						<span>
							{t("list-price")} <MoneyText fen={listFen} former={differs} />
						</span>
					)}
				</Group>
				<ReasonPicker
					label={t("price-reason")}
					reasons={reasons}
					value={reason}
					onChange={setReason}
					noteOnlyIfNeeded
				/>
				<Group justify="flex-end">
					{before && listFen !== null && (
						<Button variant="default" mr="auto" onClick={() => onSet(undefined)}>
							{t("price-back")}
						</Button>
					)}
					<Button disabled={!differs || !reasonComplete(reason, reasons)} onClick={set}>
						{t("price-set")}
					</Button>
				</Group>
			</Stack>
		</Modal>
	);
}
