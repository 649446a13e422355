/** The recovery sheet, A4: the only paper that opens a backup. Printed once, kept in a safe. */
import type { Content, TableCell } from "pdfmake/interfaces";
import { facts, numbered, present, rule } from "../block/blocks.ts";
import { symbolBox } from "../block/cards.ts";
import { ink, type Look } from "../block/look.ts";
import type { RecoverySheetData } from "../sheets.ts";
import { sheetText } from "../text/sheets.ts";

function groupTable(look: Look, groups: readonly string[], columns: number): Content {
	const body: TableCell[][] = [];
	for (let at = 0; at < groups.length; at += columns) {
		const row = groups.slice(at, at + columns).map(
			(group, index): TableCell => ({
				columns: [
					{ width: 20, text: String(at + index + 1), color: ink.soft, fontSize: look.pt(9), alignment: "right" },
					{ width: "*", text: group, bold: true, fontSize: look.pt(14), characterSpacing: 0.8, noWrap: true },
				],
				columnGap: 6,
				margin: [0, 4, 0, 4],
			}),
		);
		while (row.length < columns) row.push("");
		body.push(row);
	}
	return {
		table: { widths: Array.from({ length: columns }, () => "*"), body, dontBreakRows: true },
		layout: {
			hLineWidth: () => 0.5,
			vLineWidth: () => 0.5,
			hLineColor: () => ink.hair,
			vLineColor: () => ink.hair,
		},
	};
}

/** The parts of the page from top to bottom. */
export function recoverySheet(look: Look, sheet: RecoverySheetData): Content[] {
	const words = sheetText[look.language];
	const longest = Math.max(0, ...sheet.groups.map((group) => group.length));
	const blank = (label: string): Content => ({ text: `${label}  ______________________` });
	return present([
		{ text: words.recoveryTitle, bold: true, fontSize: look.pt(22) },
		{ text: words.recoveryWhat, fontSize: look.pt(11), margin: [0, 2, 0, 6] },
		rule(look, 1.4, 4),
		facts(
			{ ...look, pt: (points) => look.pt(points * 1.2) },
			[
				[words.workshop, sheet.workshop, true],
				[words.workstation, sheet.workstation, true],
			],
			2,
		),
		{
			columns: [
				{
					width: "*",
					stack: [
						{ text: words.recoveryWords, bold: true, fontSize: look.pt(13) },
						{ text: words.recoveryRead, color: ink.soft },
					],
				},
			],
			margin: [0, 16, 0, 6],
		},
		groupTable(look, sheet.groups, longest > 14 ? 2 : longest > 8 ? 3 : 4),
		{
			margin: [0, 20, 0, 0],
			columns: [
				{
					width: 190,
					stack: [
						symbolBox("qr", sheet.qrText, 180, 180),
						{ text: words.recoveryScan, alignment: "center", color: ink.soft, fontSize: look.pt(9) },
					],
				},
				{
					width: "*",
					stack: present([
						numbered(look, words.recoveryKeep, [words.recoveryKeep1, words.recoveryKeep2, words.recoveryKeep3], 10.5),
						{
							stack: [blank(words.keeper), blank(words.place), blank(words.received)].map((line) => ({
								stack: [line],
								margin: [0, 12, 0, 0] as [number, number, number, number],
							})),
							margin: [0, 6, 0, 0],
						},
					]),
				},
			],
			columnGap: 20,
		},
	]);
}
