/**
 * Cuts a chain into pieces that fit one push and end where its writer signed. A workstation signs its own chain every few
 * hundred events, so that a sibling that carries it can cut at the same places.
 */
import { headStatement } from "../../../archive/protocol/statement.ts";
import { maxBatch, maxPushBytes } from "../../../archive/protocol/version.ts";
import type { ChainRow, OutboxLine, SyncRows } from "../../../db/queries/sync.ts";

/** Half of what a push may hold, so that a piece never grows over it. */
const pieceEvents = maxBatch / 2;
const pieceBytes = maxPushBytes / 2;

/** The next piece behind `after`; undefined when nothing signed is left. */
export function nextPiece(
	rows: SyncRows,
	{ dev, epoch }: ChainRow,
	after: number,
): { lines: OutboxLine[]; sig: string } | undefined {
	const [head] = rows.listHeads(dev, epoch, after);
	if (!head) return undefined;
	// Signed places are at most a piece apart; what lies between two of them always fits.
	const lines = rows.outbox(dev, epoch, after, head.seq, maxBatch);
	const last = lines.at(-1);
	return last?.seq === head.seq && last.hash === head.hash ? { lines, sig: head.sig } : undefined;
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
