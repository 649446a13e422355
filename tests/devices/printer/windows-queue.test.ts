/**
 * What can be said about the Windows spooler without Windows: the structures have Microsoft's sizes and the flags mean
 * what is documented. Nothing here was run on Windows.
 */
import koffi from "koffi";
import { describe, expect, it } from "vitest";
import { defineSpoolTypes, queueOf, spooledStateOf } from "../../../main/devices/printer/queue/windows-types.ts";

describe("winspool.drv", () => {
	const pointer = koffi.sizeof("void *");
	const types = defineSpoolTypes(koffi);

	it("has structures of the documented sizes", () => {
		expect(koffi.sizeof(types.docInfo)).toBe(3 * pointer);
		// Thirteen pointers and eight DWORDs.
		expect(koffi.sizeof(types.printerInfo)).toBe(13 * pointer + 8 * 4);
		expect(koffi.offsetof(types.printerInfo, "Status")).toBe(13 * pointer + 5 * 4);
		// A DWORD padded to a pointer, six pointers, five DWORDs, eight WORDs.
		expect(koffi.offsetof(types.jobInfo, "Status")).toBe(7 * pointer);
		expect(koffi.sizeof(types.jobInfo)).toBe(Math.ceil((7 * pointer + 5 * 4 + 16) / pointer) * pointer);
	});

	it.each([
		["idle", 0, 0],
		["printing", 0x400, 0],
		["stopped", 0x1, 0],
		["stopped", 0x10, 0],
		["stopped", 0x80, 0],
		["stopped", 0, 0x400],
		["stopped", 0x400 | 0x10, 0],
	])("a queue is %s at status 0x%s", (state, Status, Attributes) => {
		expect(queueOf({ pPrinterName: "标签机", Status, Attributes })).toEqual({ name: "标签机", state, accepting: true });
	});

	it("a queue about to be deleted takes nothing", () => {
		expect(queueOf({ pPrinterName: "q", Status: 0x4, Attributes: 0 }).accepting).toBe(false);
	});

	it.each([
		["waiting", 0],
		["waiting", 0x8],
		["waiting", 0x1],
		["printing", 0x10],
		["printing", 0x10 | 0x40],
		["printing", 0x200],
		["done", 0x80],
		["done", 0x1000],
		["done", 0x2000],
		["cancelled", 0x100],
		["cancelled", 0x4 | 0x10],
	])("a job is %s at status 0x%s", (state, status) => {
		expect(spooledStateOf(status)).toBe(state);
	});
});
