/** Customer copy of the repair slip: everything the law and the trade ask for, with the ticket to tear off. */
import type { Content } from "pdfmake/interfaces";
import { factLine, facts, numbered, numberedColumns, photoRow, present, rule, sectionTitle } from "../block/blocks.ts";
import { paperHead } from "../block/head.ts";
import { itemBlock } from "../block/item.ts";
import { closeLines, type Look } from "../block/look.ts";
import { outlineColumn } from "../block/outline.ts";
import { priceTable, totalBlock } from "../block/price-table.ts";
import { signatureBlock } from "../block/signature.ts";
import { tickText } from "../block/ticks.ts";
import type { SlipData, SlipJob } from "../papers.ts";
import { commonText } from "../text/paper.ts";
import { slipText } from "../text/slip.ts";
import { closeJob, sharedTicks } from "./slip-close.ts";
import { collectionTicket } from "./ticket.ts";

function conditionBlock(look: Look, job: SlipJob): Content {
	const words = slipText[look.language];
	const outline = job.outline ? outlineColumn(look, job.outline, job.marks, look.width * 0.4) : undefined;
	const list: Look = outline ? { ...look, width: look.width * 0.58 } : look;
	const ticks = present([
		sectionTitle(list, words.flaws, words.flawsNote),
		job.flaws.length > 0 ? tickText(list, job.flaws) : { text: words.noFlaws },
		job.sideEffects.length > 0 ? sectionTitle(list, words.sideEffects, words.sideEffectsNote) : undefined,
		job.sideEffects.length > 0 ? tickText(list, job.sideEffects) : undefined,
	]);
	if (!outline) return { stack: ticks };
	return { columns: [outline, { width: "*", stack: ticks }], columnGap: look.width * 0.02 };
}

function jobBlock(look: Look, job: SlipJob, no: number | undefined, largePrint: boolean): Content {
	const words = slipText[look.language];
	const common = commonText[look.language];
	return {
		unbreakable: !largePrint,
		stack: present([
			{
				unbreakable: true,
				stack: present([
					...itemBlock(look, job.item, no),
					factLine(look, [
						[words.customerWords, job.customerWords, true],
						[words.whereabouts, job.whereabouts, true],
					]),
				]),
			},
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

function jobBlocks(look: Look, slip: SlipData): Content[] {
	const no = (index: number) => (slip.jobs.length > 1 ? index + 1 : undefined);
	if (!look.brief) return slip.jobs.map((job, index) => jobBlock(look, job, no(index), slip.largePrint ?? false));
	return [...slip.jobs.map((job, index) => closeJob(look, job, no(index))), ...sharedTicks(look, slip.jobs)];
}

function slipFacts(look: Look, slip: SlipData): Content | undefined {
	const words = slipText[look.language];
	const common = commonText[look.language];
	return facts(
		look,
		[
			[common.customer, [slip.customer.name, slip.customer.phone].filter(Boolean).join("  "), true],
			[words.promised, slip.promisedAt, true],
			[words.received, [slip.receivedAt, slip.route].filter(Boolean).join("  ")],
			[words.receivedBy, slip.receivedBy],
			[words.urgent, slip.urgent ? "●" : undefined, true],
		],
		2,
	);
}

function priceBlocks(look: Look, slip: SlipData): Content[] {
	const words = slipText[look.language];
	const common = commonText[look.language];
	return present([
		slip.estimate || slip.lines.length === 0
			? sectionTitle(look, words.prices, slip.estimate ? words.estimate : "")
			: undefined,
		slip.lines.length > 0
			? { stack: [priceTable(look, slip.lines)], margin: [0, 2, 0, 0] }
			: { text: words.priceLater },
		slip.totals ? totalBlock(look, slip.totals, slip.payments, slip) : undefined,
		slip.totals ? undefined : factLine(look, [[common.workWarranty, slip.warranty]]),
	]);
}

/** More terms than this and they may be torn, or nothing else would fit beside them. */
const fewTerms = 14;

/** Terms and signature stay on one sheet: nobody should sign a page that says nothing. */
function signedTerms(look: Look, slip: SlipData): Content {
	const words = slipText[look.language];
	const common = commonText[look.language];
	const few = slip.terms.length <= fewTerms;
	const size = look.dense ? 6.5 : 7;
	return {
		unbreakable: few,
		stack: present([
			few ? numberedColumns(look, common.terms, slip.terms, size) : numbered(look, common.terms, slip.terms, size),
			{
				text: [{ text: `${common.privacy}  `, bold: true }, slip.privacyNote],
				fontSize: look.pt(size),
				lineHeight: look.dense ? closeLines : 0.9,
				margin: [0, look.dense ? 1 : look.pt(2), 0, 0],
			},
			signatureBlock(look, words.signStatement, slip.signature, slip.receivedBy),
		]),
	};
}

/** The parts of the page from top to bottom. */
export function customerSlip(look: Look, slip: SlipData): Content[] {
	const words = slipText[look.language];
	const ticket = collectionTicket(look, slip);
	return present([
		...paperHead(look, { ...slip, title: words.title, remark: words.customerCopy }),
		slipFacts(look, slip),
		rule(look, 0.5, look.dense ? 1 : 2),
		...jobBlocks(look, slip),
		...priceBlocks(look, slip),
		signedTerms(look, slip),
		// Keeps room at the foot of the last page; the ticket itself is drawn at a fixed place so that it tears off clean.
		{ unbreakable: true, stack: [{ text: "", lineHeight: 0.01, margin: [0, ticket.height + 2, 0, 0] }] },
		ticket.content,
	]);
}
