import { IconCamera } from "@tabler/icons-react";
import type { BenchJob, StepView } from "../../../../preload/contract/bench.ts";
import { Photo } from "../../../components/photo/PhotoStrip.tsx";
import { Meaning } from "../../../components/text/Meaning.tsx";
import { useNow } from "../../../components/text/use-now.ts";
import { durationText } from "../../../i18n/format.ts";
import { useLanguage, useTexts } from "../../../i18n/language.ts";
import { benchTexts } from "../../../i18n/texts/bench.ts";
import { CureRing } from "../CureRing.tsx";
import { useName } from "../words.ts";
import classes from "./desk.module.css";

/** The step to do now, readable from where the hands are; the next one small below. */
export function StepNow({ job, step }: { job: BenchJob; step: StepView }) {
	const t = useTexts(benchTexts);
	const name = useName();
	const piece = job.card.pieces.find((p) => p.id === step.pieceId);
	const next = job.steps.find((s) => s.id === job.nextStepId);
	const cure = step.hindered?.why === "still-curing" ? job.curing.at(-1) : undefined;
	const shots = job.photos.filter((p) => p.stepId === step.id).length;
	const picture = pictureOf(job, step);
	return (
		<section className={classes.now} data-state={step.state} aria-live="polite">
			<div className={classes.nowWords}>
				<p className={classes.nowPlace}>
					<span>{t("step-of", { no: step.no, total: job.steps.length })}</span>
					<span>{name(step.operationName)}</span>
					<span>{piece ? name(piece.name) : t("whole-item")}</span>
					{step.round > 0 && <Meaning meaning="due-soon">{t("rework", { round: step.round })}</Meaning>}
				</p>
				<h2 className={classes.nowTitle}>{name(step.title)}</h2>
				<p className={classes.nowFacts}>
					<StepState step={step} />
					<Spent step={step} />
					<span>{t("standard", { minutes: step.minutes })}</span>
					{step.cureHours > 0 && <span>{t("cures-after", { hours: step.cureHours })}</span>}
					{step.wantsPhoto && (
						<span className={classes.nowPhoto} data-done={shots > 0 || undefined}>
							<IconCamera size="1.1em" stroke={1.8} aria-hidden />
							{shots > 0 ? t("photo-taken", { count: shots }) : t("wants-photo")}
						</span>
					)}
				</p>
				{cure && (
					<div className={classes.nowCure}>
						<CureRing {...cure} size={6} words />
					</div>
				)}
				<p className={classes.nowNext}>
					<b>{t("next")}</b> {next ? `${next.no}. ${name(next.title)}` : t("next-none")}
				</p>
			</div>
			{picture && (
				<div className={classes.nowView}>
					<Photo handle={picture} label={t("photos-before")} large />
				</div>
			)}
		</section>
	);
}

/** What the work is about: the picture of a finding on this piece, else of the piece before the work. */
function pictureOf(job: BenchJob, step: StepView): string | undefined {
	const about = job.photos.filter((p) => step.pieceId === null || p.pieceId === null || p.pieceId === step.pieceId);
	return (about.find((p) => p.findingId !== null) ?? about.find((p) => p.role === "before"))?.handle;
}

function StepState({ step }: { step: StepView }) {
	const t = useTexts(benchTexts);
	const name = useName();
	const worker = step.runs.find((run) => run.toAt === null)?.by;
	if (worker) return <Meaning meaning="running">{t("by-now", { name: worker.name })}</Meaning>;
	if (step.state === "paused") {
		return <Meaning meaning="paused">{t("paused-now", { reason: name(step.pausedFor?.name) })}</Meaning>;
	}
	if (step.hindered?.why === "still-curing") return <Meaning meaning="waiting">{t("curing")}</Meaning>;
	if (step.hindered) return <Meaning meaning="blocked">{t("hindered", { no: step.hindered.no })}</Meaning>;
	return <Meaning meaning="neutral">{t("state-todo")}</Meaning>;
}

/** Hands-on time so far; ticks while somebody works. */
function Spent({ step }: { step: StepView }) {
	const t = useTexts(benchTexts);
	const language = useLanguage();
	const since = step.runs.find((run) => run.toAt === null)?.fromAt;
	const now = useNow(since ? 1000 : 15_000);
	const ms = step.spentMs + (since ? Math.max(0, now - Date.parse(since)) : 0);
	if (ms === 0 && !since) return null;
	const over = step.minutes > 0 && ms > step.minutes * 60_000;
	return (
		<strong className={classes.nowSpent} data-over={over || undefined}>
			{t("spent", { time: durationText(ms, language) })}
		</strong>
	);
}
