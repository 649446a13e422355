import { createCanvas } from "@napi-rs/canvas";
import { beforeAll, describe, expect, it } from "vitest";
import type { Paper, PaperLanguage, SlipData } from "../../../main/print/papers.ts";
import { renderPdf } from "../../../main/print/render.ts";
import { printMoney, printOrderNo } from "../../../main/print/text/numbers.ts";
import { type PdfPage, pdfPicture, readCodes, readPdf } from "../read-back.ts";
import { orderNo, sampleSlip, statusToken } from "../samples.ts";
import {
	sampleBadges,
	sampleCommands,
	sampleDemo,
	sampleQuote,
	sampleReceipt,
	sampleRecovery,
	sampleShelves,
} from "./sample-papers.ts";

const languages: PaperLanguage[] = ["zh-CN", "en"];
const bare = (text: string) => text.replaceAll(/\s/g, "");
const whole = (pages: PdfPage[]) => pages.map((page) => page.text).join("");

/** Every text and amount anywhere in a paper, whatever its field is called. */
function everyValue(value: unknown, key = ""): string[] {
	if (typeof value === "string") return [value];
	if (typeof value === "number") return key.endsWith("Fen") && value > 0 ? [printMoney(value)] : [];
	if (Array.isArray(value)) return value.flatMap((each) => everyValue(each, key));
	if (value && typeof value === "object" && !(value instanceof Uint8Array)) {
		return Object.entries(value).flatMap(([name, each]) => everyValue(each, name));
	}
	return [];
}

function expectAll(text: string, values: readonly string[]): void {
	for (const value of values) expect.soft(text, value).toContain(bare(value));
}

function withLines(slip: SlipData, count: number): SlipData {
	const lines = Array.from({ length: count }, (_, index) => ({
		name: `#${String(index + 1).padStart(2, "0")}#`,
		material: "水性皮革色浆、处理剂与固定剂",
		reason: index % 3 === 0 ? "三包期内，品牌承担，依据 R3" : "",
		quantity: 1,
		unit: "处",
		unitPriceFen: 10_001 + index,
		amountFen: 10_001 + index,
		payer: "customer" as const,
	}));
	return { ...slip, lines };
}

