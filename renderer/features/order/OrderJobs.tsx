import { ActionIcon, Menu } from "@mantine/core";
import { IconDotsVertical, IconPhoto } from "@tabler/icons-react";
import { useNavigate } from "react-router";
import type { OrderJob, OrderView } from "../../../preload/contract/order.ts";
import { addresses } from "../../app/addresses.ts";
import { StoredPicture } from "../../components/photo/StoredPicture.tsx";
import { ClockChip } from "../../components/text/ClockChip.tsx";
import { Meaning } from "../../components/text/Meaning.tsx";
import { StageTrack } from "../../components/text/StageTrack.tsx";
import { Where } from "../../components/transfer/Where.tsx";
import { useFormat } from "../../i18n/format.ts";
import { useTexts } from "../../i18n/language.ts";
import { orderTexts } from "../../i18n/texts/order.ts";
import type { Act } from "./acts/Acts.tsx";
import classes from "./order.module.css";
import { useOrderWords } from "./words.ts";

type Props = { order: OrderView; counter: boolean; onAct: (act: Act) => void };

/** The items of the drop-off: what, where it stands, what it costs, what may be done with it. */
export function OrderJobs({ order, counter, onAct }: Props) {
	const t = useTexts(orderTexts);
	return (
		<section aria-label={t("jobs", { count: order.jobs.length })}>
			<h2 className={classes.sectionTitle}>{t("jobs", { count: order.jobs.length })}</h2>
			<ul className={classes.jobs}>
				{order.jobs.map((job) => (
					<JobLine key={job.jobId} order={order} job={job} counter={counter} onAct={onAct} />
				))}
			</ul>
		</section>
	);
}

function JobLine({ order, job, counter, onAct }: Props & { job: OrderJob }) {
	const t = useTexts(orderTexts);
	const words = useOrderWords();
	const navigate = useNavigate();
	const open = () => void navigate(addresses.job(job.jobId));
	return (
		<li className={classes.job} data-stage={job.stage}>
			<button type="button" className={classes.photo} aria-label={t("open-job")} onClick={open}>
				{job.photo ? <StoredPicture handle={job.photo} alt="" /> : <IconPhoto size={24} stroke={1.4} />}
			</button>
			<div className={classes.jobFacts}>
				<button type="button" className={classes.jobName} onClick={open}>
					<small>{t("job-no", { no: job.ordinal })}</small> {words.item(job.item)}
				</button>
				<p className={classes.quiet}>
					{[...job.services.map((s) => words.name(s.name)), job.words && t("words", { words: job.words })]
						.filter(Boolean)
						.join(" · ")}
				</p>
				<Pieces job={job} />
				<Marks job={job} />
			</div>
			<div className={classes.jobState}>
				<StageTrack stage={job.stage} look="short" blocked={job.conflict} />
				<span>
					<strong>{words.own("stage", job.stage)}</strong>
					{job.clock && (
						<ClockChip size="sm" label={words.clock(job.clock.clock)} dueAt={job.clock.dueAt} state={job.clock.state} />
					)}
				</span>
				<Price job={job} />
			</div>
			<JobMenu order={order} job={job} counter={counter} onAct={onAct} />
		</li>
	);
}

function Pieces({ job }: { job: OrderJob }) {
	const t = useTexts(orderTexts);
	const words = useOrderWords();
	return (
		<p className={classes.pieces}>
			{job.pieces.map((piece) => (
				<span key={piece.id} data-gone={piece.gone || undefined}>
					{words.name(piece.name)} {String(piece.no).padStart(2, "0")}
					{piece.missing ? (
						<em> {t("missing", { reason: words.name(piece.missing.name) })}</em>
					) : (
						piece.gone && <small> {t("gone")}</small>
					)}
				</span>
			))}
			{job.stage === "hand-over" && !job.where && (
				<strong>{job.shelf ? t("shelf", { shelf: job.shelf }) : t("no-shelf")}</strong>
			)}
		</p>
	);
}

