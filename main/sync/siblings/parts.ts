/**
 * Orders that moved, between PCs of one workshop: each hands the other the parts of other stores' chains it has, in the
 * order it stored them, from the place on up to which the other has read. One for each conversation of session.ts; a
 * sibling of an older program is neither told nor asked.
 */
import type { Exchange } from "../lan/exchange.ts";
import type { LanMessage, MessageOf } from "../lan/messages.ts";

/** How far a sibling's parts were read: places of its own log, void once it writes another epoch. */
export type PartsCursor = { epoch: number; pos: number };

export type PartsDeps = {
	exchange: Pick<Exchange, "epoch" | "newestPart" | "parts" | "takeParts">;
	send(message: LanMessage): void;
	/** Kept for the next conversation. */
	cursor: { find(): PartsCursor | undefined; keep(cursor: PartsCursor): void };
	warn(fields: { refused: number }): void;
};

export type PartsTalk = ReturnType<typeof createPartsTalk>;

export function createPartsTalk({ exchange, send, cursor, warn }: PartsDeps) {
	let understood = false;
	let told = 0;
	let theirs: PartsCursor | undefined;
	let read = cursor.find();
	let asked = false;
	let stuck = false;
	/** Stretches of this PC's log that came from this very sibling: it has them. */
	const echoes: [number, number][] = [];

	function tell(): void {
		const upTo = exchange.newestPart();
		if (!understood || upTo <= told) return;
		told = upTo;
		send({ t: "parts-have", epoch: exchange.epoch(), upTo });
	}

	const behind = () => theirs !== undefined && (read?.pos ?? 0) < theirs.pos;

	function ask(): void {
		if (asked || stuck || !behind()) return;
		asked = true;
		send({ t: "parts-want", after: read?.pos ?? 0 });
	}

	function take({ epoch, lines, upTo }: MessageOf<"parts">): void {
		if (!asked) return;
		asked = false;
		const before = exchange.newestPart();
		const { refused } = exchange.takeParts(lines);
		const after = exchange.newestPart();
		if (after > before) echoes.push([before, after]);
		if (told === before) told = after;
		if (refused > 0) warn({ refused });
		// A sibling that doesn't get on must not keep this PC busy.
		if (upTo <= (read?.pos ?? 0)) stuck = true;
		else {
			read = { epoch, pos: upTo };
			cursor.keep(read);
		}
		tell();
		ask();
	}

	return {
		/** The sibling's program knows of parts. */
		understand(): void {
			understood = true;
			tell();
		},
		tell,
		/** True once all it spoke of is here. */
		level: () => !asked && !behind(),
		handle(message: LanMessage): void {
			if (message.t === "parts-have") {
				theirs = { epoch: message.epoch, pos: message.upTo };
				// Another life of that PC, or its disk put back: it counts anew.
				if (read && (read.epoch !== theirs.epoch || read.pos > theirs.pos)) read = undefined;
				ask();
			} else if (message.t === "parts-want") {
				const { lines, upTo } = exchange.parts(message.after);
				const fresh = lines.filter(({ pos }) => !echoes.some(([a, b]) => pos > a && pos <= b));
				const texts = fresh.map(({ text, hash }): [string, string] => [text, hash]);
				send({ t: "parts", epoch: exchange.epoch(), lines: texts, upTo });
			} else if (message.t === "parts") take(message);
		},
	};
}