describe.each(languages)("the repair slip (%s)", (language) => {
	const slip = sampleSlip(language);
	let pages: PdfPage[] = [];
	let pdf: Uint8Array = new Uint8Array();
	beforeAll(async () => {
		pdf = await renderPdf(slip);
		pages = await readPdf(pdf);
	});

	it("carries every field it is given", () => {
		const { kind, copy, language: _, statusToken: __, orderNo: ___, jobs, ...rest } = slip;
		const shown = jobs.map(({ steps, shelf, outline, marks, item, ...job }) => {
			const { pieces, ...bought } = item;
			return { ...job, ...bought, marks: marks.map((mark) => mark.text), pieces: pieces.map((piece) => piece.name) };
		});
		const { lines, totals, ...others } = rest;
		// What the customer's lines come to is a step on the way, printed only as the subtotal with the brand's.
		const { customerFen, ...summed } = totals ?? {};
		const priced = lines.map(({ payer, quantity, unit, ...line }) => line);
		expectAll(whole(pages), [
			...everyValue(others),
			...everyValue(summed),
			...everyValue(shown),
			...everyValue(priced),
			printOrderNo(orderNo),
		]);
	});

	it("is A5 and scans: status QR and order number", async () => {
		expect([Math.round(pages[0]?.width ?? 0), Math.round(pages[0]?.height ?? 0)]).toEqual([420, 595]);
		const codes = await readCodes(await pdfPicture(pdf, 1, 200));
		expect(codes).toContainEqual({ text: statusToken, format: "QRCode" });
		expect(codes).toContainEqual({ text: orderNo, format: "Code128" });
	});

	it("shows the customer masked only", () => {
		expect(whole(pages)).toContain("1******5678");
		expect(whole(pages)).not.toMatch(/1[3-9]\d{9}/);
	});

	it("ends with a ticket that scans on its own", async () => {
		const last = await pdfPicture(pdf, pages.length, 200);
		expect(await readCodes(last)).toContainEqual({ text: statusToken, format: "QRCode" });
		expect(pages.at(-1)?.text).toContain(language === "en" ? "Collectionticket" : "取件凭证");
		for (const page of pages.slice(0, -1)) expect(page.text).not.toContain("取件凭证");
	});

	it("breaks well with 40 lines", async () => {
		const long = await readPdf(await renderPdf(withLines(slip, 40)));
		expect(long.length).toBeGreaterThan(2);
		const heading = language === "en" ? "Part/material" : "配件/材料";
		const total = language === "en" ? "Totaltopay" : "应付合计";
		for (let no = 1; no <= 40; no++) {
			const name = `#${String(no).padStart(2, "0")}#`;
			const on = long.filter((page) => page.text.includes(name));
			expect.soft(on, name).toHaveLength(1);
			// The row is whole: name, unit price and amount on the same sheet.
			const price = printMoney(10_000 + no);
			expect.soft(on[0]?.text.split(price).length, price).toBe(3);
			expect.soft(on[0]?.text, `${name} under a heading`).toContain(heading);
		}
		for (const page of long) {
			const rows = page.text.includes("#");
			expect.soft(page.text.includes(heading)).toBe(rows);
		}
		const summed = long.filter((page) => page.text.includes(total));
		expect(summed).toHaveLength(1);
		expect(summed[0]?.text).toContain(bare(slip.totals?.totalWords ?? ""));
		expect(summed[0]?.text).toContain(printMoney(17_000));
		// Nothing of the rows comes after the sum.
		expect(long.indexOf(summed[0] as PdfPage)).toBeGreaterThanOrEqual(
			long.findLastIndex((page) => page.text.includes("#40#")),
		);
		long.forEach((page, index) => {
			const no = language === "en" ? `Page${index + 1}of${long.length}` : `第${index + 1}/${long.length}页`;
			expect.soft(page.text).toContain(no);
			expect.soft(page.text).toContain(bare(printOrderNo(orderNo)));
		});
	});

	it("keeps everything inside the paper, in large print too", async () => {
		for (const paper of [slip, { ...slip, largePrint: true }, withLines(slip, 40)]) {
			for (const page of await readPdf(await renderPdf(paper))) {
				for (const word of page.words) {
					expect.soft(word.x, word.text).toBeGreaterThanOrEqual(20);
					expect.soft(word.x, word.text).toBeLessThan(page.width - 20);
					expect.soft(word.y, word.text).toBeLessThan(page.height - 4);
					expect.soft(word.y, word.text).toBeGreaterThan(10);
				}
			}
		}
	});

	it("is a quarter larger in large print", async () => {
		const sizeOf = (all: PdfPage[]) =>
			all[0]?.words.find((word) => word.text.includes(language === "en" ? "derby" : "德比"))?.height ?? 0;
		const large = await readPdf(await renderPdf({ ...slip, largePrint: true }));
		expect(sizeOf(large) / sizeOf(pages)).toBeCloseTo(1.25, 1);
	});

	it("says that a price follows when there is none yet", async () => {
		const { totals: _, balanceFen: __, ...open } = { ...slip, lines: [], payments: [] };
		const text = whole(await readPdf(await renderPdf(open)));
		expect(text).toContain(bare(language === "en" ? "A quote follows after inspection" : "检测后出具报价单"));
		expect(text).not.toContain(language === "en" ? "Totaltopay" : "应付合计");
	});

	it("marks a second print", async () => {
		const text = whole(await readPdf(await renderPdf({ ...slip, reprint: true })));
		expect(text).toContain(language === "en" ? "Reprint2026" : "补打2026");
	});

	it("the bench copy has the big number and the steps, no prices and no customer", async () => {
		const bench = sampleSlip(language, "bench");
		const benchPages = await readPdf(await renderPdf(bench));
		const text = whole(benchPages);
		const big = benchPages[0]?.words.find((word) => word.text === "001237");
		expect(big?.height).toBeGreaterThan(40);
		for (const step of bench.jobs[0]?.steps ?? []) expectAll(text, [step.name, ...(step.note ? [step.note] : [])]);
		expect(text).not.toContain("¥");
		expect(text).not.toContain(bench.customer.phone);
		expect(text).not.toContain(bench.customer.name);
	});
});