/** What is out of the ordinary about it. */
function Marks({ job }: { job: OrderJob }) {
	const t = useTexts(orderTexts);
	const format = useFormat();
	const running = job.warranty.filter((w) => w.running);
	const until = running
		.map((w) => w.untilOn)
		.sort()
		.at(-1);
	return (
		<p className={classes.marks}>
			<Where where={job.where} />
			{job.reworkOf && <span>{t("came-back", { number: job.reworkOf.number })}</span>}
			{job.reworks > 0 && <span>{t("reworked", { count: job.reworks })}</span>}
			{job.conflict && (
				<Meaning meaning="blocked" look="plain" size="sm">
					{t("conflict")}
				</Meaning>
			)}
			{until && <span>{t("warranty", { day: format.date(until) })}</span>}
			{!until && job.warranty.length > 0 && <span>{t("warranty-over")}</span>}
			{job.followUp && !job.followUp.done && job.stage === "follow-up" && (
				<span>{t("called-at", { day: format.dateTime(job.followUp.dueAt) })}</span>
			)}
		</p>
	);
}

function Price({ job }: { job: OrderJob }) {
	const t = useTexts(orderTexts);
	const format = useFormat();
	const words = useOrderWords();
	if (job.stage === "voided") return null;
	if (job.goingBack) {
		const agreed =
			job.outcome && ["exchange", "refund", "compensate"].includes(job.outcome.outcome) ? job.outcome : null;
		return (
			<span className={classes.price}>
				{agreed
					? t("agreed", {
							outcome: words.own("outcome", agreed.outcome),
							amount: agreed.amountFen === null ? "" : format.money(agreed.amountFen),
						})
					: t("back")}
				{job.testFeeFen > 0 && <span>{t("test-fee", { amount: format.money(job.testFeeFen) })}</span>}
			</span>
		);
	}
	if (!job.quote) return <span className={classes.price}>{t("to-quote")}</span>;
	if (job.quote.answer !== "accepted" && job.owedFen === 0) {
		return <span className={classes.price}>{t("to-answer", { amount: format.money(job.quote.totalFen) })}</span>;
	}
	return (
		<span className={classes.price}>
			<strong>
				{job.owedFen === 0 ? t("free-for-customer") : t("owed-by-job", { amount: format.money(job.owedFen) })}
			</strong>
			{job.brandFen > 0 && <span>{t("brand-bears", { amount: format.money(job.brandFen) })}</span>}
		</span>
	);
}

function JobMenu({ order, job, counter, onAct }: Props & { job: OrderJob }) {
	const t = useTexts(orderTexts);
	const navigate = useNavigate();
	const inHand = ["inspection", "quote", "repair", "qc", "hand-over"].includes(job.stage);
	const left = job.stage === "follow-up" || job.stage === "closed";
	return (
		<Menu position="bottom-end" width={240}>
			<Menu.Target>
				<ActionIcon variant="subtle" color="gray" size="lg" aria-label={`${t("actions")} ${job.ordinal}`}>
					<IconDotsVertical size={20} stroke={1.7} />
				</ActionIcon>
			</Menu.Target>
			<Menu.Dropdown>
				<Menu.Item onClick={() => void navigate(addresses.job(job.jobId))}>{t("open-job")}</Menu.Item>
				{order.voided === null && inHand && (
					<>
						<Menu.Item onClick={() => onAct({ what: "correct-job", job })}>{t("correct-job")}</Menu.Item>
						<Menu.Item onClick={() => onAct({ what: "correct-item", job })}>{t("correct-item")}</Menu.Item>
					</>
				)}
				{counter && job.cancelHindered === null && order.voided === null && (
					<Menu.Item color="red" onClick={() => onAct({ what: "cancel", job })}>
						{t("cancel-job")}
					</Menu.Item>
				)}
				{counter && left && (
					<Menu.Item onClick={() => void navigate(addresses.rework(job.item.itemId, job.jobId))}>
						{t("rework-in")}
					</Menu.Item>
				)}
			</Menu.Dropdown>
		</Menu>
	);
}
