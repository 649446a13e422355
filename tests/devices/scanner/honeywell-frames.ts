/**
 * Reports a real Honeywell Voyager 1602g sent over USB HID POS in answer to `REVINF.`, as recorded in the README of
 * github.com/HenkVanAsselt/python_hon_usbhid (commit 5144ad4): six reports of one message, then the acknowledgement.
 */
export const recordedAnswer: readonly (readonly number[])[] = [
	[
		2, 56, 93, 88, 48, 80, 114, 111, 100, 117, 99, 116, 32, 78, 97, 109, 101, 58, 32, 86, 111, 121, 97, 103, 101, 114,
		32, 49, 54, 48, 50, 103, 13, 10, 66, 111, 111, 116, 32, 82, 101, 118, 105, 115, 105, 111, 110, 58, 32, 58, 32, 56,
		57, 57, 50, 13, 10, 83, 111, 102, 116, 63, 0, 1,
	],
	[
		2, 56, 93, 88, 48, 119, 97, 114, 101, 32, 80, 97, 114, 116, 32, 78, 117, 109, 98, 101, 114, 58, 32, 67, 87, 48, 48,
		48, 48, 56, 50, 66, 66, 65, 13, 10, 83, 111, 102, 116, 119, 97, 114, 101, 32, 82, 101, 118, 105, 115, 105, 111, 110,
		58, 32, 36, 80, 114, 111, 106, 101, 63, 0, 1,
	],
	[
		2, 56, 93, 88, 48, 99, 116, 82, 101, 118, 105, 115, 105, 111, 110, 58, 32, 49, 54, 51, 52, 53, 32, 13, 10, 83, 101,
		114, 105, 97, 108, 32, 78, 117, 109, 98, 101, 114, 58, 32, 49, 53, 50, 51, 50, 66, 49, 70, 48, 67, 13, 10, 83, 117,
		112, 112, 111, 114, 116, 101, 100, 63, 0, 1,
	],
	[
		2, 56, 93, 88, 48, 32, 73, 70, 58, 32, 66, 108, 117, 101, 116, 111, 111, 116, 104, 13, 10, 80, 67, 66, 32, 65, 115,
		115, 101, 109, 98, 108, 121, 32, 73, 68, 58, 32, 48, 48, 48, 48, 48, 48, 13, 10, 69, 110, 103, 105, 110, 101, 32,
		70, 105, 114, 109, 119, 97, 114, 101, 63, 0, 1,
	],
	[
		2, 56, 93, 88, 48, 32, 84, 121, 112, 101, 58, 32, 78, 47, 65, 32, 32, 32, 82, 101, 118, 105, 115, 105, 111, 110, 58,
		32, 78, 47, 65, 32, 32, 32, 83, 101, 114, 105, 97, 108, 32, 78, 117, 109, 98, 101, 114, 58, 32, 78, 47, 65, 32, 32,
		32, 67, 104, 101, 99, 107, 115, 63, 0, 1,
	],
	[
		2, 9, 93, 88, 48, 117, 109, 58, 32, 78, 47, 65, 13, 10, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
		0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 63, 0, 0,
	],
	[
		2, 8, 93, 90, 54, 82, 69, 86, 73, 78, 70, 6, 46, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
		0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 54, 0, 0,
	],
];

/** What the six reports say. */
export const recordedText = [
	"Product Name: Voyager 1602g",
	"Boot Revision: : 8992",
	"Software Part Number: CW000082BBA",
	"Software Revision: $ProjectRevision: 16345 ",
	"Serial Number: 15232B1F0C",
	"Supported IF: Bluetooth",
	"PCB Assembly ID: 000000",
	"Engine Firmware Type: N/A   Revision: N/A   Serial Number: N/A   Checksum: N/A",
	"",
].join("\r\n");

export type ReportOptions = { maker?: number; late?: boolean; continued?: boolean };

/** One report of 64 bytes the way such a scanner makes it. */
export function report(data: Uint8Array, aim: string, options: ReportOptions = {}): Uint8Array {
	const bytes = new Uint8Array(64);
	const at = options.late ? 3 : 2;
	bytes[0] = 2;
	bytes[1] = data.length;
	bytes.set(new TextEncoder().encode(aim), at);
	bytes.set(data, at + 3);
	bytes[61] = options.maker ?? 0;
	bytes[63] = options.continued ? 1 : 0;
	return bytes;
}

/** A scan as the reports it comes in, 56 bytes each. */
export function reportsOf(text: string | Uint8Array, aim: string, options: ReportOptions = {}): Uint8Array[] {
	const data = typeof text === "string" ? new TextEncoder().encode(text) : text;
	const size = options.late ? 55 : 56;
	const count = Math.max(1, Math.ceil(data.length / size));
	return Array.from({ length: count }, (_, i) =>
		report(data.subarray(i * size, (i + 1) * size), aim, { ...options, continued: i < count - 1 }),
	);
}
