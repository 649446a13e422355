import { Button, Group, Modal, SegmentedControl, Stack } from "@mantine/core";
import { useState } from "react";
import { outcomeReasons } from "../../../../domain/job/inspect/outcome.ts";
import type { JobPage } from "../../../../preload/contract/job.ts";
import { useKeys } from "../../../app/keys/keys.ts";
import { Failed } from "../../../app/states/Failed.tsx";
import { MoneyInput } from "../../../components/input/MoneyInput.tsx";
import { ReasonPicker, type ReasonValue, reasonComplete } from "../../../components/input/ReasonPicker.tsx";
import { Meaning } from "../../../components/text/Meaning.tsx";
import { useTexts } from "../../../i18n/language.ts";
import { inspectionTexts } from "../../../i18n/texts/inspection.ts";
import type { Names } from "../use-names.ts";

const decisions = ["exchange", "refund", "compensate", "return-unrepaired"] as const;
type Decision = (typeof decisions)[number];

export type WantedDecision = {
	outcome: Decision;
	reason: { code: string; note?: string };
	amountFen?: number;
	/** True when the authority of an inspector is not enough. */
	manager: boolean;
};

export type OutcomeDialogProps = {
	page: JobPage;
	names: Names;
	onClose: () => void;
	onDecide: (wanted: WantedDecision) => void;
	busy: boolean;
	failure: unknown;
};

/** A decision instead of a repair: which, why, how much, and whether a manager has to stand behind it. */
export function OutcomeDialog({ page, names, onClose, onDecide, busy, failure }: OutcomeDialogProps) {
	const t = useTexts(inspectionTexts);
	const [outcome, setOutcome] = useState<Decision>("exchange");
	const [reason, setReason] = useState<ReasonValue>();
	const [amountFen, setAmountFen] = useState<number | null>(null);
	const list = outcomeReasons[outcome];
	const reasons = names.reasons(list);
	const money = outcome === "refund" || outcome === "compensate";
	const owed = outcome === "exchange" ? page.owed.exchange : outcome === "refund" && page.owed.refund;
	const byReason = reason !== undefined && names.reasonNeedsManager(list, reason.code);
	const manager =
		byReason ||
		page.stage === "repair" ||
		outcome === "compensate" ||
		(!owed && (outcome === "exchange" || outcome === "refund"));
	const ready = reasonComplete(reason, reasons) && (!money || (amountFen ?? 0) > 0);
	const choose = (value: string) => {
		const next = value as Decision;
		setOutcome(next);
		setReason(undefined);
		setAmountFen(next === "refund" ? page.item.priceFen : null);
	};
	const decide = () => {
		if (!reason) return;
		const given = { code: reason.code, ...(reason.note ? { note: reason.note } : {}) };
		onDecide({ outcome, reason: given, manager, ...(money && amountFen !== null ? { amountFen } : {}) });
	};
	useKeys([{ key: "Ctrl+Enter", label: t("outcome-decide"), run: decide, disabled: !ready || busy }], "modal");
	return (
		<Modal opened onClose={onClose} size="lg" title={t("outcome-title")}>
			<Stack gap="md">
				<SegmentedControl
					fullWidth
					aria-label={t("outcome-title")}
					data={decisions.map((each) => ({ value: each, label: t(`outcome-${each}`) }))}
					value={outcome}
					onChange={choose}
				/>
				<ReasonPicker
					label={t("outcome-reason")}
					reasons={reasons}
					value={reason}
					onChange={setReason}
					noteOnlyIfNeeded
				/>
				{money && <MoneyInput label={t("outcome-amount")} required valueFen={amountFen} onChangeFen={setAmountFen} />}
				<div>
					{manager ? (
						<Meaning meaning="due-soon">{t("outcome-manager")}</Meaning>
					) : (
						owed && <Meaning meaning="done">{t("outcome-owed")}</Meaning>
					)}
				</div>
				{failure !== undefined && <Failed inline error={failure} />}
				<Group justify="flex-end">
					<Button variant="default" onClick={onClose}>
						{t("close")}
					</Button>
					<Button disabled={!ready} loading={busy} onClick={decide}>
						{t("outcome-decide")}
					</Button>
				</Group>
			</Stack>
		</Modal>
	);
}
