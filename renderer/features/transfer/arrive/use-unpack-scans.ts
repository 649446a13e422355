/** Scans while unpacking: a label ticks its piece, the seal's number is compared, anything else goes its usual way. */
import { useEffect } from "react";
import type { ParcelJob, ParcelView } from "../../../../preload/contract/transfer.ts";
import { type ScanResult, useScan } from "../../../scan/bus.ts";
import { useOrderWords } from "../../order/words.ts";
import { disarm } from "../../shelf/shelf-scans.ts";
import { useTransferWords } from "../words.ts";

type Given = {
	parcel: ParcelView;
	jobs: readonly ParcelJob[];
	found: ReadonlySet<string>;
	tick: (pieceId: string, here: boolean) => void;
};

export function useUnpackScans({ parcel, jobs, found, tick }: Given): void {
	const { t } = useTransferWords();
	const words = useOrderWords();

	// Whoever unpacks has stopped putting away: labels mean this from here on.
	useEffect(disarm, []);

	function label(orderNumber: string, no: number): ScanResult {
		const job = jobs.find((each) => each.number === orderNumber && each.pieces.some((piece) => piece.no === no));
		const piece = job?.pieces.find((each) => each.no === no);
		if (!piece) return { label: t("piece-not-inside"), tone: "attention" };
		const name = { piece: `${words.name(piece.name)} ${String(no).padStart(2, "0")}` };
		if (found.has(piece.id)) return { label: t("piece-again", name) };
		tick(piece.id, true);
		return { label: t("piece-found", name) };
	}

	useScan(({ code }) => {
		if (code.kind === "piece") return label(code.orderNumber, code.piece);
		if (code.kind !== "text" || parcel.seal === "") return false;
		return code.text.toUpperCase() === parcel.seal
			? { label: t("seal-match") }
			: { label: t("seal-differs", { seal: parcel.seal }), tone: "attention" };
	});
}
