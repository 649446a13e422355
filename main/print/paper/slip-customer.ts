/** Customer copy of the repair slip: everything the law and the trade ask for, with the ticket to tear off. */
import type { Content } from "pdfmake/interfaces";
import type { SlipData, SlipJob } from "../papers.ts";
import { symbolSvg } from "../symbol/svg.ts";
import { commonText } from "../text/common.ts";
import { printOrderNo } from "../text/numbers.ts";
import { slipText } from "../text/slip.ts";
import { factLine, facts, numbered, photoRow, present, rule, sectionTitle } from "./blocks.ts";
import { paperHead } from "./head.ts";
import { itemBlock } from "./item.ts";
import { a5, ink, type Look } from "./look.ts";
import { outlineColumn } from "./outline.ts";
import { priceTable, totalBlock } from "./price-table.ts";
import { signatureBlock } from "./signature.ts";
import { tickGrid } from "./ticks.ts";

function conditionBlock(look: Look, job: SlipJob): Content {
	const words = slipText[look.language];
	const outline = job.outline ? outlineColumn(look, job.outline, job.marks, look.width * 0.4) : undefined;
	const list: Look = outline ? { ...look, width: look.width * 0.58 } : look;
	const columns = (outline ? 3 : 5) + (look.language === "en" ? 0 : 1);
	const ticks = present([
		sectionTitle(list, words.flaws, words.flawsNote),
		job.flaws.length > 0 ? tickGrid(list, job.flaws, columns) : { text: words.noFlaws },
		job.sideEffects.length > 0 ? sectionTitle(list, words.sideEffects, words.sideEffectsNote) : undefined,
		job.sideEffects.length > 0 ? tickGrid(list, job.sideEffects, columns) : undefined,
	]);
	if (!outline) return { stack: ticks };
	return { columns: [outline, { width: "*", stack: ticks }], columnGap: look.width * 0.02 };
}

function jobBlock(look: Look, job: SlipJob, no: number | undefined): Content {
	const words = slipText[look.language];
	const common = commonText[look.language];
	return {
		unbreakable: true,
		stack: present([
			...itemBlock(look, job.item, no),
			factLine(look, [[words.customerWords, job.customerWords, true]]),
			conditionBlock(look, job),
			factLine(look, [
				[common.faultCause, job.faultCause],
				[common.repairer, job.repairer],
				[common.duration, job.duration],
			]),
			photoRow(look, job.photos, 4, look.pt(60)),
		]),
	};
}

function tearOff(look: Look, slip: SlipData, height: number): Content {
	const words = slipText[look.language];
	const common = commonText[look.language];
	const listed = look.language === "en" ? ", " : "、";
	const items = slip.jobs.map((job) => `${job.item.name} ×${job.item.quantity}`);
	const what = items.length > 2 ? `${items.slice(0, 2).join(listed)} … (${items.length})` : items.join(listed);
	return {
		absolutePosition: { x: a5.margins[0], y: a5.height - a5.margins[3] - height },
		stack: [
			{
				canvas: [
					{
						type: "line",
						x1: 0,
						y1: 0,
						x2: look.width,
						y2: 0,
						dash: { length: 3 },
						lineWidth: 0.7,
						lineColor: ink.soft,
					},
				],
				margin: [0, 0, 0, look.pt(3)],
			},
			{
				columns: [
					{
						width: "*",
						stack: present([
							{
								text: [
									{ text: words.tearOff, bold: true, fontSize: look.pt(12) },
									{ text: `   ${slip.shop.name}`, color: ink.soft },
								],
							},
							{ text: printOrderNo(slip.orderNo), bold: true, fontSize: look.pt(13) },
							factLine(look, [
								[common.customer, slip.customer.name],
								[common.phone, slip.customer.phone],
								[words.promised, slip.promisedAt, true],
							]),
							{ text: what, fontSize: look.pt(8) },
							{ text: words.tearNote, fontSize: look.pt(7), color: ink.soft },
						]),
					},
					{
						width: look.pt(60),
						stack: [{ svg: symbolSvg("qr", slip.statusToken), width: look.pt(60) }],
						margin: [0, look.pt(4), 0, 0],
					},
				],
				columnGap: 8,
			},
		],
	};
}

/** The parts of the page from top to bottom. */
export function customerSlip(look: Look, slip: SlipData): Content[] {
	const words = slipText[look.language];
	const common = commonText[look.language];
	const many = slip.jobs.length > 1;
	const tearHeight = look.pt(70);
	return present([
		...paperHead(look, { ...slip, title: words.title, remark: words.customerCopy }),
		facts(
			look,
			[
				[common.customer, [slip.customer.name, slip.customer.phone].filter(Boolean).join("  "), true],
				[words.promised, slip.promisedAt, true],
				[words.received, [slip.receivedAt, slip.route].filter(Boolean).join("  ")],
				[words.receivedBy, slip.receivedBy],
				[words.urgent, slip.urgent ? "●" : undefined, true],
			],
			2,
		),
		rule(look, 0.5, 2),
		...slip.jobs.map((job, index) => jobBlock(look, job, many ? index + 1 : undefined)),
		slip.estimate || slip.lines.length === 0
			? sectionTitle(look, words.prices, slip.estimate ? words.estimate : "")
			: undefined,
		slip.lines.length > 0
			? { stack: [priceTable(look, slip.lines)], margin: [0, 2, 0, 0] }
			: { text: words.priceLater },
		slip.totals ? totalBlock(look, slip.totals, slip.payments, slip) : undefined,
		slip.totals ? undefined : factLine(look, [[common.workWarranty, slip.warranty]]),
		// Terms and signature stay on one sheet: nobody should sign a page that says nothing.
		{
			unbreakable: slip.terms.length <= 14,
			stack: present([
				numbered(look, common.terms, slip.terms),
				{
					text: [{ text: `${common.privacy}  `, bold: true }, slip.privacyNote],
					fontSize: look.pt(7.5),
					margin: [0, look.pt(2), 0, 0],
				},
				signatureBlock(look, words.signStatement, slip.signature, slip.receivedBy),
			]),
		},
		// Keeps room at the foot of the last page; the ticket itself is drawn at a fixed place so that it tears off clean.
		{ unbreakable: true, stack: [{ text: "", lineHeight: 0.01, margin: [0, tearHeight - 1, 0, 0] }] },
		tearOff(look, slip, tearHeight),
	]);
}