describe("signatures and photos", () => {
	function drawn(): Uint8Array {
		const canvas = createCanvas(600, 200);
		const context = canvas.getContext("2d");
		context.lineWidth = 6;
		context.beginPath();
		context.moveTo(20, 150);
		context.bezierCurveTo(200, -100, 300, 300, 580, 40);
		context.stroke();
		return new Uint8Array(canvas.toBuffer("image/png"));
	}
	const pictures = (pdf: Uint8Array) => Buffer.from(pdf).toString("latin1").split("/Subtype /Image").length - 1;

	it("are on the paper", async () => {
		const slip = sampleSlip("zh-CN");
		const photo = createCanvas(80, 60).toBuffer("image/jpeg");
		const jobs = slip.jobs.map((job) => ({ ...job, photos: [{ bytes: new Uint8Array(photo), caption: "收件照" }] }));
		const pdf = await renderPdf({ ...slip, jobs, signature: { png: drawn(), signedAt: "2026-11-21 10:43" } });
		// The signature's transparency is a second picture in a PDF.
		expect(pictures(pdf)).toBe(3);
		expect(whole(await readPdf(pdf))).toContain("收件照");
	});

	it("never keep a paper from being printed", async () => {
		const slip = sampleSlip("zh-CN");
		const jobs = slip.jobs.map((job) => ({ ...job, photos: [{ bytes: new Uint8Array([1, 2, 3]) }] }));
		const pdf = await renderPdf({ ...slip, jobs, signature: { png: new Uint8Array() } });
		expect(pictures(pdf)).toBe(0);
	});
});

describe.each(languages)("the other papers (%s)", (language) => {
	const check = async (paper: Paper) => {
		const pdf = await renderPdf(paper);
		return { pdf, text: whole(await readPdf(pdf)) };
	};

	it("quote: findings, both payers, sums, answer", async () => {
		const quote = sampleQuote(language);
		const { pdf, text } = await check(quote);
		const { items: _, lines, terms, findings, totals, ...rest } = quote;
		const { kind: __, language: ___, statusToken: ____, orderNo: _____, ...shown } = rest;
		const priced = lines.map(({ payer, quantity, unit, ...line }) => line);
		expectAll(text, [
			...everyValue(shown),
			...terms,
			...everyValue(findings),
			...everyValue(priced),
			totals.totalWords,
		]);
		expect(text).toContain(language === "en" ? "Donotrepair" : "不维修");
		expect(await readCodes(await pdfPicture(pdf, 1, 150))).toContainEqual({ text: statusToken, format: "QRCode" });
		const answered = await check({
			...quote,
			approval: { answer: "approved", means: "WeChat", at: "2026-11-22 09:00", by: "W*" },
		});
		expect(answered.text).toContain("2026-11-2209:00");
	});

	it("receipt: what went back, what was done and paid", async () => {
		const receipt = sampleReceipt(language);
		const { text } = await check(receipt);
		const { care, outcomes, work, payments, oldParts, warranty, complaintLine } = receipt;
		expectAll(text, everyValue({ care, outcomes, work, payments, oldParts, warranty, complaintLine }));
		expect(text).toContain(language === "en" ? "Settled" : "已结清");
	});

	it("recovery sheet: groups in order and a code that holds them", async () => {
		const sheet = sampleRecovery(language);
		const { pdf, text } = await check(sheet);
		let from = 0;
		for (const [index, group] of sheet.groups.entries()) {
			const at = text.indexOf(`${index + 1}${group}`, from);
			expect.soft(at, group).toBeGreaterThanOrEqual(from);
			from = at;
		}
		expect(await readCodes(await pdfPicture(pdf, 1, 100))).toEqual([{ text: sheet.qrText, format: "QRCode" }]);
	});

	it("badges, command cards, shelf labels: every code scans", async () => {
		const badges = sampleBadges(language);
		const commands = sampleCommands(language);
		const shelves = sampleShelves(language);
		const cases: [Paper, string[]][] = [
			[badges, badges.badges.map((badge) => badge.code)],
			[commands, commands.cards.map((card) => card.code)],
			[shelves, shelves.shelves.map((shelf) => shelf.code)],
		];
		for (const [paper, codes] of cases) {
			const found = await readCodes(await pdfPicture(await renderPdf(paper), 1, 150));
			expect(found.map((code) => code.text).sort()).toEqual([...codes].sort());
		}
	});

	it("demo codes: each scans as what it says it is", async () => {
		const sheet = sampleDemo(language);
		const found = await readCodes(await pdfPicture(await renderPdf(sheet), 1, 300));
		const entries = sheet.sections.flatMap((section) => section.entries);
		expect(found).toHaveLength(entries.length);
		expect(found.map((code) => code.text)).toEqual(expect.arrayContaining(entries.map((entry) => entry.code)));
	});

	it("many badges go on to the next sheet without being torn", async () => {
		const sheet = sampleBadges(language);
		const many = {
			...sheet,
			badges: Array.from({ length: 20 }, (_, index) => ({ personName: `P${index}!`, role: "r", code: `WB-${index}` })),
		};
		const pages = await readPdf(await renderPdf(many));
		expect(pages.length).toBe(3);
		for (let index = 0; index < 20; index++)
			expect(pages.filter((page) => page.text.includes(`P${index}!`))).toHaveLength(1);
	});
});
