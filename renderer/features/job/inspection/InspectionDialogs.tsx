import { Button, Group, Modal, Stack } from "@mantine/core";
import { useState } from "react";
import type { JobPage } from "../../../../preload/contract/job.ts";
import type { FindingView } from "../../../../preload/contract/job-fields.ts";
import { call } from "../../../app/client.ts";
import { Failed } from "../../../app/states/Failed.tsx";
import { ApprovalDialog } from "../../../components/act/ApprovalDialog.tsx";
import { ReasonPicker, type ReasonValue, reasonComplete } from "../../../components/input/ReasonPicker.tsx";
import { useTexts } from "../../../i18n/language.ts";
import { inspectionTexts } from "../../../i18n/texts/inspection.ts";
import type { JobActs } from "../use-job-acts.ts";
import type { Names } from "../use-names.ts";
import { CallDialog } from "./CallDialog.tsx";
import { OutcomeDialog, type WantedDecision } from "./OutcomeDialog.tsx";
import type { Decide } from "./use-decide.ts";

export type Open = { kind: "call" | "remove"; finding: FindingView } | { kind: "outcome" };

type Props = {
	page: JobPage;
	names: Names;
	acts: JobActs;
	decide: Decide;
	open: Open | undefined;
	onClose: () => void;
};

/** The dialogs of the inspection: a verdict of one's own, taking a finding back, a decision instead of a repair, approvals. */
export function InspectionDialogs({ page, names, acts, decide, open, onClose }: Props) {
	const t = useTexts(inspectionTexts);
	const { asking } = decide;
	const close = () => {
		acts.clear();
		onClose();
	};
	const send = ({ manager: _, ...wanted }: WantedDecision, more: object) =>
		acts.attempt((at) => call("inspection.decideOutcome", { ...at, ...wanted, ...more }));
	const outcome = (wanted: WantedDecision) => {
		if (!wanted.manager || decide.isManager) {
			void acts.run(async (at) => {
				await send(wanted, {});
				onClose();
				return { version: at.version };
			});
			return;
		}
		const what = t("manager-ask", { what: t(`outcome-${wanted.outcome}`) });
		decide.ask({
			what,
			people: decide.managers,
			onApprove: async (approval) => {
				await send(wanted, { approval });
				onClose();
			},
		});
	};
	return (
		<>
			{open?.kind === "call" && (
				<CallDialog
					names={names}
					finding={open.finding}
					busy={acts.busy}
					failure={acts.failure}
					onClose={close}
					onDecide={(wanted) => decide.decide(open.finding, wanted, onClose)}
				/>
			)}
			{open?.kind === "remove" && <RemoveDialog names={names} finding={open.finding} acts={acts} onClose={close} />}
			{open?.kind === "outcome" && (
				<OutcomeDialog
					page={page}
					names={names}
					busy={acts.busy}
					failure={acts.failure}
					onClose={close}
					onDecide={outcome}
				/>
			)}
			{asking && (
				<ApprovalDialog
					opened
					what={asking.what}
					people={asking.people}
					onApprove={asking.onApprove}
					onClose={() => decide.stopAsking(asking)}
				/>
			)}
		</>
	);
}

type RemoveProps = { names: Names; finding: FindingView; acts: JobActs; onClose: () => void };

function RemoveDialog({ names, finding, acts, onClose }: RemoveProps) {
	const t = useTexts(inspectionTexts);
	const [reason, setReason] = useState<ReasonValue>();
	const reasons = names.reasons("correction");
	const remove = async () => {
		if (!reason) return;
		const given = { code: reason.code, ...(reason.note ? { note: reason.note } : {}) };
		const done = await acts.run((at) =>
			call("inspection.removeFinding", { ...at, findingId: finding.id, reason: given }),
		);
		if (done) onClose();
	};
	return (
		<Modal opened onClose={onClose} title={`${t("remove-title")} · ${names.fault(finding.fault)}`}>
			<Stack gap="md">
				<ReasonPicker
					label={t("remove-reason")}
					reasons={reasons}
					value={reason}
					onChange={setReason}
					noteOnlyIfNeeded
				/>
				{acts.failure !== undefined && <Failed inline error={acts.failure} />}
				<Group justify="flex-end">
					<Button variant="default" onClick={onClose}>
						{t("close")}
					</Button>
					<Button disabled={!reasonComplete(reason, reasons)} loading={acts.busy} onClick={() => void remove()}>
						{t("remove")}
					</Button>
				</Group>
			</Stack>
		</Modal>
	);
}
