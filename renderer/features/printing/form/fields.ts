/** A printer being set up: its fields, and what one choice means for the others. */
import { usualPrinter } from "../../../../preload/contract/printer-fields.ts";
import type { CallInput, CallOutput } from "../../../app/client.ts";

export type PrinterRow = CallOutput<"printers.list">["printers"][number];
export type PrinterFields = CallInput<"printers.save">["printer"];
export type Change = (change: Partial<PrinterFields>) => void;
export type Places = CallOutput<"printers.places">;

type Transport = PrinterFields["transport"];
export type TransportKind = Transport["kind"];

export const blankTransport: { [K in TransportKind]: Extract<Transport, { kind: K }> } = {
	tcp: { kind: "tcp", host: "", port: 9100 },
	serial: { kind: "serial", path: "", baud: 9600 },
	queue: { kind: "queue", name: "" },
};

export const blankFields: PrinterFields = { name: "", transport: blankTransport.tcp, ...usualPrinter };

export function fieldsOf(row: PrinterRow): PrinterFields {
	const { name, transport, language, dpi, media, roll, gap } = row;
	const { darkness, speed, offset, inverted, cutter, proof } = row;
	return { name, transport, language, dpi, media, roll, gap, darkness, speed, offset, inverted, cutter, proof };
}

/** A receipt printer has a roll and 203 dpi; a label printer has neither a roll nor that limit. */
export function withLanguage(language: PrinterFields["language"], fields: PrinterFields): Partial<PrinterFields> {
	if (language !== "escpos") return { language, roll: null };
	return {
		language,
		...withRoll(fields.roll ?? "80", fields),
		dpi: 203,
		gap: "continuous",
		darkness: null,
		speed: null,
	};
}

/** 58 mm paper has room for the narrowest labels only. */
export const withRoll = (roll: "58" | "80", { media }: PrinterFields): Partial<PrinterFields> => ({
	roll,
	media: roll === "58" ? "40x30" : media,
});

/** What this way can tell: only a network printer can hang up. */
export function proofsOf({ transport, proof }: PrinterFields): PrinterFields["proof"][] {
	if (transport.kind === "tcp") return ["status", "close", "none"];
	return proof === "close" ? ["status", "close", "none"] : ["status", "none"];
}
