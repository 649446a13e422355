/** Sheets a workshop prints for itself, A4: badges, command cards, shelf labels, codes for the demo. */
import type { Content } from "pdfmake/interfaces";
import { present } from "../block/blocks.ts";
import { cardGrid, sheetHead, symbolBox } from "../block/cards.ts";
import { ink, type Look } from "../block/look.ts";
import type { BadgeSheetData, CommandCardSheetData, DemoSheetData, ShelfSheetData } from "../sheets.ts";
import { sheetText } from "../text/sheets.ts";

/** ISO 7810 ID-1 in points: 85.6 × 54 mm. */
const card = { width: 242.6, height: 153 };

/** Two badges beside each other. */
export function badgeSheet(look: Look, sheet: BadgeSheetData): Content[] {
	const words = sheetText[look.language];
	const cards = sheet.badges.map(
		(badge): Content => ({
			columns: [
				{
					width: "*",
					stack: present([
						{ text: sheet.workshop, fontSize: look.pt(8), color: ink.soft },
						{ text: badge.personName, fontSize: look.pt(20), bold: true, margin: [0, 22, 0, 0] },
						{ text: badge.role, fontSize: look.pt(11) },
						badge.staffNo ? { text: badge.staffNo, fontSize: look.pt(9), color: ink.soft } : undefined,
						{ text: words.badgeUse, fontSize: look.pt(7.5), color: ink.soft, margin: [0, 14, 0, 0] },
					]),
				},
				{ width: 116, stack: [symbolBox("qr", badge.code, 116, 116)], margin: [0, 15, 0, 0] },
			],
		}),
	);
	return [sheetHead(look, words.badgesTitle, words.badgesHint), cardGrid(cards, 2, card.width, card.height)];
}

/** Two cards beside each other, the word readable at arm's length. */
export function commandCardSheet(look: Look, sheet: CommandCardSheetData): Content[] {
	const words = sheetText[look.language];
	const cards = sheet.cards.map(
		(command): Content => ({
			stack: present([
				{ text: command.title, fontSize: look.pt(26), bold: true, alignment: "center" },
				{ text: command.hint ?? " ", fontSize: look.pt(9), alignment: "center", color: ink.soft, margin: [0, 0, 0, 6] },
				symbolBox("code128", command.code, card.width - 20, 64),
				{ text: command.code, fontSize: look.pt(7), alignment: "center", color: ink.soft, margin: [0, 3, 0, 0] },
			]),
		}),
	);
	return [sheetHead(look, words.commandsTitle, words.commandsHint), cardGrid(cards, 2, card.width, card.height)];
}

/** Two shelf labels beside each other. */
export function shelfSheet(look: Look, sheet: ShelfSheetData): Content[] {
	const words = sheetText[look.language];
	const cards = sheet.shelves.map(
		(shelf): Content => ({
			stack: [
				{ text: shelf.name, fontSize: look.pt(34), bold: true, alignment: "center", lineHeight: 0.85 },
				{
					text: shelf.zone ?? sheet.workshop,
					fontSize: look.pt(9),
					alignment: "center",
					color: ink.soft,
					margin: [0, 0, 0, 4],
				},
				symbolBox("code128", shelf.code, card.width - 20, 62),
			],
		}),
	);
	return [sheetHead(look, words.shelvesTitle, words.shelvesHint), cardGrid(cards, 2, card.width, card.height)];
}

/** Three codes in a row under each section's title. */
export function demoSheet(look: Look, sheet: DemoSheetData): Content[] {
	const width = look.width / 3 - 0.5;
	const inner = width - 20;
	return [
		sheetHead(look, sheet.title, sheet.intro),
		...sheet.sections.flatMap((section): Content[] => {
			const cards = section.entries.map((entry): Content => {
				const linear = entry.symbology === "code128" || entry.symbology === "gs1-128" || entry.symbology === "ean13";
				return {
					stack: present([
						{ text: entry.title, bold: true, fontSize: look.pt(9.5), alignment: "center" },
						entry.note ? { text: entry.note, fontSize: look.pt(7.5), alignment: "center", color: ink.soft } : undefined,
						{ stack: [symbolBox(entry.symbology, entry.code, inner, linear ? 40 : 74)], margin: [0, 4, 0, 3] },
						{ text: entry.code, fontSize: look.pt(6.5), alignment: "center", color: ink.soft },
					]),
				};
			});
			return [cardGrid(cards, 3, width, 104, section.title)];
		}),
	];
}
