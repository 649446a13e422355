/** An act a manager may have to stand behind: with one needed, their badge or PIN is asked for before it is done. */
import { type ReactNode, useState } from "react";
import type { Approval } from "../../../../preload/contract/fields.ts";
import { ApprovalDialog } from "../../../components/act/ApprovalDialog.tsx";

export type ApprovedAct = {
	/** False: it is done straight away. */
	needed: boolean;
	/** What is approved, in one sentence. */
	what: string;
	people: readonly { id: string; name: string }[];
	run: (approval: Approval | undefined) => Promise<unknown>;
	/** It was done after the approval. */
	onDone: () => void;
};

/** Give `act` to the form (it answers false while the approval is asked for) and put `dialog` beside it. */
export function useApproved({ needed, what, people, run, onDone }: ApprovedAct): {
	act: () => Promise<unknown>;
	dialog: ReactNode;
} {
	const [asking, setAsking] = useState(false);
	return {
		act: async () => {
			if (!needed) return run(undefined);
			setAsking(true);
			return false;
		},
		dialog: (
			<ApprovalDialog
				opened={asking}
				onClose={() => setAsking(false)}
				what={what}
				people={people}
				onApprove={async (approval) => {
					await run(approval);
					onDone();
				}}
			/>
		),
	};
}
