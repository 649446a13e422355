/**
 * The steps of a job as a list: who did what, how long, what cures, what waits. For the bench's side, QC and the job
 * page, which mounts `<StepsPanel jobId={…} />`; it reads for itself and is for every role. No prices in it.
 */
import { ActionIcon } from "@mantine/core";
import { IconArrowBackUp, IconCheck, IconPlayerPause, IconPlayerPlay } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import type { BenchJob, StepView } from "../../../preload/contract/bench.ts";
import { call } from "../../app/client.ts";
import { Empty } from "../../app/states/Empty.tsx";
import { Failed } from "../../app/states/Failed.tsx";
import { Loading } from "../../app/states/Loading.tsx";
import { useQueryCall } from "../../app/use-calls.ts";
import { useMay } from "../../app/workstation.ts";
import { durationText } from "../../i18n/format.ts";
import { useLanguage, useTexts } from "../../i18n/language.ts";
import { benchTexts } from "../../i18n/texts/bench.ts";
import classes from "./bench.module.css";
import { CureRing } from "./CureRing.tsx";
import { ReasonDialog } from "./dialogs/ReasonDialog.tsx";
import { useActs } from "./use-acts.ts";
import { useName } from "./words.ts";

export type StepsPanelProps = { jobId: string };

export function StepsPanel({ jobId }: StepsPanelProps) {
	const { data, error, refetch } = useQueryCall("bench.job", { jobId }, { watch: [`job:${jobId}`] });
	if (error) return <Failed error={error} onRetry={() => void refetch()} />;
	if (!data) return <Loading shape="rows" />;
	return <Steps job={data} />;
}

/** The same over a job already read. */
export function Steps({ job }: { job: BenchJob }) {
	const t = useTexts(benchTexts);
	const acts = useActs(job.card.jobId, job.card.version);
	const [taking, setTaking] = useState<StepView>();
	const mayWork = useMay("technician");
	const { stage } = job.card;
	const mayTakeBack = mayWork && (stage === "repair" || stage === "qc");
	const list = useRef<HTMLDivElement>(null);
	useEffect(() => {
		list.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
	}, [job.currentStepId]);
	if (job.steps.length === 0) return <Empty title={t("steps")} teach={t("no-steps")} />;
	const rounds = [...new Set(job.steps.map((step) => step.round))];
	return (
		<div className={classes.steps} ref={list}>
			{acts.failure !== undefined && <Failed inline error={acts.failure} />}
			{rounds.map((round) => (
				<section key={round}>
					{rounds.length > 1 && <h3>{round === 0 ? t("round-agreed") : t("round-rework", { round })}</h3>}
					<ol>
						{job.steps
							.filter((step) => step.round === round)
							.map((step) => (
								<StepLine
									key={step.id}
									job={job}
									step={step}
									{...(mayTakeBack && step.state === "done" ? { onTakeBack: () => setTaking(step) } : {})}
								/>
							))}
					</ol>
				</section>
			))}
			<ReasonDialog
				opened={taking !== undefined}
				title={t("undo-title")}
				list="correction"
				onClose={() => setTaking(undefined)}
				onPick={(reason) => {
					const stepId = taking?.id ?? "";
					setTaking(undefined);
					void acts.run((at) => call("bench.reopenStep", { ...at, stepId, reason }));
				}}
			/>
		</div>
	);
}

function StepLine({ job, step, onTakeBack }: { job: BenchJob; step: StepView; onTakeBack?: () => void }) {
	const t = useTexts(benchTexts);
	const name = useName();
	const language = useLanguage();
	const piece = job.card.pieces.find((p) => p.id === step.pieceId);
	const cures = job.curing.find((c) => c.stepId === step.id);
	const early = step.runs.findLast((run) => run.early !== null)?.early;
	return (
		<li className={classes.stepLine} data-state={step.state} aria-current={step.id === job.currentStepId || undefined}>
			<span className={classes.stepMark} title={t(`state-${step.state}`)}>
				{step.state === "done" && <IconCheck size="1em" stroke={3} aria-label={t("state-done")} />}
				{step.state === "running" && <IconPlayerPlay size="1em" stroke={2} aria-label={t("state-running")} />}
				{step.state === "paused" && <IconPlayerPause size="1em" stroke={2} aria-label={t("state-paused")} />}
				{step.state === "todo" && step.no}
			</span>
			<div className={classes.stepWords}>
				<span>
					{name(step.title)}
					{piece && ` · ${name(piece.name)}`}
				</span>
				<small>
					{step.people.map(({ person, ms }) => (
						<span key={person.id}>{t("by-person", { name: person.name, time: durationText(ms, language) })}</span>
					))}
					{step.state === "paused" && <span>{t("paused-now", { reason: name(step.pausedFor?.name) })}</span>}
					{early && isEarly(early) && <span>{t("early", { reason: t(`early-${early}`) })}</span>}
					{step.people.length === 0 && step.state === "todo" && <span>{t("standard", { minutes: step.minutes })}</span>}
				</small>
			</div>
			{cures && <CureRing fromAt={cures.fromAt} untilAt={cures.untilAt} size={2} />}
			{onTakeBack && (
				<ActionIcon variant="subtle" size="xl" aria-label={t("undo")} title={t("undo")} onClick={onTakeBack}>
					<IconArrowBackUp size={20} stroke={1.8} />
				</ActionIcon>
			)}
		</li>
	);
}

const earlyWords = ["tested-dry", "quick-material", "forced-drying", "no-contact"] as const;

function isEarly(code: string): code is (typeof earlyWords)[number] {
	return earlyWords.some((known) => known === code);
}
