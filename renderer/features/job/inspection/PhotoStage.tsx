import { Button } from "@mantine/core";
import { IconCamera, IconCameraOff } from "@tabler/icons-react";
import { type KeyboardEvent, type MouseEvent, useState } from "react";
import type { Pin } from "../../../../domain/finding/finding.ts";
import type { JobPage } from "../../../../preload/contract/job.ts";
import { call } from "../../../app/client.ts";
import { useKeys } from "../../../app/keys/keys.ts";
import { Empty } from "../../../app/states/Empty.tsx";
import { PhotoCapture } from "../../../components/photo/PhotoCapture.tsx";
import { PhotoStrip } from "../../../components/photo/PhotoStrip.tsx";
import { StoredPicture } from "../../../components/photo/StoredPicture.tsx";
import type { InsteadOf } from "../../../components/photo/shot/use-shots.ts";
import { useTexts } from "../../../i18n/language.ts";
import { inspectionTexts } from "../../../i18n/texts/inspection.ts";
import { jobTexts } from "../../../i18n/texts/job.ts";
import type { JobActs } from "../use-job-acts.ts";
import classes from "./inspection.module.css";
import { PhotoActs } from "./PhotoActs.tsx";

export type StagePin = Pin & { number: number; label: string; marked: boolean };

export type PhotoStageProps = {
	page: JobPage;
	acts: JobActs;
	pins: readonly StagePin[];
	/** Number the next pin gets; undefined: pins cannot be set now. */
	placing: number | undefined;
	/** Pins are this person's to set, once a finding is chosen. */
	mayPin: boolean;
	onPlace: (pin: Pin) => void;
	onPin: (number: number) => void;
	/** Photos taken now belong to this finding. */
	findingId: string | undefined;
	/** What is photographed, for the camera's button. */
	what: string | undefined;
};

/** The item's photos large, findings drawn on them as numbered pins; the camera in the same place. */
export function PhotoStage({ page, acts, pins, placing, mayPin, onPlace, onPin, findingId, what }: PhotoStageProps) {
	const t = useTexts(inspectionTexts);
	const job = useTexts(jobTexts);
	const [camera, setCamera] = useState(false);
	const [picked, setPicked] = useState<string>();
	const [raw, setRaw] = useState<string>();
	const photos = page.photos.filter((photo) => photo.role !== "step");
	const wanted = pins.find((pin) => pin.marked)?.blob;
	const shown = photos.find((p) => p.handle === (picked ?? wanted)) ?? photos[0];
	const pinsHere = pins.filter((pin) => pin.blob === shown?.handle);
	const original = raw !== undefined && raw === shown?.handle ? shown.originals[0] : undefined;
	const open = page.stage === "inspection" || page.stage === "quote" || page.stage === "repair";
	useKeys(open && !camera ? [{ key: "F6", label: t("camera"), run: () => setCamera(true), bar: true }] : [], "screen");
	const store = async (handle: string, insteadOf?: InsteadOf) => {
		const about = {
			...(findingId ? { findingId } : {}),
			...(insteadOf ? { insteadOf: insteadOf.handle } : {}),
		};
		await acts.add(call("job.addPhotos", { jobId: page.jobId, photos: [handle], ...about }));
		setPicked(handle);
	};
	const ticket = async () => {
		const role = findingId ? "finding" : "before";
		return (await call("job.photo", { jobId: page.jobId, role })).ticket;
	};
	return (
		<section className={classes.stage} aria-label={t("photos")}>
			{camera ? (
				<PhotoCapture category={page.item.category} getTicket={ticket} onStored={store} {...(what ? { what } : {})} />
			) : shown ? (
				<PinnedPhoto
					handle={original ?? shown.handle}
					pins={original ? [] : pinsHere}
					placing={original ? undefined : placing}
					onPlace={onPlace}
					onPin={onPin}
				/>
			) : (
				<Empty icon={IconCameraOff} title={job("no-photo")} teach={t("empty-teach")} />
			)}
			<div className={classes.stageBar}>
				{open && (
					<Button
						variant={camera || photos.length > 0 ? "default" : "filled"}
						leftSection={<IconCamera size={18} stroke={1.7} />}
						onClick={() => setCamera(!camera)}
					>
						{t(camera ? "camera-close" : "camera")}
					</Button>
				)}
				{shown && !camera && (
					<PhotoActs
						photo={shown}
						category={page.item.category}
						raw={original !== undefined}
						onRaw={(on) => setRaw(on ? shown.handle : undefined)}
						// Pins are set on the very photo: it stays as it is.
						sink={open && pinsHere.length === 0 ? { getTicket: ticket, onStored: store } : undefined}
					/>
				)}
				{photos.length > 0 && (
					<PhotoStrip
						size="sm"
						photos={photos}
						onOpen={(photo) => {
							setPicked(photo.handle);
							setCamera(false);
						}}
					/>
				)}
				<span className={classes.soft} role="status">
					{shown && !camera && placing !== undefined && t("pin-place", { number: placing })}
					{shown && !camera && placing === undefined && page.findings.length > 0 && mayPin && t("pin-choose")}
				</span>
			</div>
		</section>
	);
}

