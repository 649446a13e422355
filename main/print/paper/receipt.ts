/** A5 collection receipt: what went back to the customer, what was done, what was paid, how to care for it. */
import type { Content } from "pdfmake/interfaces";
import { factLine, facts, numbered, photoRow, present, rule } from "../block/blocks.ts";
import { paperHead } from "../block/head.ts";
import { itemBlock } from "../block/item.ts";
import { ink, type Look } from "../block/look.ts";
import { priceTable, totalBlock } from "../block/price-table.ts";
import { signatureBlock } from "../block/signature.ts";
import { tickText } from "../block/ticks.ts";
import type { ItemPaper, ReceiptData } from "../papers.ts";
import { commonText } from "../text/paper.ts";
import { receiptText } from "../text/receipt.ts";

function pieceTicks(look: Look, item: ItemPaper): Content {
	const words = receiptText[look.language];
	const ticks = item.pieces.map((piece) => {
		const here = piece.present === false;
		return { name: piece.name, ticked: !here, ...(here ? { where: words.stillHere } : {}) };
	});
	return {
		columns: [
			{ width: "auto", text: words.takenPieces, color: ink.soft, fontSize: look.pt(7.5), margin: [0, 0.8, 0, 0] },
			{ width: "*", stack: [tickText(look, ticks, 8.3)] },
		],
		columnGap: 8,
	};
}

function returned(look: Look, receipt: ReceiptData, index: number, item: ItemPaper): Content {
	const words = receiptText[look.language];
	const common = commonText[look.language];
	const work = receipt.work[index];
	const many = receipt.items.length > 1;
	const { declaredValueFen: _, ...rest } = item;
	const shown = { ...rest, pieces: [] };
	return {
		unbreakable: true,
		stack: present([
			...itemBlock(look, shown, many ? index + 1 : undefined),
			item.pieces.length > 0 ? pieceTicks(look, item) : undefined,
			factLine(look, [
				[words.outcome, receipt.outcomes[index], true],
				[words.warrantyUntil, work?.warrantyUntil, true],
			]),
			factLine(look, [
				[common.faultCause, work?.faultCause],
				[common.repairer, work?.repairer],
				[common.duration, work?.duration],
			]),
		]),
	};
}

/** The parts of the page from top to bottom. */
export function receiptPage(look: Look, receipt: ReceiptData): Content[] {
	const words = receiptText[look.language];
	const common = commonText[look.language];
	return present([
		...paperHead(look, { ...receipt, title: words.title }),
		facts(
			look,
			[
				[common.customer, [receipt.customer.name, receipt.customer.phone].filter(Boolean).join("  "), true],
				[words.handedOver, receipt.handedOverAt, true],
				[words.received, receipt.receivedAt],
				[words.handedOverBy, receipt.handedOverBy],
			],
			2,
		),
		rule(look, 0.5, 2),
		...receipt.items.map((item, index) => returned(look, receipt, index, item)),
		photoRow(look, receipt.photos, 4, look.pt(70)),
		receipt.lines.length > 0
			? { stack: [priceTable(look, receipt.lines)], margin: [0, look.pt(4), 0, 0] }
			: { text: words.free, bold: true },
		totalBlock(look, receipt.totals, receipt.payments, {
			balanceFen: receipt.balanceFen,
			...(receipt.warranty ? { warranty: receipt.warranty } : {}),
		}),
		factLine(look, [
			[words.oldParts, receipt.oldParts],
			[words.complaint, receipt.complaintLine],
		]),
		numbered(look, words.care, receipt.care, 8),
		{
			unbreakable: true,
			stack: [
				{ text: words.keep, fontSize: look.pt(7.5), margin: [0, look.pt(3), 0, 0] },
				signatureBlock(look, words.signStatement, receipt.signature, receipt.handedOverBy),
			],
		},
	]);
}
