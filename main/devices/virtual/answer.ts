/** What a printer answers to its language's questions, by how it is. Undefined: it says nothing. */
import type { PrinterProfile } from "../printer/profile.ts";
import type { VirtualFaults } from "./faults.ts";

const bit = (value: boolean) => (value ? "1" : "0");

/** `~HS`: three lines as Zebra's guide prints them. */
export function answerZpl(faults: VirtualFaults, waiting: number): Uint8Array | undefined {
	if (faults.outOfPaper) return undefined;
	const formats = String(Math.min(999, waiting)).padStart(3, "0");
	const first = `030,0,${bit(faults.paused || faults.jammed)},0320,${formats},0,0,0,000,0,0,0`;
	const second = `000,0,${bit(faults.headOpen)},0,0,2,4,0,00000000,1,000`;
	return Buffer.from([first, second, "0000,0"].map((line) => `\x02${line}\x03\r\n`).join(""), "latin1");
}

/** `ESC ! ?`: one byte, a flag each. */
function answerTspl(faults: VirtualFaults, waiting: number): Uint8Array {
	let byte = 0;
	if (faults.headOpen) byte |= 0x01;
	if (faults.jammed) byte |= 0x02;
	if (faults.outOfPaper) byte |= 0x04;
	if (faults.paused) byte |= 0x10;
	if (byte === 0 && waiting > 0) byte |= 0x20;
	return new Uint8Array([byte]);
}

/** `DLE EOT n`: one byte with the fixed bits 1 and 4. */
function answerEscPos(faults: VirtualFaults, n: number): Uint8Array {
	const offline = faults.outOfPaper || faults.headOpen || faults.jammed || faults.paused;
	const flags: Record<number, number> = {
		1: offline ? 0x08 : 0,
		2: (faults.headOpen ? 0x04 : 0) | (faults.outOfPaper ? 0x20 : 0) | (faults.jammed ? 0x40 : 0),
		3: faults.jammed ? 0x08 : 0,
		4: (faults.paperLow ? 0x0c : 0) | (faults.outOfPaper ? 0x60 : 0),
	};
	return new Uint8Array([0x12 | (flags[n] ?? 0)]);
}

/** @param n which of several questions, where a language has them */
export function answer(
	language: PrinterProfile["language"],
	n: number,
	faults: VirtualFaults,
	waiting: number,
): Uint8Array | undefined {
	if (faults.garbage) return Buffer.from("HTTP/1.1 400 Bad Request\r\nServer: Webcam\r\n\r\n", "latin1");
	switch (language) {
		case "zpl":
			return answerZpl(faults, waiting);
		case "tspl":
			return answerTspl(faults, waiting);
		case "escpos":
			return answerEscPos(faults, n);
	}
}

/** `GS r 1`: answered when everything before it is printed. */
export const markerAnswer = (faults: VirtualFaults) => new Uint8Array([faults.paperLow ? 0x03 : 0x00]);