type PinnedPhotoProps = Pick<PhotoStageProps, "pins" | "placing" | "onPlace" | "onPin"> & { handle: string };

const stepOf: Record<string, readonly [number, number]> = {
	ArrowLeft: [-20, 0],
	ArrowRight: [20, 0],
	ArrowUp: [0, -20],
	ArrowDown: [0, 20],
};

/** One photo with its pins. A click sets one; with the keyboard, arrows move the aim and Enter sets it. */
function PinnedPhoto({ handle, pins, placing, onPlace, onPin }: PinnedPhotoProps) {
	const t = useTexts(inspectionTexts);
	const [aim, setAim] = useState<{ x: number; y: number }>();
	const place = (event: MouseEvent<HTMLButtonElement>) => {
		// A press of Enter or Space is a click without a place: the aim is the place.
		if (event.detail === 0) return aim && onPlace({ blob: handle, ...aim });
		const box = event.currentTarget.getBoundingClientRect();
		const thousandths = (part: number, whole: number) => Math.min(1000, Math.max(0, Math.round((part / whole) * 1000)));
		const x = thousandths(event.clientX - box.left, box.width);
		const y = thousandths(event.clientY - box.top, box.height);
		onPlace({ blob: handle, x, y });
	};
	const move = (event: KeyboardEvent) => {
		const step = stepOf[event.key];
		if (!step) return;
		event.preventDefault();
		const [dx, dy] = step;
		const within = (value: number) => Math.min(1000, Math.max(0, value));
		setAim((now) => ({ x: within((now?.x ?? 500) + dx), y: within((now?.y ?? 500) + dy) }));
	};
	return (
		<div className={classes.photoBox}>
			<div className={classes.photoFrame}>
				<StoredPicture large handle={handle} alt={t("photos")} />
				{placing !== undefined && (
					<button
						type="button"
						className={classes.aim}
						aria-label={t("pin-place", { number: placing })}
						onClick={place}
						onKeyDown={move}
						onFocus={(event) => event.currentTarget.matches(":focus-visible") && setAim({ x: 500, y: 500 })}
						onBlur={() => setAim(undefined)}
					>
						{aim && <i style={{ left: `${aim.x / 10}%`, top: `${aim.y / 10}%` }} aria-hidden />}
					</button>
				)}
				{pins.map((pin) => (
					<button
						key={`${pin.number}:${pin.x}:${pin.y}`}
						type="button"
						className={classes.pin}
						data-marked={pin.marked || undefined}
						style={{ left: `${pin.x / 10}%`, top: `${pin.y / 10}%` }}
						aria-label={t("pin", { number: pin.number, fault: pin.label })}
						title={pin.label}
						onClick={() => onPin(pin.number)}
					>
						{pin.number}
					</button>
				))}
			</div>
		</div>
	);
}
