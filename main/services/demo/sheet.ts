/** The demo's sheet to print: everything worth scanning, and a badge for everybody. Called by `demo.sheet`. */

import { listPeople } from "../../../db/queries/people.ts";
import { makeBadgeCode } from "../../../domain/code/own.ts";
import type { App } from "../../app.ts";
import type { PaperLanguage } from "../../print/papers.ts";
import { renderPdf } from "../../print/render.ts";
import type { DemoSheetData } from "../../print/sheets.ts";
import type { By } from "../../router.ts";
import { drawBadges, giveBadges, roleNames } from "../staff/sheets.ts";
import { stampNow } from "../staff/stamp.ts";
import { demoCodes } from "./codes.ts";

const words = {
	"zh-CN": {
		title: "演示工坊 · 条码表",
		intro: "打印出来，用扫码枪扫；在任何画面都可以扫。员工卡是新的，以前打印的员工卡同时停用。",
		badges: "员工卡",
		fileName: "演示条码表.pdf",
	},
	en: {
		title: "Demo workshop · codes to scan",
		intro: "Print it and scan from any screen. The badges are new; badges printed before no longer work.",
		badges: "Badges",
		fileName: "demo-codes.pdf",
	},
} as const;

/** @throws Refusal `demo.not-here` */
export async function demoSheet(app: App, by: By, language: PaperLanguage) {
	const { sections } = demoCodes(app, language);
	const text = words[language];
	const people = listPeople(app.reader).filter((person) => person.active);
	const holders = drawBadges(
		app,
		people.map(({ id }) => id),
	);
	const codes: DemoSheetData["sections"][number][] = sections.map(({ title, entries }) => ({
		title,
		entries: entries.map(({ note, ...entry }) => (note === null ? entry : { ...entry, note })),
	}));
	const badges = holders.map(({ state, token }) => ({
		title: state.name,
		note: roleNames(language, state.roles),
		symbology: "qr" as const,
		code: makeBadgeCode(token),
	}));
	const bytes = await renderPdf({
		kind: "demo",
		language,
		printedAt: stampNow(app),
		title: text.title,
		intro: text.intro,
		sections: [{ title: text.badges, entries: badges }, ...codes],
	});
	giveBadges(app, by, holders);
	return {
		handle: app.media.offer({ mime: "application/pdf", bytes, fileName: text.fileName }),
		fileName: text.fileName,
	};
}
