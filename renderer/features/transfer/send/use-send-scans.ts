/**
 * Scans on the sending page: a label of the order chooses its item, anything else is the waybill or the seal, whichever
 * is waiting. A number that says its carrier sets the carrier too.
 */
import { useEffect } from "react";
import { type Carrier, carrierOf, needsWaybill } from "../../../../domain/job/move/carriers.ts";
import type { WorkshopView } from "../../../../preload/contract/job-views.ts";
import { type ScanResult, useScan } from "../../../scan/bus.ts";
import { useOrderWords } from "../../order/words.ts";
import { disarm } from "../../shelf/shelf-scans.ts";
import { useTransferWords } from "../words.ts";
import type { Choices } from "./SendPage.tsx";

export type SendForm = {
	jobs: string[];
	to: WorkshopView | undefined;
	carrier: Carrier;
	waybill: string;
	seal: string;
	/** Which number the next scan is. */
	next: "waybill" | "seal";
	note: string;
	photos: string[];
};

type Given = { choices: Choices; form: SendForm; change: (more: Partial<SendForm>) => void };

export function useSendScans({ choices, form, change }: Given): void {
	const { t } = useTransferWords();
	const words = useOrderWords();

	// Whoever packs has stopped putting away: labels mean this from here on.
	useEffect(disarm, []);

	function label(orderNumber: string, piece: number): ScanResult {
		if (orderNumber !== choices.number) return { label: t("scan-other-order"), tone: "attention" };
		const job = choices.jobs.find(({ pieces }) => pieces.some(({ no }) => no === piece));
		if (!job || job.hindrance !== null) return { label: t("scan-other-order"), tone: "attention" };
		change({ jobs: [...new Set([...form.jobs, job.jobId])] });
		return { label: t("scanned-job", { what: words.item(job.item) }) };
	}

	useScan(({ code }) => {
		if (code.kind === "piece") return label(code.orderNumber, code.piece);
		if (!["text", "ean", "gs1", "order"].includes(code.kind)) return false;
		const text = code.text.toUpperCase().slice(0, 40);
		const said = carrierOf(text);
		if (said !== undefined || (needsWaybill(form.carrier) && form.next === "waybill")) {
			change({ waybill: text, next: "seal", ...(said ? { carrier: said } : {}) });
			return { label: t("scanned-waybill", { text }) };
		}
		change({ seal: text });
		return { label: t("scanned-seal", { text }) };
	});
}
