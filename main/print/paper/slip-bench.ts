/** Bench copy of the slip: a number to read across the room, what to do, boxes to tick. No prices, no customer. */
import type { Column, Content, TableCell } from "pdfmake/interfaces";
import { factLine, facts, photoRow, present, rule, sectionTitle } from "../block/blocks.ts";
import { itemBlock } from "../block/item.ts";
import { denseListLayout, ink, type Look, listLayout } from "../block/look.ts";
import { outlineColumn } from "../block/outline.ts";
import { circled } from "../block/price-table.ts";
import { box, tickCell, tickText } from "../block/ticks.ts";
import type { BenchStep, SlipData, SlipJob } from "../papers.ts";
import { symbolSvg } from "../symbol/svg.ts";
import { printOrderNo } from "../text/numbers.ts";
import { commonText, fill } from "../text/paper.ts";
import { slipText } from "../text/slip.ts";
import { foundFlaws, isDrawn } from "./slip-close.ts";

function benchHead(look: Look, slip: SlipData): Content[] {
	const words = slipText[look.language];
	return [
		{
			columns: [
				{
					width: "*",
					stack: present([
						{
							text: [
								{ text: words.title, bold: true, fontSize: look.pt(13) },
								{ text: ` ${words.benchCopy}  ${slip.shop.name}`, color: ink.soft },
							],
						},
						{ text: slip.orderNo.slice(-6), bold: true, fontSize: look.pt(46), lineHeight: 0.8, characterSpacing: 1 },
						{ text: printOrderNo(slip.orderNo), fontSize: look.pt(11) },
					]),
				},
				{
					width: "auto",
					stack: present([
						{ svg: symbolSvg("qr", slip.statusToken), width: 58, alignment: "right", margin: [0, 2, 0, 12] },
						{ svg: symbolSvg("code128", slip.orderNo, 0.17), width: 150, alignment: "right" },
					]),
				},
			],
			columnGap: 8,
		},
		rule(look, 1.4, 3),
		...present([
			facts(
				{ ...look, pt: (points) => look.pt(points * 1.25) },
				[
					[words.promised, slip.promisedAt, true],
					[words.urgent, slip.urgent ? "●●●" : undefined, true],
				],
				2,
			),
			factLine(look, [
				[words.received, slip.receivedAt],
				[words.receivedBy, slip.receivedBy],
				[words.route, slip.route],
			]),
			factLine(look, [[words.benchNote, slip.benchNote, true]]),
		]),
	];
}

/** Set closely, what to mind stands behind the step instead of under it. */
function stepCell(look: Look, step: BenchStep, no: number): TableCell {
	const name = { text: `${no}. ${step.name}`, fontSize: look.pt(10) };
	const note = step.note ? { text: step.note, fontSize: look.pt(8), color: ink.soft } : undefined;
	if (look.brief) return { text: note ? [name, "  ", note] : [name] };
	return { stack: present([name, note]) };
}

function stepTable(look: Look, steps: readonly BenchStep[]): Content {
	const words = slipText[look.language];
	const side = look.pt(10);
	const rows = steps.map((step, index): TableCell[] => [
		{ stack: [box(side)], margin: [0, look.pt(2), 0, 0] },
		stepCell(look, step, index + 1),
		{
			text: step.minutes === undefined ? "" : fill(words.minutes, { minutes: step.minutes }),
			alignment: "right",
			fontSize: look.pt(9),
			margin: [0, look.pt(1), 0, 0],
			noWrap: true,
		},
		{ text: "" },
	]);
	return {
		table: {
			headerRows: 1,
			keepWithHeaderRows: 2,
			dontBreakRows: true,
			widths: [side, "*", "auto", look.pt(56)],
			body: [
				["", words.steps, words.time, words.who].map((text, at) => ({
					text,
					alignment: at === 2 ? "right" : "left",
					bold: true,
					fontSize: look.pt(7.5),
				})),
				...rows,
			],
		},
		layout: look.dense ? denseListLayout : listLayout,
	};
}

/** What to do and what to know, beside the drawings. */
function workColumn(look: Look, slip: SlipData, job: SlipJob, no: number, many: boolean): Column {
	const words = slipText[look.language];
	const common = commonText[look.language];
	const lines = slip.lines.filter((line) => !many || line.itemNo === no);
	const parted = look.language === "en" ? ", " : "·";
	return {
		width: "*",
		stack: present([
			look.brief ? undefined : sectionTitle(look, words.work),
			...lines.map(
				(line): Content => ({
					text: [
						{ text: `■ ${line.name}`, bold: true, fontSize: look.pt(10) },
						{
							text: `  ${[line.material, `${line.quantity}\u00a0${line.unit}`].filter(Boolean).join(parted)}`,
							color: ink.soft,
						},
					],
				}),
			),
			factLine(look, [[words.customerWords, job.customerWords]]),
			look.brief ? factLine(look, [[words.flawsShort, foundFlaws(look, job)]]) : undefined,
			factLine(look, [[common.faultCause, job.faultCause]]),
			factLine(look, [
				[words.shelf, job.shelf, true],
				[common.repairer, job.repairer],
			]),
		]),
	};
}

function inspectionLine(look: Look, no: number | undefined): Content {
	const words = slipText[look.language];
	const common = commonText[look.language];
	return {
		unbreakable: true,
		margin: [0, look.pt(look.brief ? 3 : 6), 0, look.brief ? 2 : 0],
		columns: [
			{ width: "auto", text: no ? `${words.inspection} ${circled(no)}` : words.inspection, bold: true },
			{ width: look.pt(70), stack: [tickCell(look, words.pass, 8.3)] },
			{ width: look.pt(70), stack: [tickCell(look, words.rework, 8.3)] },
			{ width: "*", text: `${words.inspector} ____________  ${common.date} ________`, alignment: "right" },
		],
		columnGap: 10,
	};
}

function benchJob(look: Look, slip: SlipData, job: SlipJob, no: number, many: boolean): Content[] {
	const words = slipText[look.language];
	// Flaws the drawings show are not listed again.
	const flaws = look.brief ? [] : job.flaws.filter((flaw) => flaw.ticked && !isDrawn(job, flaw));
	const share = look.brief ? 0.24 : 0.36;
	const drawn = job.outline && (job.marks.length > 0 || !look.brief);
	const outline = drawn && job.outline ? outlineColumn(look, job.outline, job.marks, look.width * share) : undefined;
	const work = workColumn(look, slip, job, no, many);
	const benchItem = { ...job.item };
	delete benchItem.declaredValueFen;
	return [
		{
			unbreakable: true,
			stack: present([
				rule(look, 0.5, 2),
				...itemBlock(look, benchItem, many ? no : undefined),
				{ columns: outline ? [outline, work] : [work], columnGap: 10 },
				flaws.length > 0 ? sectionTitle(look, words.flaws) : undefined,
				flaws.length > 0 ? tickText(look, flaws, 9) : undefined,
				photoRow(look, job.photos, 3, look.pt(80)),
			]),
		},
		job.steps.length > 0
			? { stack: [stepTable(look, job.steps)], margin: [0, look.pt(look.brief ? 2 : 4), 0, 0] }
			: { text: words.noSteps, color: ink.soft, margin: [0, look.pt(4), 0, 0] },
		inspectionLine(look, many ? no : undefined),
	];
}

/** The parts of the page from top to bottom. */
export function benchSlip(look: Look, slip: SlipData): Content[] {
	const many = slip.jobs.length > 1;
	return [...benchHead(look, slip), ...slip.jobs.flatMap((job, index) => benchJob(look, slip, job, index + 1, many))];
}
