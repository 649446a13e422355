/**
 * The line of one workstation as a bad network would have it: questions and answers get lost, cut, doubled, or come long
 * after whoever asked gave up. Between a question and its answer something else may happen anywhere.
 */
import { type Ask, type Line, LineDown, type Said } from "../../../main/sync/line.ts";
import type { Chance } from "./chance.ts";

export type Network = {
	/** No line at all while false. */
	up: boolean;
	/** Of a hundred messages, so many meet with something. */
	trouble: number;
	/** Questions still on their way although nobody waits for them. */
	late: (() => Promise<unknown>)[];
	/** The next push meets with somebody who writes something else. */
	forged?: boolean;
	/** The next page comes without its second event. */
	gap?: boolean;
	/** The next page comes with its last event but one once more in the last one's place: only the feed's sum tells. */
	twice?: boolean;
	/** The next question to this path is slow: whoever asks gives up before it arrives. */
	slow?: string;
	/** While the next answer from this path is on its way. */
	whileAsked?: { path: string; happens(): void };
	/** One byte of the next picture, either way. */
	spoiled?: boolean;
};

export type Hooks = {
	/** Passed before a question leaves and after its answer came. */
	point(name: string): void;
	/** Something else happens meanwhile. */
	meanwhile(): Promise<void>;
	heard(ask: Ask, said: Said): void;
};

