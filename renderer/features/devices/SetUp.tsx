import { useQueryCall } from "../../app/use-calls.ts";
import { PrinterForm } from "../printing/PrinterForm.tsx";
import { PairingDialog } from "../scanners/pairing/PairingDialog.tsx";
import { PaperForm } from "./forms/PaperForm.tsx";
import { ScannerForm } from "./forms/ScannerForm.tsx";

export type SettingUp = {
	what: "pairing" | "scanner" | "label-printer" | "paper-printer";
	/** Left out: a new one. */
	id?: string;
};

/** The dialog a device is set up in. What is changed is read first, so that nobody overwrites what they did not see. */
export function SetUp({ what, id, onClose }: SettingUp & { onClose: () => void }) {
	const known = id !== undefined;
	const scanners = useQueryCall("scanners.list", {}, { enabled: known && what === "scanner" });
	const labels = useQueryCall("printers.list", {}, { enabled: known && what === "label-printer" });
	const papers = useQueryCall("paperPrinters.list", {}, { enabled: known && what === "paper-printer" });
	if (what === "pairing") return <PairingDialog opened onClose={onClose} />;
	if (what === "scanner") {
		const scanner = scanners.data?.scanners.find((one) => one.id === id);
		return known && !scanner ? null : <ScannerForm scanner={scanner} onClose={onClose} />;
	}
	if (what === "label-printer") {
		const row = labels.data?.printers.find((one) => one.id === id);
		return known && !row ? null : <PrinterForm row={row} onClose={onClose} />;
	}
	const printer = papers.data?.printers.find((one) => one.id === id);
	return known && !printer ? null : <PaperForm printer={printer} onClose={onClose} />;
}
