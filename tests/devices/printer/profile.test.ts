import { describe, expect, it } from "vitest";
import { printerProfileSchema } from "../../../main/devices/printer/profile.ts";

const usual = {
	kind: "label",
	language: "zpl",
	dpi: 203,
	media: "60x40",
	roll: null,
	gap: "gap",
	darkness: null,
	speed: null,
	offset: { xMm: 0, yMm: 0 },
	inverted: false,
	cutter: "none",
	proof: "status",
};
const tcp = { kind: "tcp", host: "192.168.1.50", port: 9100 };
const read = (profile: object) => printerProfileSchema.safeParse({ id: "a", name: "标签机", ...profile });

describe("a printer's profile", () => {
	it("fills in what most printers are", () => {
		expect(read({ transport: tcp }).data).toEqual({ id: "a", name: "标签机", transport: tcp, ...usual });
	});

	it("reads what the first version saved", () => {
		const saved = {
			host: "10.0.0.7",
			port: 9101,
			language: "zpl",
			dpi: 300,
			media: "40x30",
			gap: "mark",
			proof: "none",
		};
		expect(read({ ...saved, darkness: -4 }).data).toEqual({
			...{ id: "a", name: "标签机", ...usual },
			transport: { kind: "tcp", host: "10.0.0.7", port: 9101 },
			...{ dpi: 300, media: "40x30", gap: "mark", proof: "none", darkness: -4 },
		});
		expect(read({ host: "10.0.0.7" }).data?.transport).toEqual({ kind: "tcp", host: "10.0.0.7", port: 9100 });
	});

	it.each([
		{ kind: "serial", path: "/dev/serial/by-id/usb-Xprinter_XP-420B-if00", baud: 115200 },
		{ kind: "serial", path: "COM12", baud: 9600 },
		{ kind: "queue", name: "标签机 ZDesigner GK888t" },
		{ kind: "tcp", host: "fe80::1", port: 1 },
	])("takes %j", (transport) => {
		expect(read({ transport }).data?.transport).toEqual(transport);
	});

	it.each([
		{ kind: "tcp", host: "", port: 9100 },
		{ kind: "tcp", host: "a b", port: 9100 },
		{ kind: "tcp", host: "h", port: 0 },
		{ kind: "serial", path: "ttyUSB0", baud: 9600 },
		{ kind: "serial", path: "COM3 -x", baud: 9600 },
		{ kind: "serial", path: "/dev/tty\u0000", baud: 9600 },
		{ kind: "serial", path: "COM3", baud: 300 },
		{ kind: "queue", name: "" },
		{ kind: "queue", name: "a/b" },
		{ kind: "queue", name: "a\nb" },
		{ kind: "smoke" },
	])("refuses %j", (transport) => {
		expect(read({ transport }).success).toBe(false);
	});

	it.each([
		{ dpi: 600 },
		{ media: "10x10" },
		{ darkness: 40 },
		{ offset: { xMm: 5.1, yMm: 0 } },
		{ speed: 0 },
		{ extra: 1 },
		{ roll: "58" },
		{ language: "escpos" },
		{ language: "escpos", roll: "58", media: "60x40" },
		{ language: "escpos", roll: "80", media: "60x40", dpi: 300 },
	])("refuses %j", (wrong) => {
		expect(read({ transport: tcp, ...wrong }).success).toBe(false);
	});

	it("draws labels on a receipt roll only where they fit across it", () => {
		expect(read({ transport: tcp, language: "escpos", roll: "58", media: "40x30" }).success).toBe(true);
		expect(read({ transport: tcp, language: "escpos", roll: "80", media: "70x50" }).success).toBe(true);
	});
});