/** Somebody on the way writes something else: who did it, or how much counts as taken. */
const changed = (text: string) =>
	text
		.replace(/"actor":"0(.)/, (_, second: string) => `"actor":"0${second === "1" ? "2" : "1"}`)
		.replace(/"ack":(\d+)/, (_, ack: string) => `"ack":${Number(ack) + 1}`);

/** Somebody on the way answers a push with a receipt of an earlier one: nothing was sent. */
function pretend(answered: Said, asked: string): Said {
	const { from = 1, count = 0 } = JSON.parse(asked.slice(0, asked.search(/\n|$/))) as { from?: number; count?: number };
	return { ...answered, body: answered.body.replace(/"ack":\d+/, `"ack":${from - 1 + count}`) };
}

/**
 * One of several lines is missing, never the last, which says that the page is whole. Or in an event's place, where the
 * feed ends, stands the one before it once more, whole and with its own hash: only the feed's sum tells.
 */
function withoutLine(text: string, chance: Chance): string {
	const lines = text.split("\n");
	if (lines.length < 4) return text;
	const at = chance.below(lines.length - 2);
	const again =
		at % 2 === 1 && text.includes('"more":false') ? inPlaceOf(lines[at] ?? "", lines[at - 1] ?? "") : undefined;
	return (again === undefined ? lines.toSpliced(at, 1) : lines.with(at, again)).join("\n");
}

function inPlaceOf(line: string, before: string): string | undefined {
	const pos = /"pos":\d+/.exec(line)?.[0];
	return pos && before.startsWith("e\t") ? before.replace(/"pos":\d+/, pos) : undefined;
}

export function badLine(straight: Line, network: Network, chance: Chance, hooks: Hooks): Line {
	/** Few events a page and little of a picture, so that reading has middles in which something can happen. */
	function small({ headers, ...ask }: Ask): Ask {
		const range = /^bytes=(\d+)-/.exec(headers?.["range"] ?? "")?.[1];
		const narrow = range === undefined ? headers : { ...headers, range: `bytes=${range}-${Number(range) + 3_999}` };
		return { ...ask, path: ask.path.replace(/limit=\d+/, "limit=7"), ...(narrow ? { headers: narrow } : {}) };
	}
	const cutText = (text: string) => text.slice(0, chance.below(text.length + 1));
	const cutBytes = (bytes: Uint8Array) => bytes.slice(0, chance.below(bytes.byteLength + 1));
	const cutAnswer = (said: Said): Said =>
		said.bytes ? { ...said, bytes: cutBytes(said.bytes) } : { ...said, body: cutText(said.body) };
	/** Somebody on the way changes one byte of a picture. */
	function changedBytes(bytes: Uint8Array): Uint8Array {
		const other = Uint8Array.from(bytes);
		const at = chance.below(bytes.byteLength);
		if (at < other.byteLength) other[at] = (other[at] ?? 0) ^ (1 + chance.below(255));
		return other;
	}

	function onItsWay(ask: Ask): Ask {
		if (network.spoiled && ask.method === "PATCH" && typeof ask.body === "object") {
			network.spoiled = false;
			return { ...ask, body: changedBytes(ask.body) };
		}
		if (!network.forged || !ask.path.startsWith("/v1/push")) return ask;
		network.forged = false;
		return { ...ask, body: changed(String(ask.body)) };
	}

	function onItsWayBack(ask: Ask, said: Said): Said {
		const { whileAsked } = network;
		if (whileAsked && ask.path.startsWith(whileAsked.path)) {
			delete network.whileAsked;
			whileAsked.happens();
		}
		if (network.spoiled && said.bytes) {
			network.spoiled = false;
			return { ...said, bytes: changedBytes(said.bytes) };
		}
		if (network.twice && ask.path.startsWith("/v1/pull")) {
			network.twice = false;
			const lines = said.body.split("\n");
			const last = lines.findLastIndex((line) => line.startsWith("e\t"));
			const again = inPlaceOf(lines[last] ?? "", lines[last - 1] ?? "");
			return again === undefined ? said : { ...said, body: lines.with(last, again).join("\n") };
		}
		if (!network.gap || !ask.path.startsWith("/v1/pull")) return said;
		network.gap = false;
		return { ...said, body: said.body.split("\n").toSpliced(1, 1).join("\n") };
	}

	/** The last answer to a push that was taken. */
	let answered: Said | undefined;

	async function troubled(ask: Ask, signal: AbortSignal): Promise<Said> {
		const send = (what: Ask) => straight.ask(what, signal);
		switch (chance.below(11)) {
			case 0:
				throw new LineDown("the question was lost");
			case 1:
				network.late.push(() => send(ask));
				throw new LineDown("the question is slow");
			case 2:
				if (ask.body !== undefined)
					await send({ ...ask, body: typeof ask.body === "string" ? cutText(ask.body) : cutBytes(ask.body) });
				throw new LineDown("the question was cut");
			case 3:
				await send(ask);
				throw new LineDown("the answer was lost");
			case 4: {
				return cutAnswer(await send(ask));
			}
			case 5:
				network.late.push(() => send(ask));
				return send(ask);
			case 6:
				if (ask.body === undefined) throw new LineDown("the question was lost");
				return send({ ...ask, body: typeof ask.body === "string" ? changed(ask.body) : changedBytes(ask.body) });
			case 7: {
				const said = await send(ask);
				return said.bytes ? { ...said, bytes: changedBytes(said.bytes) } : { ...said, body: changed(said.body) };
			}
			case 8: {
				const said = await send(ask);
				return { ...said, body: withoutLine(said.body, chance) };
			}
			case 9:
				if (!answered || typeof ask.body !== "string") throw new LineDown("the question was lost");
				return pretend(answered, ask.body);
			default:
				await send(ask);
				return send(ask);
		}
	}

	return {
		async ask(asked, signal) {
			const ask = onItsWay(small(asked));
			hooks.point(`send ${ask.path.slice(0, 12)}`);
			if (!network.up) throw new LineDown("no line");
			if (network.slow !== undefined && ask.path.startsWith(network.slow)) {
				delete network.slow;
				network.late.push(() => straight.ask(ask, signal));
				throw new LineDown("the question is slow");
			}
			if (chance.percent(network.trouble)) await hooks.meanwhile();
			const said = chance.percent(network.trouble) ? await troubled(ask, signal) : await straight.ask(ask, signal);
			if (chance.percent(network.trouble)) await hooks.meanwhile();
			hooks.point(`receive ${ask.path.slice(0, 12)}`);
			if (said.status === 200 && ask.path.startsWith("/v1/push")) answered = said;
			hooks.heard(ask, said);
			return onItsWayBack(ask, said);
		},
	};
}
