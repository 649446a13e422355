import { Button, Textarea } from "@mantine/core";
import { useState } from "react";
import { useNavigate } from "react-router";
import type { ParcelView } from "../../../../preload/contract/transfer.ts";
import { addresses } from "../../../app/addresses.ts";
import { call } from "../../../app/client.ts";
import { useKeys } from "../../../app/keys/keys.ts";
import { Failed } from "../../../app/states/Failed.tsx";
import { useCommand } from "../../../app/use-calls.ts";
import { say } from "../../../components/act/undo.tsx";
import { PhotoCapture } from "../../../components/photo/PhotoCapture.tsx";
import { PhotoStrip } from "../../../components/photo/PhotoStrip.tsx";
import { useFormat } from "../../../i18n/format.ts";
import classes from "../transfer.module.css";
import { useTransferWords } from "../words.ts";
import { Pieces } from "./Pieces.tsx";
import { Seal } from "./Seal.tsx";
import { useUnpackScans } from "./use-unpack-scans.ts";

type Props = { code: string; parcel: ParcelView; nowAt: string };

/** Seal, pieces, pictures, accept: in the order one opens a box. */
export function Unpack({ code, parcel, nowAt }: Props) {
	const { t, named, numbers } = useTransferWords();
	const format = useFormat();
	const navigate = useNavigate();
	const accept = useCommand("transfer.accept");
	const [sealWhole, setSealWhole] = useState<boolean>();
	const [found, setFound] = useState<ReadonlySet<string>>(new Set());
	const [note, setNote] = useState("");
	const [photos, setPhotos] = useState<string[]>([]);
	const jobs = parcel.jobs.filter(({ jobId }) => parcel.open.includes(jobId));
	const pieces = jobs.flatMap((job) => job.pieces.filter(({ gone }) => !gone));
	const tick = (id: string, here: boolean) => {
		setFound((now) => {
			const next = new Set(now);
			if (here) next.add(id);
			else next.delete(id);
			return next;
		});
	};
	useUnpackScans({ parcel, jobs, found, tick });
	const inside = pieces.filter(({ id }) => found.has(id)).length;
	const all = inside === pieces.length;
	const proven = sealWhole !== false || !parcel.canRecord || note.trim() !== "" || photos.length > 0;
	const missing =
		sealWhole === undefined ? "need-seal" : inside === 0 ? "need-piece" : proven ? undefined : "broken-hint";
	const [firstJob] = jobs;

	const take = () => {
		if (missing || sealWhole === undefined) return;
		const taken = jobs
			.map(({ jobId, version, pieces: mine }) => ({
				jobId,
				version,
				found: mine.map(({ id }) => id).filter((id) => found.has(id)),
			}))
			.filter((job) => job.found.length > 0);
		accept.mutate(
			{ code, sealWhole, jobs: taken, note, photos },
			{
				onSuccess: ({ parcelId, left }) => {
					say(left > 0 ? t("accepted-left", { count: taken.length, left }) : t("accepted", { count: taken.length }));
					const [only, ...others] = taken;
					void navigate(only && others.length === 0 ? addresses.job(only.jobId) : addresses.parcel(parcelId));
				},
			},
		);
	};
	useKeys([{ key: "F9", label: t("accept"), run: take, bar: true, disabled: missing !== undefined }]);
	return (
		<div className={classes.form}>
			<header className={classes.head}>
				<h1>{t("from-whom", { workshop: named(parcel.from) })}</h1>
				<p>
					{numbers(parcel)} · {t("sent-at", { when: format.when(parcel.sentAt, nowAt) })}
				</p>
				{parcel.note && <p className={classes.note}>{parcel.note}</p>}
			</header>
			<div className={classes.columns}>
				<div className={classes.column}>
					<Seal seal={parcel.seal} whole={sealWhole} onSay={setSealWhole} />
					<Pieces jobs={jobs} nowAt={nowAt} found={found} onTick={tick} />
				</div>
				<div className={classes.column}>
					<section className={classes.box}>
						<h2>{t("step-proof")}</h2>
						{parcel.canRecord && firstJob ? (
							<>
								<PhotoCapture
									what={t("unpack-what")}
									getTicket={async () =>
										(await call("transfer.photo", { orderId: firstJob.orderId, role: "unboxing" })).ticket
									}
									onStored={(handle, insteadOf) =>
										setPhotos((now) => [...now.filter((each) => each !== insteadOf?.handle), handle])
									}
								/>
								{photos.length > 0 && (
									<PhotoStrip
										size="sm"
										photos={photos.map((handle) => ({ handle }))}
										onRemove={({ handle }) => setPhotos(photos.filter((each) => each !== handle))}
									/>
								)}
								<Textarea
									label={t("arrive-note")}
									autosize
									minRows={2}
									maxLength={500}
									value={note}
									onChange={(event) => setNote(event.currentTarget.value)}
								/>
							</>
						) : (
							<p className={classes.quiet}>{t("proof-later")}</p>
						)}
					</section>
					{parcel.photos.length > 0 && (
						<section className={classes.box}>
							<h2>{t("before-pack")}</h2>
							<PhotoStrip photos={parcel.photos.map((handle) => ({ handle }))} />
						</section>
					)}
				</div>
			</div>
			<footer className={classes.foot}>
				{accept.error && <Failed inline error={accept.error} />}
				<span className={classes.quiet}>{missing ? t(missing) : all ? "" : t("accept-some-hint")}</span>
				<Button
					size="md"
					disabled={missing !== undefined}
					loading={accept.isPending}
					rightSection={<kbd className={classes.kbd}>F9</kbd>}
					onClick={take}
				>
					{all ? t("accept-all") : t("accept-some", { found: inside, all: pieces.length })}
				</Button>
			</footer>
		</div>
	);
}
