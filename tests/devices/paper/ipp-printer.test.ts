/** Papers on a real IPP printer and through a real CUPS queue: byte for byte, in their size, with the job's end known. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createIppPaperPrinter } from "../../../main/devices/paper/ipp-paper.ts";
import { ippOperation, valuesOf } from "../../../main/devices/paper/ipp-state.ts";
import { openPaperPrinter } from "../../../main/devices/paper/open-paper.ts";
import type { PrinterJob } from "../../../main/devices/printer/printer-port.ts";
import { askIpp } from "../../../main/devices/printer/queue/ipp-line.ts";
import { encodeIpp, ippGroup } from "../../../main/devices/printer/queue/ipp-message.ts";
import { renderPdf } from "../../../main/print/render.ts";
import { type IppPrinter, startIppPrinter } from "../../support/printing/ippeve.ts";

let printer: IppPrinter;
let pdf: Uint8Array;
const never = new AbortController().signal;

beforeAll(async () => {
	printer = await startIppPrinter();
	pdf = await renderPdf({
		kind: "shelves",
		language: "zh-CN",
		printedAt: "2026-11-22",
		workshop: "样板店",
		shelves: [{ name: "A-1", code: "x" }],
	});
});
afterAll(() => printer.close());

const job = (media: "A4" | "A5", more: Partial<PrinterJob> = {}): PrinterJob => ({
	id: "1",
	bytes: pdf,
	title: "01234 01 000001 7",
	options: { media, copies: 1, tray: null },
	...more,
});
const fields = { kind: "paper", id: "p", name: "前台", papers: [], tray: null, copies: 1 } as const;
const open = () => openPaperPrinter({ ...fields, papers: [], transport: { kind: "ipp", url: printer.url } });

/** The size the printer itself noted for a job. */
async function mediaOf(jobId: number) {
	const request = encodeIpp(ippOperation.getJob, [
		["printer-uri", "uri", printer.url],
		["job-id", "integer", jobId],
		["requested-attributes", "keyword", "media"],
	]);
	const answer = await askIpp({ host: "127.0.0.1", port: printer.port }, "/ipp/print", request);
	return answer && valuesOf(answer, ippGroup.job, "media")[0];
}

describe("a printer on the network", () => {
	test("says how it is, prints, and vouches for it; the document arrives as it was", async () => {
		const port = open();
		expect(await port.status(never)).toEqual({ state: "ready" });
		for (const media of ["A5", "A4"] as const) {
			const before = printer.documents().length;
			expect(await port.send(job(media), never), printer.log()).toEqual({ outcome: "sent", proof: "status" });
			expect(printer.documents().length).toBe(before + 1);
		}
		for (const document of printer.documents()) expect(document.equals(Buffer.from(pdf))).toBe(true);
		expect(await mediaOf(1)).toBe("iso_a5_148x210mm");
		expect(await mediaOf(2)).toBe("iso_a4_210x297mm");
	});

	test("what is no such printer is said so, and nothing was sent", async () => {
		const { port } = printer;
		const place = { host: "127.0.0.1", port };
		const nowhere = createIppPaperPrinter({
			place,
			path: "/ipp/print/none",
			uri: `ipp://localhost:${port}/none`,
			vouches: true,
		});
		const before = printer.documents().length;
		expect((await nowhere.send(job("A4"), never)).outcome).toBe("not-sent");
		const closed = openPaperPrinter({
			...fields,
			papers: [],
			transport: { kind: "ipp", url: "ipp://127.0.0.1:9/ipp/print" },
		});
		expect(await closed.send(job("A4"), never)).toEqual({ outcome: "not-sent", trouble: "unreachable" });
		expect(printer.documents().length).toBe(before);
	});
});
