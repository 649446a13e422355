import type { ReactNode } from "react";
import type { BenchJob } from "../../../../preload/contract/bench.ts";
import { PhotoStrip } from "../../../components/photo/PhotoStrip.tsx";
import { Meaning } from "../../../components/text/Meaning.tsx";
import { useTexts } from "../../../i18n/language.ts";
import { benchTexts } from "../../../i18n/texts/bench.ts";
import { useListing, useName } from "../words.ts";
import classes from "./desk.module.css";

/** What the technician must know about the job: what QC said, the customer's words, findings, agreed work, pictures. */
export function SideInfo({ job }: { job: BenchJob }) {
	const t = useTexts(benchTexts);
	const name = useName();
	const listing = useListing();
	const pieceName = (id: string | null) => name(job.card.pieces.find((p) => p.id === id)?.name);
	const before = job.photos.filter((p) => p.role !== "step" && p.role !== "after");
	const during = job.photos.filter((p) => p.role === "step" || p.role === "after");
	return (
		<div className={classes.info}>
			{job.failures.slice(0, 1).map((failure) => (
				<Part key={failure.at} title={t(failure.from === "customer" ? "customer-said" : "qc-said")} alarm>
					<strong>{name(failure.reason.name)}</strong>
					<span>{listing(failure.points.map((point) => name(point.name)))}</span>
					{failure.words && <span>“{failure.words}”</span>}
				</Part>
			))}
			{job.troubles
				.filter((trouble) => trouble.open)
				.map((trouble) => (
					<Part key={trouble.at} title={t("troubles")} alarm>
						<Meaning meaning="blocked">{name(trouble.reason.name)}</Meaning>
						{trouble.words && <span>“{trouble.words}”</span>}
					</Part>
				))}
			<Part title={t("words")}>
				<span className={job.words ? classes.said : classes.none}>{job.words ?? t("no-words")}</span>
			</Part>
			<Part title={t("findings")}>
				{job.findings.length === 0 && <span className={classes.none}>{t("no-findings")}</span>}
				{job.findings.map((finding, at) => (
					<span key={finding.id}>
						<b>{at + 1}</b> {name(finding.name)} · {name(finding.component)}
						{finding.pieceId && ` · ${pieceName(finding.pieceId)}`}
						{finding.note && ` · ${finding.note}`}
					</span>
				))}
			</Part>
			<Part title={t("agreed")}>
				{job.lines.map((line) => (
					<span key={`${line.code}${line.pieceId}`}>
						{name(line.title)}
						{line.qty > 1 && ` ×${line.qty}`}
						{line.pieceId && ` · ${pieceName(line.pieceId)}`}
					</span>
				))}
				{job.returnOldParts && <Meaning meaning="due-soon">{t("old-parts")}</Meaning>}
			</Part>
			<Part title={t("photos")}>
				{job.photos.length === 0 && <span className={classes.none}>{t("no-photos")}</span>}
				{before.length > 0 && <PhotoStrip size="sm" photos={before} />}
				{during.length > 0 && <PhotoStrip size="sm" photos={during} />}
			</Part>
		</div>
	);
}

function Part({ title, alarm, children }: { title: string; alarm?: boolean; children: ReactNode }) {
	return (
		<section className={classes.part} data-alarm={alarm || undefined}>
			<h3>{title}</h3>
			{children}
		</section>
	);
}
