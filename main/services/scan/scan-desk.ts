/**
 * Says what any text means: looks up what domain/code recognised. Called for every scan of every device and for typed
 * numbers. Reads only; prepared statements only, because a scanner doesn't wait.
 */
import { sha256 } from "../../../db/log.ts";
import { type CounterReader, createCounterReader, type OrderHit } from "../../../db/queries/counter.ts";
import { createMoveRows } from "../../../db/queries/exchange/moves.ts";
import { parseScan, type Scan } from "../../../domain/code/scan.ts";
import type { Reason } from "../../../domain/errors.ts";
import { isSingle, itemCodesOf, longestCode, lookupTexts } from "../../../domain/item/codes.ts";
import type { ItemState } from "../../../domain/item/item.ts";
import type { ItemPrefill, ScanAnswer } from "../../../preload/contract/scan.ts";
import type { App } from "../../app.ts";
import { briefOf, standingItem } from "../item/brief.ts";

export type ScanDesk = { resolve(text: string, signedIn: boolean): ScanAnswer };

/** How many items with one code are offered to choose from. */
const choice = 12;

const unreadable: Record<string, Reason> = {
	empty: "scan.empty",
	"too-long": "scan.too-long",
	encoding: "scan.encoding",
	"not-a-scan": "scan.not-a-scan",
	check: "scan.check",
	gs1: "scan.gs1",
};

export function createScanDesk(app: App): ScanDesk {
	const rows = createCounterReader(app.reader);
	const moves = createMoveRows(app.reader);
	return {
		resolve(text, signedIn) {
			const scan = parseScan(text);
			if (scan.kind === "badge") return { kind: "badge" };
			if (!signedIn) return { kind: "sign-in-first" };
			if (scan.kind === "parcel") {
				return { kind: "parcel", parcelId: moves.parcelOf(sha256(Buffer.from(scan.token, "utf8"))) ?? null };
			}
			return answer(app, rows, scan);
		},
	};
}

function answer(app: App, rows: CounterReader, scan: Scan): ScanAnswer {
	switch (scan.kind) {
		case "badge":
			return { kind: "badge" };
		case "command":
			return { kind: "command", command: scan.command };
		case "shelf":
			return { kind: "shelf", shelf: scan.shelf };
		case "part":
			return { kind: "part", part: scan.part, lot: scan.lot ?? null };
		case "unreadable":
			return no(unreadable[scan.reason] ?? "scan.check", scan.text);
		case "order": {
			const found = orderAnswer(rows, rows.ordersByNumber(scan.orderNumber));
			// A number of a parcel's or a product's maker can look like one of ours.
			return found ?? (scan.gtin === undefined ? no("scan.unknown-order", scan.text) : itemAnswer(app, rows, scan));
		}
		case "status-token":
			return orderAnswer(rows, rows.ordersByToken(scan.token)) ?? no("scan.unknown-order", "");
		case "piece":
			return pieceAnswer(app, rows, scan);
		default:
			return itemAnswer(app, rows, scan);
	}
}

function no(reason: Reason, text: string): ScanAnswer {
	return { kind: "unreadable", reason, text: text.slice(0, 40) };
}

function orderAnswer(rows: CounterReader, hits: OrderHit[]): ScanAnswer | undefined {
	const orders = hits.map(({ id, number, voided }) => {
		return { orderId: id, number, jobs: rows.jobsOfOrder(id), voided: voided === 1 };
	});
	const [only] = orders;
	if (!only) return undefined;
	return orders.length === 1 ? { kind: "order", ...only } : { kind: "orders", orders };
}

function pieceAnswer(app: App, rows: CounterReader, scan: Scan & { kind: "piece" }): ScanAnswer {
	const hits = rows.ordersByNumber(scan.orderNumber);
	for (const { id, number } of hits) {
		for (const jobId of rows.jobsOfOrder(id)) {
			const job = app.states.find("job", jobId)?.state;
			const piece = job?.pieces.find((p) => p.no === scan.piece);
			if (!job || !piece) continue;
			const { id: pieceId, kind, no: pieceNo } = piece;
			return { kind: "piece", orderId: id, number, jobId, pieceId, piece: kind, no: pieceNo, stage: job.stage };
		}
	}
	return orderAnswer(rows, hits) ?? no("scan.unknown-order", scan.text);
}

function itemAnswer(app: App, rows: CounterReader, scan: Scan): ScanAnswer {
	const codes = itemCodesOf(scan);
	if (codes.length === 0) return no(scan.text.length > longestCode ? "scan.too-long" : "scan.no-item", scan.text);
	const singles = codes.filter(isSingle);
	const models = codes.filter((code) => !isSingle(code));
	const own = find(singles.length > 0 ? singles : codes);
	// A code that names a model may stand for another item of the same model.
	const like = own[0] ?? (singles.length > 0 && models.length > 0 ? find(models)[0] : undefined);
	const prefill: ItemPrefill = { codes, like: like ? briefOf(like) : null };
	const [first] = own;
	if (!first) return { kind: "new-item", prefill };
	if (own.length > 1) {
		return { kind: "items", items: own.slice(0, choice).map(briefOf), more: own.length > choice, prefill };
	}
	const jobId = rows.openJobOfItem(first.id) ?? null;
	return { kind: "item", item: briefOf(first), jobId, prefill: singles.length > 0 ? null : prefill };

	function find(wanted: typeof codes): ItemState[] {
		const texts = lookupTexts(wanted, scan.kind === "text" || scan.kind === "ean" ? scan.text : "");
		// Somebody may have filed a typed text under another kind of code.
		const kinds = scan.kind === "text" ? [...allKinds] : wanted.map((code) => code.kind);
		const found = rows.itemsByCode(texts, kinds, choice + 1).flatMap(({ id }) => standingItem(app, id) ?? []);
		return [...new Map(found.map((item) => [item.id, item])).values()];
	}
}

const allKinds = ["gtin", "gtin-serial", "serial", "style", "tag", "lifelong", "anti-counterfeit"] as const;
