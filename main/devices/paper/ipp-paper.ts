/**
 * A printer for paper over IPP: on the network by itself, or a queue of CUPS. Asks before sending, sends a PDF with its
 * size, copies and tray, follows the job to its end, and takes back what got stuck. Never submits twice by itself.
 */
import { userInfo } from "node:os";
import { inLine } from "../printer/in-line.ts";
import { pause } from "../printer/pause.ts";
import type {
	PaperOptions,
	PrinterJob,
	PrinterPort,
	PrinterStatus,
	PrinterTrouble,
	SendOutcome,
} from "../printer/printer-port.ts";
import { askIpp, type IppPlace } from "../printer/queue/ipp-line.ts";
import { encodeIpp, type IppAnswer, type IppAttribute, ippGroup } from "../printer/queue/ipp-message.ts";
import {
	ippOperation,
	ippStatus,
	type JobState,
	jobStateOf,
	mediaNames,
	troubleIn,
	valuesOf,
	warningIn,
} from "./ipp-state.ts";

/** Where it answers and what it is called there. `vouches`: a finished job was printed, not only handed on. */
export type IppTarget = { place: IppPlace; path: string; uri: string; vouches: boolean };

export type PaperLimits = {
	/** Until the last sheet is out; a long quote on a slow printer takes its time. */
	finishMs: number;
	/** How long a printer that stands still may be put right before the job is taken back. */
	stuckMs: number;
	cancelMs: number;
	pollMs: number;
};
export const usualPaperLimits: PaperLimits = { finishMs: 180_000, stuckMs: 20_000, cancelMs: 5_000, pollMs: 400 };

type Condition = { trouble: PrinterTrouble | undefined; answer: IppAnswer | undefined };
type Followed = { state: JobState | "silent"; trouble: PrinterTrouble | undefined; begun: boolean };

