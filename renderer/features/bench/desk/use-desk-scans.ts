/**
 * Scans at the bench. Command cards act on the job on screen; a part's label books one; a shelf's puts it there;
 * another job's label brings that job. Everything else goes on to whoever understands it.
 */
import { useNavigate } from "react-router";
import { formatOrderNumber } from "../../../../domain/code/order-number.ts";
import type { Command } from "../../../../domain/code/own.ts";
import { parseScan } from "../../../../domain/code/scan.ts";
import type { BenchJob } from "../../../../preload/contract/bench.ts";
import { call } from "../../../app/client.ts";
import { dialogOpen } from "../../../app/keys/keys.ts";
import { useStandard } from "../../../app/use-standard.ts";
import { useTexts } from "../../../i18n/language.ts";
import { benchTexts } from "../../../i18n/texts/bench.ts";
import { type ScanAnswer, type ScanResult, useScan } from "../../../scan/bus.ts";
import { putAway } from "../../shelf/shelf-scans.ts";
import { jobOfScan } from "../labels.ts";
import type { Desk } from "./use-desk.ts";

export function useDeskScans(job: BenchJob, desk: Desk): void {
	const t = useTexts(benchTexts);
	const navigate = useNavigate();
	const standard = useStandard();
	const { acts, step } = desk;
	const { jobId } = job.card;
	const stepId = step?.id ?? "";
	const nothing: ScanAnswer = { label: t("command-nothing"), tone: "attention" };

	const command = async (name: Command): Promise<ScanAnswer> => {
		switch (name) {
			case "start":
				if (!step) return nothing;
				if (step.hindered?.why === "still-curing") {
					desk.open("early");
					return { label: t("early-title"), tone: "attention" };
				}
				return acts.scanned(
					(at) => call("bench.startStep", { ...at, stepId }),
					() => t("started", { no: step.no }),
				);
			case "finish":
			case "next": {
				if (!step) return nothing;
				const next = name === "next";
				if (next && step.state === "todo") return command("start");
				return acts.scanned(
					(at) => call("bench.finishStep", { ...at, stepId, next }),
					({ stage }) => {
						desk.finished(step, stage);
						return stage === "qc" ? t("sent-to-qc") : t("finished-step", { no: step.no });
					},
				);
			}
			case "pause":
				if (step?.state !== "running") return nothing;
				if (desk.dialog === "pause") desk.pause("other");
				else desk.open("pause");
				return { label: t("pause") };
			case "trouble":
				desk.open("trouble");
				return { label: t("trouble") };
			case "photo":
				if (!desk.mayShoot) return nothing;
				if (desk.dialog === "photo") pressShutter();
				else desk.open("photo");
				return { label: t("photo") };
			case "label":
				return (await desk.printLabels()) ? { label: t("labels-sent") } : nothing;
			default:
				return { label: t("command-qc"), tone: "attention" };
		}
	};

	const part = (code: string, lot: string | undefined): Promise<ScanAnswer> => {
		const known = standard?.parts.get(code);
		const operation = job.parts.suggested.find((each) => each.part === code)?.operation ?? null;
		const more = { ...(operation ? { operation } : {}), ...(lot ? { lot } : {}) };
		const unit = standard?.name(known?.unit) ?? "";
		return acts.scanned(
			(at) => call("bench.usePart", { ...at, part: code, milli: 1000, ...more }),
			() => t("part-used", { part: standard?.name(known?.name) ?? code, amount: 1, unit }),
		);
	};

	useScan(async ({ text }): Promise<ScanResult> => {
		const scan = parseScan(text);
		if (scan.kind === "command") return command(scan.command);
		if (scan.kind === "part") return job.closed === null ? part(scan.part, scan.lot) : false;
		if (scan.kind === "shelf") return putAway({ jobIds: [jobId] }, scan.shelf, undefined, desk.tell);
		// A half-filled dialog belongs to this job.
		if (desk.dialog !== undefined && dialogOpen()) return false;
		const other = await jobOfScan(text, "repair");
		if (!other) return false;
		if (other.jobId !== jobId) void navigate(`/bench/${other.jobId}`, { replace: true });
		return { label: t("opened-job", { number: formatOrderNumber(other.number) }) };
	});
}

/** The camera's own key is the one shutter there is; a card presses it. */
function pressShutter(): void {
	document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "F6", code: "F6", bubbles: true, cancelable: true }));
}
