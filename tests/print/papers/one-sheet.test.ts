import { describe, expect, it } from "vitest";
import vocab from "../../../assets/standard/vocab.json" with { type: "json" };
import type { PaperLanguage, SlipData } from "../../../main/print/papers.ts";
import { renderPdf } from "../../../main/print/render.ts";
import { englishAmount } from "../../../main/print/text/amount-words.ts";
import { chineseMarks } from "../../../main/print/text/chinese.ts";
import { printMoney } from "../../../main/print/text/numbers.ts";
import { pdfPicture, readCodes, readPdf } from "../read-back.ts";
import { orderNo, sampleSlip, statusToken } from "../samples.ts";

const bare = (text: string) => text.replaceAll(/\s/g, "");
const languages: PaperLanguage[] = ["zh-CN", "en"];
const termsIn = (language: PaperLanguage) =>
	vocab.terms.clauses.map((clause) => (language === "en" ? clause.en : chineseMarks(clause.zh)));

/** `count` pairs of shoes with all flaws and effects to tick, two services each, and the standard's own terms. */
function usualSlip(language: PaperLanguage, copy: SlipData["copy"], count: number): SlipData {
	const slip = sampleSlip(language, copy);
	const tick = (list: readonly { zh: string; en: string }[], ticked: (at: number) => boolean) =>
		list.map((name, at) => ({ name: language === "en" ? name.en : name.zh, ticked: ticked(at) }));
	const forShoes = (list: readonly { name: { zh: string; en: string }; categories: string[] }[]) =>
		list.filter((each) => each.categories.includes("shoes")).map((each) => each.name);
	const jobs = Array.from({ length: count }, (_each, at) => {
		const [job] = slip.jobs;
		if (!job) throw new Error("one job");
		const { faultCause: _, repairer: __, duration: ___, ...received } = job;
		return {
			...received,
			item: { ...job.item, name: `${job.item.name} №${at + 1}` },
			marks: job.marks.slice(0, 2),
			flaws: tick(forShoes(vocab.flaws), (no) => no === 1),
			sideEffects: tick(forShoes(vocab.sideEffects), () => true),
			steps: job.steps.slice(0, 3),
		};
	});
	const lines = jobs.flatMap((_job, at) =>
		[0, 1].map((no) => ({
			name: language === "en" ? "full sole re-bond" : "整底重粘",
			...(count > 1 ? { itemNo: at + 1 } : {}),
			quantity: 1,
			unit: language === "en" ? "pair" : "双",
			unitPriceFen: 5_001 + at * 10 + no,
			amountFen: 5_001 + at * 10 + no,
			payer: "customer" as const,
			warranty: language === "en" ? "90 days" : "90 天",
		})),
	);
	const sum = lines.reduce((total, line) => total + line.amountFen, 0);
	const totals = { customerFen: sum, brandFen: 0, discountFen: 0, totalFen: sum, totalWords: englishAmount(sum) };
	const { warranty: ____, payments: _____, ...rest } = slip;
	return { ...rest, jobs, lines, totals, payments: [], balanceFen: sum, terms: termsIn(language) };
}

