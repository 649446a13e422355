/** Everything worth scanning in the demo workshop as things stand: for its sheet and for its page. Reads only. */
import { createJobRows, type JobListRow } from "../../../db/queries/job-rows.ts";
import { gs1Digit } from "../../../domain/code/check.ts";
import { formatOrderNumber, makePieceLabel } from "../../../domain/code/order-number.ts";
import { makeCommandCode, makePartCode, makeShelfCode } from "../../../domain/code/own.ts";
import { isSingle } from "../../../domain/item/codes.ts";
import type { ItemCode } from "../../../domain/item/item.ts";
import { openStages } from "../../../domain/job/stage.ts";
import type { DemoSection } from "../../../preload/contract/demo.ts";
import type { App } from "../../app.ts";
import type { PaperLanguage } from "../../print/papers.ts";
import { createNames, type Names } from "../print/names.ts";
import { cardsIn } from "../staff/sheets.ts";
import { requireDemo } from "./demo.ts";

type Entry = DemoSection["entries"][number];
type Symbology = Entry["symbology"];

const titles: Record<PaperLanguage, Record<DemoSection["id"], string>> = {
	"zh-CN": {
		known: "来过的物品",
		new: "没来过的物品",
		orders: "维修单",
		pieces: "物品标签（在店）",
		shelves: "货架",
		parts: "备件",
		commands: "指令卡",
	},
	en: {
		known: "Items that were here before",
		new: "Items nobody has seen yet",
		orders: "Repair slips",
		pieces: "Piece labels of work in hand",
		shelves: "Shelves",
		parts: "Parts",
		commands: "Command cards",
	},
};

const notes = {
	"zh-CN": { ean: "吊牌条码", serial: "序列号", gs1: "防拆唯一码" },
	en: { ean: "hang tag", serial: "serial number", gs1: "tamper label" },
} as const;

const sample = "200000077310";
/** Codes of models that exist nowhere. */
const unseen: readonly { kind: string; code: string; symbology: Symbology; note: keyof (typeof notes)["en"] }[] = [
	{ kind: "sneaker", code: `${sample}${gs1Digit(sample)}`, symbology: "ean13", note: "ean" },
	{ kind: "hard-case", code: "ATL90C77310", symbology: "code128", note: "serial" },
	{ kind: "handbag", code: `(01)0${sample}${gs1Digit(sample)}(21)VM77310A`, symbology: "gs1-datamatrix", note: "gs1" },
];

const shelves = ["A1", "B1", "C1"];
const parts = ["SO04", "HE01", "ZP05"];
/** Rows of three on the sheet. */
const most = 9;

/** @throws Refusal `demo.not-here` */
export function demoCodes(app: App, language: PaperLanguage): { sections: DemoSection[] } {
	requireDemo(app);
	const names = createNames(app.standard.index, language, app.store().state.calendar.zone);
	const inHand = createJobRows(app.reader).byStages(openStages, 60);
	const plain = (title: string, code: string, note: string | null = null): Entry => {
		return { title, note, symbology: "code128", code };
	};
	const entries: Record<DemoSection["id"], Entry[]> = {
		known: knownItems(app, names, language),
		new: unseen.map(({ kind, code, symbology, note }) => {
			return { title: names.kind(kind), note: notes[language][note], symbology, code };
		}),
		orders: ordersOf(inHand).map((row) => plain(formatOrderNumber(row.number), row.number, names.kind(row.kind))),
		pieces: inHand.slice(0, most).flatMap((row) => pieceEntry(app, names, row) ?? []),
		shelves: shelves.map((shelf) => plain(shelf, makeShelfCode(shelf))),
		parts: parts.map((part) => plain(names.part(part), makePartCode(part), part)),
		commands: cardsIn(language).map(({ command, title, hint }) => plain(title, makeCommandCode(command), hint)),
	};
	const ids = Object.keys(entries) as DemoSection["id"][];
	return { sections: ids.map((id) => ({ id, title: titles[language][id], entries: entries[id] })) };
}

function ordersOf(rows: readonly JobListRow[]): JobListRow[] {
	return [...new Map(rows.map((row) => [row.order_id, row])).values()].slice(0, 6);
}

function pieceEntry(app: App, names: Names, row: JobListRow): Entry | undefined {
	const piece = app.states.get("job", row.id).state.pieces.find((p) => p.gone === null);
	if (!piece) return undefined;
	const title = `${names.kind(row.kind)} · ${names.piece(piece.kind)}`;
	return { title, note: null, symbology: "code128", code: makePieceLabel(row.number, piece.no) };
}

/** Codes of items that were here: first those that can be taken in again, and those that name one single thing. */
function knownItems(app: App, names: Names, language: PaperLanguage): Entry[] {
	const here = new Set(
		createJobRows(app.reader)
			.byStages(openStages, 1000)
			.map((row) => row.item_id),
	);
	const ids = app.reader.prepare("SELECT item_id FROM jobs GROUP BY item_id ORDER BY count(*) DESC").pluck().all();
	const items = (ids as string[]).map((id) => app.states.get("item", id).state);
	items.sort((a, b) => Number(here.has(a.id)) - Number(here.has(b.id)));
	const entries = items.flatMap((item) => {
		const title = `${item.brand} ${names.kind(item.kind)}`.trim();
		const codes = [...item.codes].sort((a, b) => Number(isSingle(b)) - Number(isSingle(a)));
		return codes.flatMap((code) => {
			const symbol = symbolOf(code);
			return symbol
				? [{ title, note: notes[language][symbol.note], symbology: symbol.symbology, code: symbol.code }]
				: [];
		});
	});
	return entries.slice(0, most);
}

function symbolOf({ kind, value }: ItemCode) {
	if (kind === "gtin") return { symbology: "ean13", code: value.slice(1), note: "ean" } as const;
	if (kind === "serial") return { symbology: "code128", code: value, note: "serial" } as const;
	if (kind !== "gtin-serial") return undefined;
	const code = `(01)${value.slice(2, 16)}(21)${value.slice(18)}`;
	return { symbology: "gs1-datamatrix", code, note: "gs1" } as const;
}
