/**
 * Cuts a chain into pieces that fit one push and end where its writer signed. A workstation signs its own chain every few
 * hundred events, so that a sibling that carries it can cut at the same places.
 */
import { headStatement } from "../../../archive/protocol/statement.ts";
import { maxBatch, maxPushBytes } from "../../../archive/protocol/version.ts";
import type { ChainRow, HeadRow, OutboxLine, SyncRows } from "../../../db/queries/sync.ts";

/** Half of what a push may hold, so that a piece never grows over it. */
const pieceEvents = maxBatch / 2;
const pieceBytes = maxPushBytes / 2;

/** The next piece behind `after`; undefined when nothing signed is left. */
export function nextPiece(
	rows: SyncRows,
	{ dev, epoch }: ChainRow,
	after: number,
): { lines: OutboxLine[]; sig: string } | undefined {
	const heads = rows.listHeads(dev, epoch, after);
	// Signed places are at most a piece apart: what lies before the first of them always fits.
	const far = heads.findLast(({ seq }) => seq <= after + pieceEvents) ?? heads[0];
	if (!far) return undefined;
	const ahead = rows.outbox(dev, epoch, after, far.seq, maxBatch);
	// A PC whose siblings see each of its acts at once has signed many places: one push takes as many as it holds.
	const head = furthestThatFits(heads, ahead) ?? far;
	const lines = ahead.filter(({ seq }) => seq <= head.seq);
	const last = lines.at(-1);
	return last?.seq === head.seq && last.hash === head.hash ? { lines, sig: head.sig } : undefined;
}

/** The last signed place within half of what a push may hold; the first one whatever it holds. */
function furthestThatFits(heads: readonly HeadRow[], lines: readonly OutboxLine[]): HeadRow | undefined {
	const signed = new Map(heads.map((head) => [head.seq, head]));
	let best: HeadRow | undefined;
	let bytes = 0;
	for (const { seq, text } of lines) {
		bytes += Buffer.byteLength(text) + 1;
		if (best && bytes > pieceBytes) break;
		best = signed.get(seq) ?? best;
	}
	return best;
}

/** Signs this workstation's chain up to its end, at most a piece apart. Carried out in the caller's transaction. */
export function signChain(rows: SyncRows, { dev, epoch, seq: end }: ChainRow, sign: (text: string) => string): void {
	let at = rows.listHeads(dev, epoch, 0).at(-1)?.seq ?? 0;
	while (at < end) {
		let bytes = 0;
		let last: OutboxLine | undefined;
		for (const line of rows.outbox(dev, epoch, at, end, pieceEvents)) {
			bytes += Buffer.byteLength(line.text) + 1;
			if (bytes > pieceBytes && last) break;
			last = line;
		}
		if (!last) return;
		const head = { dev, epoch, seq: last.seq, hash: last.hash };
		rows.putHead(dev, epoch, { ...head, sig: sign(headStatement(head)) });
		at = last.seq;
	}
}
