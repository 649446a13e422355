/**
 * Deciding who answers for a finding, approvals included: the second inspector where the rules ask for one, the manager
 * where the reason does. One after the other; what was approved already is kept.
 */
import { useState } from "react";
import type { Approval } from "../../../../preload/contract/fields.ts";
import type { JobPage } from "../../../../preload/contract/job.ts";
import type { FindingView } from "../../../../preload/contract/job-fields.ts";
import { call } from "../../../app/client.ts";
import { usePerson } from "../../../app/workstation.ts";
import { useTexts } from "../../../i18n/language.ts";
import { inspectionTexts } from "../../../i18n/texts/inspection.ts";
import type { JobActs } from "../use-job-acts.ts";
import type { Names } from "../use-names.ts";
import type { WantedCall } from "./CallDialog.tsx";

export type Asking = {
	what: string;
	people: readonly { id: string; name: string }[];
	onApprove: (approval: Approval) => Promise<unknown>;
};

type Approvals = { second?: Approval; approval?: Approval };

export type Decide = ReturnType<typeof useDecide>;

export function useDecide(page: JobPage, names: Names, acts: JobActs) {
	const t = useTexts(inspectionTexts);
	const me = usePerson();
	const [asking, setAsking] = useState<Asking>();
	const isManager = me?.roles.includes("manager") ?? false;
	const managers = page.approvers.filter((p) => p.roles.includes("manager"));
	const others = page.approvers.filter((p) => page.selfInspection || p.id !== me?.id);

	const send = (finding: FindingView, wanted: WantedCall, approvals: Approvals) =>
		acts.attempt((at) => call("inspection.decideLiability", { ...at, findingId: finding.id, ...wanted, ...approvals }));

	/** Asks for what is missing, one after the other, then decides. */
	async function go(finding: FindingView, wanted: WantedCall, approvals: Approvals, done?: () => void): Promise<void> {
		const fault = names.fault(finding.fault);
		const code = wanted.reason?.code;
		const askFor = (what: string, people: Asking["people"], which: keyof Approvals) =>
			setAsking({
				what,
				people,
				onApprove: (approval) => go(finding, wanted, { ...approvals, [which]: approval }, done),
			});
		if (finding.proposal.needs.includes("second-inspector") && !approvals.second) {
			return askFor(t("second-ask", { fault, cause: names.cause(wanted.cause) }), others, "second");
		}
		const manager = code !== undefined && names.reasonNeedsManager("liability-override", code);
		if (manager && !isManager && !approvals.approval) {
			const why = names.reason("liability-override", code);
			return askFor(t("manager-ask", { what: `${fault} · ${why}` }), managers, "approval");
		}
		await send(finding, wanted, approvals);
		done?.();
	}

	return {
		asking,
		/** Closes this question, not one that has taken its place. */
		stopAsking: (mine: Asking) => setAsking((now) => (now === mine ? undefined : now)),
		isManager,
		managers,
		ask: setAsking,
		/** More than one tap: a second person, a notice, a photo. */
		needsMore: ({ proposal, hasPhoto }: FindingView) =>
			proposal.needs.includes("second-inspector") ||
			proposal.needs.includes("stop-use-notice") ||
			(proposal.needs.includes("evidence-photo") && !hasPhoto),
		decide: (finding: FindingView, wanted: WantedCall, done?: () => void) =>
			void acts.run(async (at) => {
				await go(finding, wanted, {}, done);
				return { version: at.version };
			}),
		async confirmAll(findings: readonly FindingView[]) {
			for (const finding of findings) {
				const { cause, outcome } = finding.proposal;
				const done = await acts.run((at) =>
					call("inspection.decideLiability", { ...at, findingId: finding.id, cause, outcome, stopUseTold: false }),
				);
				if (!done) return;
			}
		},
	};
}
