import { Button, Checkbox, Group, Modal, Radio, Stack } from "@mantine/core";
import { useState } from "react";
import { type Cause, causes } from "../../../../domain/finding/finding.ts";
import { type Outcome, outcomes } from "../../../../domain/liability/call.ts";
import type { FindingView } from "../../../../preload/contract/job-fields.ts";
import { useKeys } from "../../../app/keys/keys.ts";
import { Failed } from "../../../app/states/Failed.tsx";
import { ReasonPicker, type ReasonValue, reasonComplete } from "../../../components/input/ReasonPicker.tsx";
import { useTexts } from "../../../i18n/language.ts";
import { inspectionTexts } from "../../../i18n/texts/inspection.ts";
import type { Names } from "../use-names.ts";
import classes from "./inspection.module.css";

export type WantedCall = {
	cause: Cause;
	outcome: Outcome;
	reason?: { code: string; note?: string };
	stopUseTold: boolean;
};

export type CallDialogProps = {
	names: Names;
	finding: FindingView;
	onClose: () => void;
	onDecide: (wanted: WantedCall) => void;
	busy: boolean;
	failure: unknown;
};

/** A verdict of one's own: cause, what follows, and, where it differs from the rules, why. */
export function CallDialog({ names, finding, onClose, onDecide, busy, failure }: CallDialogProps) {
	const t = useTexts(inspectionTexts);
	const { proposal, call } = finding;
	const [cause, setCause] = useState<Cause>(call?.cause ?? proposal.cause);
	const [outcome, setOutcome] = useState<Outcome>(call?.outcome ?? proposal.outcome);
	const [reason, setReason] = useState<ReasonValue>();
	const [told, setTold] = useState(call?.stopUseTold ?? false);
	const reasons = names.reasons("liability-override");
	const differs = cause !== proposal.cause || outcome !== proposal.outcome;
	const stopUse = proposal.needs.includes("stop-use-notice");
	const photoMissing = cause === "U" && !finding.hasPhoto;
	const never = proposal.rules.some((hit) => hit.effect === "never-misuse");
	const ready = (!differs || reasonComplete(reason, reasons)) && (!stopUse || told) && !photoMissing;
	/** What usually follows from a cause: the rules' own outcome, else the term decides. */
	const choose = (next: Cause) => {
		setCause(next);
		const free = (next === "M" || next === "T") && finding.coverage.covered;
		setOutcome(next === proposal.cause ? proposal.outcome : free ? "free-repair" : "paid-repair");
	};
	const decide = () => {
		const given = differs && reason ? { code: reason.code, ...(reason.note ? { note: reason.note } : {}) } : undefined;
		onDecide({ cause, outcome, stopUseTold: told, ...(given ? { reason: given } : {}) });
	};
	useKeys([{ key: "Ctrl+Enter", label: t("call-save"), run: decide, disabled: !ready || busy }], "modal");
	return (
		<Modal opened onClose={onClose} size="lg" title={t("call-title", { fault: names.fault(finding.fault) })}>
			<Stack gap="md">
				<Radio.Group label={t("call-cause")} value={cause} onChange={(value) => choose(value as Cause)}>
					<Group gap="lg" mt="xs">
						{causes.map((each) => (
							<Radio key={each} value={each} label={names.cause(each)} disabled={never && each === "U"} />
						))}
					</Group>
				</Radio.Group>
				{photoMissing && <p className={classes.warn}>{t("need-photo")}</p>}
				<Radio.Group label={t("call-outcome")} value={outcome} onChange={(value) => setOutcome(value as Outcome)}>
					<div className={classes.outcomes}>
						{outcomes.map((each) => (
							<Radio key={each} value={each} label={t(each)} />
						))}
					</div>
				</Radio.Group>
				{stopUse && (
					<Checkbox label={t("stop-use")} checked={told} onChange={(event) => setTold(event.currentTarget.checked)} />
				)}
				{differs && (
					<ReasonPicker
						label={t("call-reason")}
						reasons={reasons}
						value={reason}
						onChange={setReason}
						noteOnlyIfNeeded
					/>
				)}
				{failure !== undefined && <Failed inline error={failure} />}
				<Group justify="flex-end">
					<Button variant="default" onClick={onClose}>
						{t("close")}
					</Button>
					<Button disabled={!ready} loading={busy} onClick={decide}>
						{t("call-save")}
					</Button>
				</Group>
			</Stack>
		</Modal>
	);
}