export function createIppPaperPrinter(
	{ place, path, uri, vouches }: IppTarget,
	limits: PaperLimits = usualPaperLimits,
): PrinterPort {
	const who: IppAttribute[] = [
		["printer-uri", "uri", uri],
		["requesting-user-name", "name", userInfo().username],
	];
	const ask = (operation: number, attributes: IppAttribute[], document?: Uint8Array, job: IppAttribute[] = []) =>
		askIpp(place, path, encodeIpp(operation, [...who, ...attributes], document, job));

	async function condition(): Promise<Condition> {
		const wanted = [
			"printer-state",
			"printer-state-reasons",
			"printer-is-accepting-jobs",
			"media-supported",
			"media-ready",
		];
		const answer = await ask(ippOperation.getPrinter, [["requested-attributes", "keyword", ...wanted]]);
		if (!answer) return { trouble: "unreachable", answer };
		if (answer.status === ippStatus.notFound) return { trouble: "queue-missing", answer };
		if (answer.status >= 0x0100) return { trouble: "garbled", answer };
		const reasons = valuesOf(answer, ippGroup.printer, "printer-state-reasons");
		if (valuesOf(answer, ippGroup.printer, "printer-is-accepting-jobs")[0] === false)
			return { trouble: "queue-rejects", answer };
		const stopped = valuesOf(answer, ippGroup.printer, "printer-state")[0] === 5;
		return { trouble: troubleIn(reasons) ?? (stopped ? "queue-stopped" : undefined), answer };
	}

	/** A size the printer says it hasn't got is not tried: it would come out cut, or ask at its panel for ever. */
	function lacks(answer: IppAnswer, { media }: PaperOptions): boolean {
		const name = mediaNames[media];
		const supported = valuesOf(answer, ippGroup.printer, "media-supported");
		const ready = valuesOf(answer, ippGroup.printer, "media-ready");
		return (supported.length > 0 && !supported.includes(name)) || (ready.length > 0 && !ready.includes(name));
	}

	async function look(jobId: number): Promise<{ state: JobState | "silent"; begun: boolean }> {
		const wanted = ["job-state", "job-state-reasons", "job-impressions-completed", "job-media-sheets-completed"];
		const answer = await ask(ippOperation.getJob, [
			["job-id", "integer", jobId],
			["requested-attributes", "keyword", ...wanted],
		]);
		if (!answer) return { state: "silent", begun: true };
		const done = ["job-impressions-completed", "job-media-sheets-completed"].some(
			(name) => Number(valuesOf(answer, ippGroup.job, name)[0] ?? 0) > 0,
		);
		return { state: jobStateOf(answer), begun: done };
	}

	/** Until the job is over, the time is up, or the printer stands still for too long. */
	async function follow(jobId: number, signal: AbortSignal): Promise<Followed> {
		const until = performance.now() + limits.finishMs;
		let stuckSince: number | undefined;
		let trouble: PrinterTrouble | undefined;
		for (;;) {
			const { state, begun } = await look(jobId);
			if (state !== "pending" && state !== "printing" && state !== "stopped") return { state, trouble, begun };
			trouble = (await condition()).trouble;
			const now = performance.now();
			stuckSince = state === "stopped" || trouble ? (stuckSince ?? now) : undefined;
			const stuck = stuckSince !== undefined && now - stuckSince >= limits.stuckMs;
			if (stuck || now >= until || signal.aborted)
				return { state, trouble: signal.aborted ? "cancelled" : trouble, begun };
			await pause(limits.pollMs, signal);
		}
	}

	/** Taken back before the first sheet: surely nothing came out. */
	async function takeBack(jobId: number, { trouble = "busy", begun }: Followed): Promise<SendOutcome> {
		await ask(ippOperation.cancelJob, [["job-id", "integer", jobId]]);
		const until = performance.now() + limits.cancelMs;
		let seen = await look(jobId);
		while (seen.state !== "cancelled" && seen.state !== "done" && seen.state !== "gone" && performance.now() < until) {
			await pause(limits.pollMs, new AbortController().signal);
			seen = await look(jobId);
		}
		if (seen.state === "done") return sent();
		const nothing = seen.state === "cancelled" && !begun && !seen.begun;
		return { outcome: nothing ? "not-sent" : "unknown", trouble };
	}

	const sent = (): SendOutcome => ({ outcome: "sent", proof: vouches ? "status" : "handed-over" });

	async function send({ title, bytes, options }: PrinterJob, signal: AbortSignal): Promise<SendOutcome> {
		const wanted = options ?? { media: "A4" as const, copies: 1, tray: null };
		const before = await condition();
		if (signal.aborted) return { outcome: "not-sent", trouble: "cancelled" };
		if (before.trouble) return { outcome: "not-sent", trouble: before.trouble };
		if (before.answer && lacks(before.answer, wanted)) return { outcome: "not-sent", trouble: "media-not-loaded" };
		const operation: IppAttribute[] = [
			["job-name", "name", title],
			["document-format", "mime", "application/pdf"],
		];
		const job: IppAttribute[] = [
			["media", "keyword", mediaNames[wanted.media]],
			["copies", "integer", wanted.copies],
			// The size is the paper's own: nothing is scaled to fit.
			["print-scaling", "keyword", "none"],
		];
		if (wanted.tray) job.push(["media-source", "keyword", wanted.tray]);
		const answer = await ask(ippOperation.printJob, operation, bytes, job);
		if (!answer) return { outcome: "unknown", trouble: "connection-lost" };
		const jobId = Number(valuesOf(answer, ippGroup.job, "job-id")[0]);
		if (answer.status >= 0x0100 || !Number.isInteger(jobId)) return refused(answer.status);
		const followed = await follow(jobId, signal);
		switch (followed.state) {
			case "done":
				return sent();
			case "pending":
			case "printing":
			case "stopped":
				return takeBack(jobId, followed);
			case "cancelled":
				return { outcome: followed.begun ? "unknown" : "not-sent", trouble: followed.trouble ?? "cancelled" };
			case "failed":
				return { outcome: "unknown", trouble: followed.trouble ?? "printer-error" };
			default:
				return { outcome: "unknown", trouble: "connection-lost" };
		}
	}

	function refused(status: number): SendOutcome {
		if (status === ippStatus.notSupported) return { outcome: "not-sent", trouble: "media-not-loaded" };
		if (status === ippStatus.documentFormat) return { outcome: "not-sent", trouble: "no-pdf" };
		if (status === ippStatus.notFound) return { outcome: "not-sent", trouble: "queue-missing" };
		if (status === ippStatus.busy) return { outcome: "not-sent", trouble: "busy" };
		return { outcome: status < 0x0600 ? "not-sent" : "unknown", trouble: "queue-rejects" };
	}

	async function status(): Promise<PrinterStatus> {
		const { trouble, answer } = await condition();
		if (trouble) return { state: "attention", trouble };
		const warning = answer && warningIn(valuesOf(answer, ippGroup.printer, "printer-state-reasons"));
		return warning ? { state: "ready", warning } : { state: "ready" };
	}

	return {
		send: (job, signal) => inLine(uri, () => send(job, signal)),
		status: () => inLine(`${uri} status`, status),
	};
}
