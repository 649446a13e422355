/** Scans on the hand-over screen: a label checks its piece, the slip proves who may fetch, anything else is said. */
import { useEffect } from "react";
import { findPieceLabel, formatOrderNumber } from "../../../domain/code/order-number.ts";
import type { HandoverView } from "../../../preload/contract/handover.ts";
import { call } from "../../app/client.ts";
import { useTexts } from "../../i18n/language.ts";
import { handoverTexts } from "../../i18n/texts/handover.ts";
import { type ScanResult, useScan } from "../../scan/bus.ts";
import type { OrderWords } from "../order/words.ts";
import { disarm } from "../shelf/shelf-scans.ts";
import type { Change, Progress } from "./state.ts";

export type PieceScans = {
	view: HandoverView;
	progress: Progress;
	change: (change: Change) => void;
	words: OrderWords;
	active: boolean;
};

export function usePieceScans({ view, progress, change, words, active }: PieceScans): void {
	const t = useTexts(handoverTexts);

	// Whoever hands out has stopped putting away: labels mean this from here on.
	useEffect(disarm, []);

	function piece(no: number): ScanResult {
		const job = view.jobs.find((each) => each.pieces.some((p) => p.no === no));
		const found = job?.pieces.find((p) => p.no === no);
		if (!job || !found) return { label: t("piece-unknown"), tone: "attention" };
		const label = { piece: `${words.name(found.name)} ${String(no).padStart(2, "0")}` };
		if (found.gone) return { label: t("piece-left", label), tone: "attention" };
		if (!job.ready) return { label: t("piece-not-ready", { no: job.ordinal }), tone: "attention" };
		if (progress.marks[found.id] === "given") return { label: t("piece-again", label) };
		change((now) => ({
			marks: { ...now.marks, [found.id]: "given" },
			postponed: now.postponed.filter((id) => id !== job.jobId),
		}));
		return { label: t("piece-scanned", label) };
	}

	function slip(number: string): ScanResult {
		if (number !== view.number) return { label: t("other", { number: formatOrderNumber(number) }), tone: "attention" };
		change({ slip: "shown", proof: null, phoneTail: "" });
		return { label: t("slip-scanned") };
	}

	useScan(
		async ({ code, text }) => {
			const label = findPieceLabel(code.text);
			if (code.kind === "piece" && label)
				return label.orderNumber === view.number ? piece(label.piece) : slip(label.orderNumber);
			if (code.kind === "order") return slip(code.orderNumber);
			if (code.kind !== "status-token") return false;
			const answer = await call("scan.resolve", { text });
			return answer.kind === "order" ? slip(answer.number) : false;
		},
		{ active },
	);
}