describe.each(languages)("a usual slip with all terms (%s)", (language) => {
	it.each([1, 2, 3])("fits on one sheet with %d items, nothing left out, nothing too small", async (count) => {
		const slip = usualSlip(language, "customer", count);
		const pdf = await renderPdf(slip);
		const pages = await readPdf(pdf);
		expect(pages).toHaveLength(1);
		const [page] = pages;
		expect(slip.terms).toHaveLength(10);
		for (const term of slip.terms) expect.soft(page?.text).toContain(bare(term));
		for (const { item, flaws, sideEffects, marks } of slip.jobs) {
			expect.soft(page?.text).toContain(bare(item.name));
			for (const { name } of [...flaws, ...sideEffects]) expect.soft(page?.text, name).toContain(bare(name));
			for (const { text } of marks) expect.soft(page?.text).toContain(bare(text));
		}
		for (const { amountFen } of slip.lines) expect.soft(page?.text).toContain(printMoney(amountFen));
		expect(page?.text).toContain(printMoney(slip.totals?.totalFen ?? 0));
		for (const word of page?.words ?? []) {
			// 6.5 points; the numbers in the rings of a drawing are read with the drawing.
			if (!/^\d$/.test(word.text)) expect.soft(word.height, word.text).toBeGreaterThanOrEqual(6.4);
			expect.soft(word.x, word.text).toBeGreaterThanOrEqual(18);
			expect.soft(word.x, word.text).toBeLessThan((page?.width ?? 0) - 18);
		}
		const codes = await readCodes(await pdfPicture(pdf, 1, 200));
		expect(codes.filter((code) => code.text === statusToken)).toHaveLength(2);
		expect(codes).toContainEqual({ text: orderNo, format: "Code128" });
	});

	it.each([1, 2, 3])("so does the bench copy of %d items", async (count) => {
		const slip = usualSlip(language, "bench", count);
		const pages = await readPdf(await renderPdf(slip));
		expect(pages).toHaveLength(1);
		for (const { item, steps, marks } of slip.jobs) {
			expect.soft(pages[0]?.text).toContain(bare(item.name));
			for (const { name } of steps) expect.soft(pages[0]?.text).toContain(bare(name));
			for (const { text } of marks) expect.soft(pages[0]?.text).toContain(bare(text));
		}
		expect(pages[0]?.text).not.toContain("¥");
	});

	it("goes on to a second sheet with ten items: each whole on one of them, terms beside the signature", async () => {
		const slip = usualSlip(language, "customer", 10);
		const pages = await readPdf(await renderPdf(slip));
		expect(pages.length).toBeGreaterThan(1);
		for (const { item } of slip.jobs) {
			const on = pages.filter((page) => page.text.includes(`${bare(item.name)}${language === "en" ? "Foot" : "鞋履"}`));
			expect.soft(on, item.name).toHaveLength(1);
			expect.soft(on[0]?.text).toContain(bare(item.serialNo ?? ""));
		}
		const sign = language === "en" ? "Customer:item,condition,priceschecked" : "顾客签名";
		const signed = pages.filter((page) => page.text.includes(sign));
		expect(signed).toHaveLength(1);
		for (const term of slip.terms) expect.soft(signed[0]?.text).toContain(bare(term));
	});
});

it("amounts stand under each other and end where the sum ends", async () => {
	const [page] = await readPdf(await renderPdf(usualSlip("zh-CN", "customer", 2)));
	const size = 8.3;
	const right = (text: string) => {
		const all = (page?.words ?? []).filter((word) => word.text === text);
		return all.map((word) => word.x + word.text.length * size * 0.555);
	};
	const [first] = right("¥50.01").slice(-1);
	for (const text of ["¥50.02", "¥50.11", "¥50.12"]) expect(right(text).at(-1)).toBeCloseTo(first ?? 0, 0);
});

it("Chinese paper carries Chinese punctuation, whoever typed it; codes and times stay as they are", async () => {
	expect(chineseMarks("前掌开胶,走路进水;请看: 好吗?")).toBe("前掌开胶，走路进水；请看：好吗？");
	expect(chineseMarks("徐汇店(1楼) 皮鞋 (245) 10:42, 12,300 (01)0690")).toBe(
		"徐汇店（1楼） 皮鞋（245） 10:42, 12,300 (01)0690",
	);
	expect(chineseMarks("WELT-START, go: 1,5")).toBe("WELT-START, go: 1,5");
	const slip = sampleSlip("zh-CN");
	const jobs = slip.jobs.map((job) => ({ ...job, customerWords: "鞋底开胶,请重粘(两只)" }));
	const [page] = await readPdf(await renderPdf({ ...slip, jobs }));
	expect(page?.text).toContain("鞋底开胶，请重粘（两只）");
});

it("says amounts in English words", () => {
	expect(englishAmount(0)).toBe("zero yuan");
	expect(englishAmount(17_000)).toBe("one hundred and seventy yuan");
	expect(englishAmount(100_500)).toBe("one thousand and five yuan");
	expect(englishAmount(123_456_789)).toBe(
		"one million two hundred and thirty-four thousand five hundred and sixty-seven yuan and eighty-nine fen",
	);
});
