import { Button, SegmentedControl } from "@mantine/core";
import { IconBarcode, IconCheck, IconX } from "@tabler/icons-react";
import { useState } from "react";
import type { HandoverJob } from "../../../preload/contract/handover.ts";
import { CompareSlider } from "../../components/photo/CompareSlider.tsx";
import { Photo } from "../../components/photo/PhotoStrip.tsx";
import { useWhereWords } from "../../components/transfer/Where.tsx";
import { listText } from "../../i18n/define.ts";
import { useLanguage, useTexts } from "../../i18n/language.ts";
import { handoverTexts } from "../../i18n/texts/handover.ts";
import type { OrderWords } from "../order/words.ts";
import classes from "./handover.module.css";
import { KeepDialog } from "./KeepDialog.tsx";
import { LeavingPhoto } from "./LeavingPhoto.tsx";
import { MissingDialog } from "./MissingDialog.tsx";
import type { Change, Progress } from "./state.ts";

export type BoxProps = { progress: Progress; onChange: (change: Change) => void; words: OrderWords };
type Props = BoxProps & { job: HandoverJob };
type Piece = HandoverJob["pieces"][number];

/** One item: before and after, and every piece of it with a large mark. */
export function JobPieces({ job, progress, onChange, words }: Props) {
	const t = useTexts(handoverTexts);
	const language = useLanguage();
	const whereIs = useWhereWords();
	const [keeping, setKeeping] = useState(false);
	const postponed = progress.postponed.includes(job.jobId);
	const state = job.left
		? t("left")
		: job.ready
			? postponed
				? t("postponed")
				: ""
			: job.where
				? whereIs(job.where)
				: t("not-ready", { stage: words.own("stage", job.stage) });
	const facts = [
		job.goingBack && t("back"),
		job.work.length > 0 && t("work", { work: listText(job.work.map(words.name), language) }),
		job.shelf ? t("shelf", { shelf: job.shelf }) : job.ready && t("no-shelf"),
	].filter(Boolean);
	if (state !== "") {
		return (
			<article className={classes.asleep}>
				<strong>{words.item(job.item)}</strong>
				<span>{state}</span>
				{postponed && (
					<Button
						size="compact-sm"
						variant="subtle"
						onClick={() => onChange({ postponed: progress.postponed.filter((id) => id !== job.jobId) })}
					>
						{t("take-job")}
					</Button>
				)}
			</article>
		);
	}
	return (
		<article className={classes.job}>
			<Pictures job={job} label={words.item(job.item)} />
			<div className={classes.jobBody}>
				<header>
					<h2>{words.item(job.item)}</h2>
					{!job.goingBack && (
						<Button size="compact-sm" variant="subtle" color="gray" onClick={() => setKeeping(true)}>
							{t("keep")}
						</Button>
					)}
					<Button
						size="compact-sm"
						variant="subtle"
						color="gray"
						onClick={() => onChange({ postponed: [...progress.postponed, job.jobId] })}
					>
						{t("leave-job")}
					</Button>
				</header>
				<p>{facts.join(" · ")}</p>
				<ul className={classes.tiles}>
					{job.pieces.map((piece) => (
						<Tile key={piece.id} piece={piece} progress={progress} onChange={onChange} words={words} />
					))}
				</ul>
				<KeepDialog job={job} opened={keeping} onClose={() => setKeeping(false)} words={words} />
				<OldParts job={job} progress={progress} onChange={onChange} words={words} />
			</div>
		</article>
	);
}

function Pictures({ job, label }: { job: HandoverJob; label: string }) {
	const t = useTexts(handoverTexts);
	const [at, setAt] = useState(0);
	const pair = job.pairs[at % Math.max(1, job.pairs.length)];
	if (!pair) {
		return (
			<div className={classes.picture}>
				{job.photo ? <Photo handle={job.photo} label={label} large /> : <span>{t("no-pictures")}</span>}
				<LeavingPhoto job={job} ghost={job.photo ?? undefined} />
			</div>
		);
	}
	return (
		<div className={classes.picture}>
			<CompareSlider key={pair.before} before={pair.before} after={pair.after} />
			<LeavingPhoto job={job} ghost={pair.before} />
			{job.pairs.length > 1 && (
				<SegmentedControl
					size="xs"
					fullWidth
					value={String(at)}
					onChange={(value) => setAt(Number(value))}
					data={job.pairs.map((_, index) => ({ value: String(index), label: String(index + 1) }))}
				/>
			)}
		</div>
	);
}

/** A piece: waiting for its scan, checked, or named missing. A press does what a scan does, for a label that won't read. */
function Tile({ piece, progress, onChange, words }: BoxProps & { piece: Piece }) {
	const t = useTexts(handoverTexts);
	const [naming, setNaming] = useState(false);
	const mark = progress.marks[piece.id];
	const name = words.name(piece.name);
	const number = String(piece.no).padStart(2, "0");
	if (piece.gone) {
		return (
			<li className={classes.tile} data-state="gone">
				<span className={classes.tileMain}>
					<strong>{name}</strong>
					<small>{piece.missing ? words.name(piece.missing.name) : t("left")}</small>
				</span>
			</li>
		);
	}
	const state = mark === undefined ? "open" : mark === "given" ? "given" : "missing";
	const put = (now: typeof mark) => {
		onChange(({ marks }) => {
			const { [piece.id]: _, ...rest } = marks;
			return { marks: now === undefined ? rest : { ...rest, [piece.id]: now } };
		});
	};
	const reason =
		typeof mark === "object" ? words.reasons("missing-piece").find((r) => r.code === mark.reason)?.label : "";
	return (
		<li className={classes.tile} data-state={state}>
			<button
				type="button"
				className={classes.tileMain}
				aria-pressed={state === "given"}
				onClick={() => put(mark === "given" ? undefined : "given")}
			>
				<span className={classes.tileMark} aria-hidden>
					{state === "given" && <IconCheck size={34} stroke={2.6} />}
					{state === "missing" && <IconX size={34} stroke={2.6} />}
					{state === "open" && <IconBarcode size={30} stroke={1.5} />}
				</span>
				<strong>{name}</strong>
				<small>
					{number} · {state === "open" ? t("scan") : state === "given" ? t("given") : reason}
				</small>
			</button>
			<button type="button" className={classes.tileLess} onClick={() => setNaming(true)}>
				{t("name-missing")}
			</button>
			<MissingDialog
				opened={naming}
				onClose={() => setNaming(false)}
				piece={`${name} ${number}`}
				words={words}
				onNamed={(named) => put(named)}
			/>
		</li>
	);
}

function OldParts({ job, progress, onChange }: Props) {
	const t = useTexts(handoverTexts);
	if (job.oldParts === "none") return null;
	return (
		<div className={classes.oldParts} data-wanted={job.oldParts === "wanted" || undefined}>
			<span>{t(job.oldParts === "wanted" ? "old-parts" : "old-parts-extra")}</span>
			<SegmentedControl
				size="xs"
				value={progress.oldParts[job.jobId] ?? ""}
				onChange={(value) =>
					onChange({ oldParts: { ...progress.oldParts, [job.jobId]: value === "returned" ? "returned" : "left" } })
				}
				data={[
					{ value: "returned", label: t("old-returned") },
					{ value: "left", label: t("old-left") },
				]}
			/>
		</div>
	);
}
