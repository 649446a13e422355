import { Modal, SegmentedControl } from "@mantine/core";
import { useState } from "react";
import type { BenchJob } from "../../../../preload/contract/bench.ts";
import { call, mediaUrl } from "../../../app/client.ts";
import { PhotoCapture } from "../../../components/photo/PhotoCapture.tsx";
import { PhotoStrip } from "../../../components/photo/PhotoStrip.tsx";
import { keepEdited } from "../../../components/photo/shot/edited.ts";
import type { InsteadOf } from "../../../components/photo/shot/use-shots.ts";
import { useTexts } from "../../../i18n/language.ts";
import { benchTexts } from "../../../i18n/texts/bench.ts";
import classes from "../bench.module.css";
import type { Acts } from "../use-acts.ts";
import { useName } from "../words.ts";

export type PhotoRole = "step" | "after";
export type PhotoDialogProps = {
	opened: boolean;
	job: BenchJob;
	acts: Acts;
	/** What to begin with. */
	shows: PhotoRole;
	/** Piece to begin with, or null for the whole item. */
	pieceId?: string | null;
	onClose: () => void;
};

/** Pictures of the work: of the step, or after it, with the picture from before as a ghost to match the angle. */
export function PhotoDialog({ opened, ...rest }: PhotoDialogProps) {
	const t = useTexts(benchTexts);
	return (
		<Modal opened={opened} onClose={rest.onClose} title={t("photo-title")} size="min(38rem, 94vw)">
			{opened && <Shooting {...rest} />}
		</Modal>
	);
}

function Shooting({ job, acts, shows: first, pieceId: firstPiece = null }: Omit<PhotoDialogProps, "opened">) {
	const t = useTexts(benchTexts);
	const name = useName();
	const { jobId, pieces } = job.card;
	const [role, setRole] = useState<PhotoRole>(first);
	const step = job.steps.find((s) => s.id === job.currentStepId);
	const [pieceId, setPieceId] = useState(firstPiece ?? (first === "step" ? (step?.pieceId ?? null) : null));
	const shots = job.photos.filter((p) => p.role === role && p.pieceId === pieceId);
	// The k-th picture after is matched with the k-th one before.
	const before = job.photos.filter((p) => p.role === "before" && p.pieceId === pieceId);
	const ghost = role === "after" ? (before[shots.length] ?? before.at(-1)) : undefined;
	const getTicket = async () => (await call("bench.photoTicket", { jobId, role })).ticket;
	const onStored = (handle: string, insteadOf?: InsteadOf) =>
		acts.add(
			call("bench.addPhoto", {
				jobId,
				handle,
				...(role === "step" && step ? { stepId: step.id } : {}),
				...(pieceId ? { pieceId } : {}),
				...(insteadOf ? { insteadOf: insteadOf.handle } : {}),
			}),
		);
	return (
		<div className={classes.dialog}>
			<div className={classes.photoPick}>
				<SegmentedControl
					size="md"
					value={role}
					onChange={(value) => setRole(value === "after" ? "after" : "step")}
					data={[
						{ value: "step", label: t("photo-step") },
						{ value: "after", label: t("photo-after") },
					]}
				/>
				<SegmentedControl
					size="md"
					aria-label={t("photo-piece")}
					value={pieceId ?? ""}
					onChange={(value) => setPieceId(value === "" ? null : value)}
					data={[
						{ value: "", label: t("whole-item") },
						...pieces.filter((p) => !p.gone).map((p) => ({ value: p.id, label: name(p.name) })),
					]}
				/>
			</div>
			{ghost && <p className={classes.dialogHint}>{t("photo-match")}</p>}
			<PhotoCapture
				layer="modal"
				category={job.card.item.category}
				getTicket={getTicket}
				onStored={onStored}
				{...(ghost ? { overlayUrl: mediaUrl(ghost.handle) } : {})}
			/>
			{shots.length > 0 && (
				<PhotoStrip
					size="sm"
					photos={shots}
					category={job.card.item.category}
					onEdited={({ handle }, picture) => keepEdited(handle, picture, { getTicket, onStored })}
				/>
			)}
		</div>
	);
}
