/** A record on paper: every event with its time, workshop and content, for a customer or an authority to keep. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import pdfmake from "pdfmake";
import type { Content, TDocumentDefinitions } from "pdfmake/interfaces";
import type { Exported, RecordEntry } from "./record.ts";

/** Memory files pdfmake looks fonts up in; its types leave the property out. */
type MemoryFiles = { virtualfs: { writeFileSync(name: string, content: Uint8Array): void } };

function prepare(): void {
	const family = "@expo-google-fonts/noto-sans-sc";
	const font = createRequire(import.meta.url).resolve(`${family}/400Regular/NotoSansSC_400Regular.ttf`);
	(pdfmake as unknown as MemoryFiles).virtualfs.writeFileSync("noto.ttf", readFileSync(font));
	pdfmake.setFonts({ noto: { normal: "noto.ttf", bold: "noto.ttf" } });
	pdfmake.setLocalAccessPolicy(() => false);
	pdfmake.setUrlAccessPolicy(() => false);
}

const lineOf = ([name, value]: [string, unknown]) =>
	`${name}: ${typeof value === "string" ? value : JSON.stringify(value)}`;

function contentOf({ event, personal }: RecordEntry): Content[] {
	const lines = [...Object.entries(personal ?? {}), ...Object.entries(event.body)].map(lineOf);
	const sealed = event.pii && !personal ? ["(个人信息已加密 sealed)"] : [];
	// Long words without a space, such as hashes, may break anywhere.
	return [...lines, ...sealed].map((text) => ({ text: text.replace(/(\S{40})/g, "$1\u200b") }));
}

export async function recordPdf({ about, exportedAt, archive, entries, pictures }: Exported): Promise<Uint8Array> {
	prepare();
	const rows = entries.map((entry): Content[] => [
		{ text: entry.at.slice(0, 19).replace("T", " ") },
		{ text: entry.workshop },
		{ text: entry.event.type },
		{ stack: contentOf(entry) },
	]);
	const head = ["时间 Time (UTC)", "门店 Workshop", "事项 Event", "内容 Content"].map(
		(text): Content => ({ text, bold: true }),
	);
	const definition: TDocumentDefinitions = {
		pageSize: "A4",
		pageOrientation: "landscape",
		info: { title: about, creator: "Welt" },
		defaultStyle: { font: "noto", fontSize: 7.5 },
		content: [
			{ text: "档案记录 Archive record", fontSize: 14 },
			{ text: `${about}   ${exportedAt}   ${archive}`, margin: [0, 2, 0, 8] },
			{ table: { headerRows: 1, widths: [78, 70, 95, "*"], body: [head, ...rows] }, layout: "lightHorizontalLines" },
			{ text: `照片 Pictures: ${pictures.length}`, margin: [0, 8, 0, 2] },
			...pictures.map(({ sha, role }): Content => ({ text: `${role}   ${sha}` })),
		],
		footer: (page, pages) => ({ text: `${page} / ${pages}`, alignment: "center", fontSize: 7 }),
	};
	return new Uint8Array(await pdfmake.createPdf(definition).getBuffer());
}
