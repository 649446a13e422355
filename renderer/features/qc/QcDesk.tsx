import { Button } from "@mantine/core";
import { IconArrowBackUp, IconCamera, IconCheck, IconChecks } from "@tabler/icons-react";
import { useState } from "react";
import { Link, useNavigate } from "react-router";
import { formatOrderNumber } from "../../../domain/code/order-number.ts";
import { parseScan } from "../../../domain/code/scan.ts";
import type { QcJob } from "../../../preload/contract/qc.ts";
import { addresses } from "../../app/addresses.ts";
import { call } from "../../app/client.ts";
import { useKeys } from "../../app/keys/keys.ts";
import { Empty } from "../../app/states/Empty.tsx";
import { Failed } from "../../app/states/Failed.tsx";
import { useTexts } from "../../i18n/language.ts";
import { benchTexts } from "../../i18n/texts/bench.ts";
import { qcTexts } from "../../i18n/texts/qc.ts";
import { type ScanAnswer, type ScanResult, useScan } from "../../scan/bus.ts";
import benchClasses from "../bench/bench.module.css";
import { PhotoDialog } from "../bench/dialogs/PhotoDialog.tsx";
import { jobOfScan } from "../bench/labels.ts";
import { Steps } from "../bench/StepsPanel.tsx";
import { putAway } from "../shelf/shelf-scans.ts";
import { Compare } from "./Compare.tsx";
import { FailDialog } from "./FailDialog.tsx";
import { Points } from "./Points.tsx";
import { QcHead } from "./QcHead.tsx";
import classes from "./qc.module.css";
import { useQc } from "./use-qc.ts";

/** Pictures left, points right, the verdict below: everything on one screen. */
export function QcDesk({ qc }: { qc: QcJob }) {
	const t = useTexts(qcTexts);
	const bench = useTexts(benchTexts);
	const navigate = useNavigate();
	const desk = useQc(qc);
	const [dialog, setDialog] = useState<"fail" | "photo">();
	const { card } = qc.job;
	const atQc = card.stage === "qc";
	const number = `${formatOrderNumber(card.orderNumber)}-${String(card.ordinal).padStart(2, "0")}`;
	const open = (next: "fail" | "photo") => {
		desk.acts.clear();
		setDialog(next);
	};
	useQcScans(qc, desk, open);
	// Listed backwards: the bar shows what was registered last first.
	useKeys([
		{ key: "A", label: t("all-ok"), run: desk.allGood, bar: true, disabled: !atQc },
		{ key: "2", label: t("fail"), run: () => open("fail"), bar: true, disabled: !atQc },
		{
			key: "1",
			label: t("pass"),
			run: () => desk.pass(),
			bar: true,
			disabled: !atQc || desk.left > 0 || desk.failed.length > 0,
		},
		{ key: "F4", label: bench("print-label"), run: () => void desk.printLabels(), bar: true },
		{ key: "F6", label: t("take-after"), run: () => open("photo"), bar: true, disabled: !atQc },
	]);
	if (!atQc) {
		return (
			<Empty
				icon={IconChecks}
				title={t(card.stage === "hand-over" ? "passed" : card.stage === "repair" ? "failed" : "not-at-qc")}
				teach={
					card.stage === "hand-over" ? (card.shelf ? t("lies-on", { shelf: card.shelf }) : t("shelve-next")) : number
				}
				action={
					<>
						<Button size="lg" onClick={() => void navigate("/qc")}>
							{bench("to-queue")}
						</Button>
						<Button size="lg" variant="default" component={Link} to={addresses.job(card.jobId)}>
							{t("open-job")}
						</Button>
					</>
				}
			/>
		);
	}
	return (
		<div className={classes.desk}>
			<QcHead qc={qc} />
			{desk.acts.failure !== undefined && dialog === undefined && <Failed inline error={desk.acts.failure} />}
			<div className={classes.body}>
				<section className={classes.pictures}>
					<Compare qc={qc} onShoot={() => open("photo")} />
				</section>
				<section className={classes.points}>
					<Points qc={qc} desk={desk} />
					<details className={classes.work}>
						<summary>{t("work")}</summary>
						<Steps job={qc.job} />
					</details>
				</section>
			</div>
			<footer className={classes.verdict}>
				<button type="button" className={benchClasses.target} onClick={desk.allGood}>
					<IconChecks aria-hidden />
					<span>{t("all-ok")}</span>
					<kbd>A</kbd>
				</button>
				<button
					type="button"
					className={benchClasses.target}
					data-look="main"
					disabled={desk.acts.busy || desk.left > 0 || desk.failed.length > 0 || qc.may === "own-work-refused"}
					onClick={() => desk.pass()}
				>
					<IconCheck aria-hidden />
					<span>{t("pass")}</span>
					<kbd>1</kbd>
				</button>
				<button
					type="button"
					className={benchClasses.target}
					data-look="trouble"
					disabled={desk.acts.busy}
					onClick={() => open("fail")}
				>
					<IconArrowBackUp aria-hidden />
					<span>{t("fail")}</span>
					<kbd>2</kbd>
				</button>
				<button type="button" className={benchClasses.target} onClick={() => open("photo")}>
					<IconCamera aria-hidden />
					<span>{t("take-after")}</span>
					<kbd>F6</kbd>
				</button>
			</footer>
			<FailDialog qc={qc} desk={desk} opened={dialog === "fail"} onClose={() => setDialog(undefined)} />
			<PhotoDialog
				opened={dialog === "photo"}
				job={qc.job}
				acts={desk.acts}
				shows="after"
				pieceId={qc.missingAfter[0] ?? null}
				onClose={() => setDialog(undefined)}
			/>
		</div>
	);
}

/** The pass card passes everything not marked as failed; the fail card opens what it needs to know. */
function useQcScans(qc: QcJob, desk: ReturnType<typeof useQc>, open: (dialog: "fail" | "photo") => void): void {
	const t = useTexts(qcTexts);
	const bench = useTexts(benchTexts);
	const navigate = useNavigate();
	const { jobId, stage } = qc.job.card;
	const nothing: ScanAnswer = { label: t("command-nothing"), tone: "attention" };
	useScan(async ({ text }): Promise<ScanResult> => {
		const scan = parseScan(text);
		if (scan.kind === "shelf") return putAway({ jobIds: [jobId] }, scan.shelf);
		if (scan.kind === "command") {
			if (scan.command === "label") return (await desk.printLabels()) ? { label: bench("labels-sent") } : nothing;
			if (stage !== "qc") return nothing;
			if (scan.command === "pass") {
				return desk.acts.scanned(
					(at) => call("qc.pass", { ...at, points: desk.passing(true) }),
					() => t("passed"),
				);
			}
			if (scan.command === "fail") open("fail");
			else if (scan.command === "photo") open("photo");
			else return nothing;
			return { label: scan.command === "fail" ? t("fail") : t("take-after") };
		}
		const other = await jobOfScan(text, "qc");
		if (!other) return false;
		if (other.jobId !== jobId) void navigate(`/qc/${other.jobId}`, { replace: true });
		return { label: t("opened-job", { number: formatOrderNumber(other.number) }) };
	});
}
