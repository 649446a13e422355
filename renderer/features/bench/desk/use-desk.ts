/** What can be done with the job on the bench: the acts behind targets, keys and command cards, and which dialog is open. */
import { useState } from "react";
import type { EarlyStart } from "../../../../domain/job/work/steps.ts";
import type { BenchJob, StepView } from "../../../../preload/contract/bench.ts";
import { call } from "../../../app/client.ts";
import { useTexts } from "../../../i18n/language.ts";
import { benchTexts } from "../../../i18n/texts/bench.ts";
import { type Acts, useActs } from "../use-acts.ts";

export type DeskDialog = "pause" | "clock" | "trouble" | "early" | "photo";

/** What was just done, beside the targets instead of in a toast over them; taken back by one press. */
export type DeskNote = { message: string; undo?: () => Promise<unknown> };

export type Desk = {
	acts: Acts;
	note: DeskNote | undefined;
	tell: (note: DeskNote) => void;
	/** Takes back what the note says. */
	undo: () => void;
	step: StepView | undefined;
	dialog: DeskDialog | undefined;
	open: (dialog: DeskDialog) => void;
	close: () => void;
	mayShoot: boolean;
	start: () => void;
	startEarly: (early: EarlyStart) => void;
	finish: (next: boolean) => void;
	/** After a step was finished: says so and offers to take it back. */
	finished: (step: StepView, stage: string) => void;
	send: () => void;
	pause: (reason: string) => void;
	stopClock: (reason: string) => void;
	resumeClock: () => void;
	trouble: (trouble: { reason: string; words: string; stop: boolean }) => void;
	take: () => void;
	give: (person: string | null) => void;
	printLabels: () => Promise<boolean>;
};

export function useDesk(job: BenchJob): Desk {
	const t = useTexts(benchTexts);
	const { jobId, orderId, version, stage } = job.card;
	const acts = useActs(jobId, version);
	const [dialog, setDialog] = useState<DeskDialog>();
	const step = job.steps.find((s) => s.id === job.currentStepId);
	const stepId = step?.id ?? "";
	const [note, tell] = useState<DeskNote>();
	const run: Acts["run"] = (act) => {
		tell(undefined);
		return acts.run(act);
	};

	const finished = (done: StepView, now: string) => {
		const takeBack = () => run((at) => call("bench.reopenStep", { ...at, stepId: done.id, reason: "wrong-scan" }));
		tell({ message: now === "qc" ? t("sent-to-qc") : t("finished-step", { no: done.no }), undo: takeBack });
	};
	const closing = (work: () => void) => {
		setDialog(undefined);
		work();
	};
	return {
		acts,
		step,
		dialog,
		note,
		tell,
		undo: () => {
			const back = note?.undo;
			tell(undefined);
			void back?.();
		},
		finished,
		open: (next) => {
			acts.clear();
			setDialog(next);
		},
		close: () => setDialog(undefined),
		mayShoot: stage === "repair" || stage === "qc",
		start: () => {
			if (step?.hindered?.why === "still-curing") setDialog("early");
			else void run((at) => call("bench.startStep", { ...at, stepId }));
		},
		startEarly: (early) => closing(() => void run((at) => call("bench.startStep", { ...at, stepId, early }))),
		finish: (next) =>
			void run((at) => call("bench.finishStep", { ...at, stepId, next })).then((acted) => {
				if (acted && step) finished(step, acted.stage);
			}),
		send: () => void run((at) => call("bench.finishRepair", at)),
		pause: (reason) => closing(() => void run((at) => call("bench.pauseStep", { ...at, stepId, reason }))),
		stopClock: (reason) => closing(() => void run((at) => call("bench.pauseClock", { ...at, reason }))),
		resumeClock: () => void run((at) => call("bench.resumeClock", at)),
		trouble: (trouble) =>
			void run((at) => call("bench.trouble", { ...at, ...trouble, ...(step ? { stepId } : {}) })).then((acted) => {
				if (!acted) return;
				setDialog(undefined);
				tell({ message: t("trouble-saved") });
			}),
		take: () => void run((at) => call("bench.take", at)),
		give: (person) => void run((at) => call("bench.assign", { ...at, person })),
		printLabels: async () => {
			const sent = await run(async (at) => {
				await call("print.labels", { orderId, jobIds: [jobId] });
				return { version: at.version, stage };
			});
			if (sent) tell({ message: t("labels-sent") });
			return sent !== undefined;
		},
	};
}
