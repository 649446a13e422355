/**
 * One conversation with one sibling, over a sealed channel: version vectors, events in chain order, customer keys,
 * pictures, and signs of life. What this PC writes goes over at once; what the sibling has more of is asked for piece by
 * piece. Made by the desk for every greeted link; ends with it.
 */
import type { Reach } from "../../../db/queries/exchange/siblings.ts";
import type { Clock, Log, Timers } from "../../ports.ts";
import { createPartsTalk, type PartsDeps } from "../siblings/parts.ts";
import { createStanding, type StandingDeps } from "../siblings/standing.ts";
import type { Channel } from "./channel.ts";
import { BrokenSeal } from "./channel.ts";
import type { Courier } from "./courier.ts";
import type { Exchange, Piece } from "./exchange.ts";
import { frameOf, readFrame } from "./greeting.ts";
import { known, type LanMessage, lanMessage, type MessageOf } from "./messages.ts";

export type SessionDeps = {
	ports: { clock: Clock; timers: Timers; log: Log };
	exchange: Exchange;
	courier: Courier;
	own: { dev: string };
	about(): { name: string; port: number | null };
	/** The sibling said something about itself. */
	heard(about: MessageOf<"about">): void;
	/** Secrets of the store for files on a stick. */
	secrets: { list(): [number, string][]; take(given: readonly [number, string][]): void };
	/** How far this sibling's parts of other stores' chains were read. */
	parts: PartsDeps["cursor"];
	lease: StandingDeps["lease"];
	/** Something about this sibling that the screens show has changed. */
	changed(): void;
	/** A message for the joining only. */
	welcome?(message: MessageOf<"welcome">): void;
};

export type Session = {
	readonly dev: string;
	readonly channel: Channel;
	/** What the sibling has, as far as it said. */
	has(): [string, number, number, string][];
	/** Something was committed here. */
	offer(): void;
	/** Asks for what somebody waits for here. */
	fetch(): void;
	send(message: LanMessage): void;
	/** True once everything the sibling offered is here. */
	level(): boolean;
	/** Entries it has and this PC lacks. */
	ahead(): number;
	/** Runs until the link is gone. Never rejects. */
	run(): Promise<void>;
	close(): void;
};

const pingMs = 5_000;
const silenceMs = 15_000;
const nameOf = (dev: string, epoch: number) => `${dev}/${epoch}`;

export function createSession(deps: SessionDeps, channel: Channel, dev: string): Session {
	const { exchange, courier, ports } = deps;
	const theirs = new Map<string, Reach>();
	/** How far this PC's chains were last told. */
	const told = new Map<string, number>();
	/** Chains the sibling has something in that can't be taken; not asked for again before the next link. */
	const stuck = new Set<string>();
	let wanted: string | undefined;
	let introduced = false;
	let heardAt = ports.clock.mono();
	let cancel = () => {};

	const send = (message: LanMessage) => channel.send(frameOf(message));
	const parts = createPartsTalk({
		...{ exchange, send, cursor: deps.parts },
		warn: (fields) => ports.log.warn("lan.parts-not-taken", { dev, ...fields }),
	});
	const level = () => introduced && theirs.size > 0 && wanted === undefined && missing() === undefined;
	const standing = createStanding({
		...{ clock: ports.clock, lease: deps.lease },
		whole() {
			offer();
			return exchange.whole();
		},
		say: (silentMs) => send({ t: "lease", silentMs: Math.floor(silentMs) }),
		// What can't be taken may be an erasure.
		level: () => level() && stuck.size === 0 && parts.level(),
	});

	/** Who joins takes what the workshop itself wrote; the rest comes once it belongs there. */
	function hearAbout(message: MessageOf<"about">): void {
		deps.heard(message);
		if (deps.welcome) return;
		if (message.knows?.includes("parts")) parts.understand();
		if (message.knows?.includes("lease")) standing.understand();
	}

	function tell(all: readonly Reach[]): void {
		const news = all.filter(({ dev: d, epoch, seq }) => told.get(nameOf(d, epoch)) !== seq);
		if (news.length === 0) return;
		for (const { dev: d, epoch, seq } of news) told.set(nameOf(d, epoch), seq);
		send({ t: "have", chains: news.map(({ dev: d, epoch, seq, hash }) => [d, epoch, seq, hash]) });
	}

	function sendPiece(piece: Piece): void {
		const { dev: d, epoch, lines, sig } = piece;
		const last = lines.at(-1);
		if (!last) return;
		const texts = lines.map(({ text, hash, aside }): [string, string, number] => [text, hash, aside]);
		send({ t: "events", dev: d, epoch, lines: texts, seq: last.seq, sig });
		theirs.set(nameOf(d, epoch), { dev: d, epoch, seq: last.seq, hash: last.hash });
		told.set(nameOf(d, epoch), last.seq);
	}

	/** A sibling that was level with this PC's own chain gets what is new without asking; of the rest it hears. */
	function offer(): void {
		if (!introduced) return;
		const all = exchange.vouched();
		for (const { dev: d, epoch, seq } of all) {
			const has = theirs.get(nameOf(d, epoch))?.seq ?? 0;
			if (d !== deps.own.dev || seq <= has || has < (told.get(nameOf(d, epoch)) ?? 0)) continue;
			const piece = exchange.piece(d, epoch, has);
			if (piece) sendPiece(piece);
		}
		tell(all);
		parts.tell();
	}

	function missing(): Reach | undefined {
		const ends = new Map(exchange.ends().map((end) => [nameOf(end.dev, end.epoch), end.seq]));
		for (const [name, reach] of theirs) if (!stuck.has(name) && reach.seq > (ends.get(name) ?? 0)) return reach;
		return undefined;
	}

	function ask(): void {
		if (wanted !== undefined) return;
		const reach = missing();
		if (!reach) {
			standing.settle();
			courier.ask(send);
			deps.changed();
			return;
		}
		const after = exchange.ends().find((e) => e.dev === reach.dev && e.epoch === reach.epoch)?.seq ?? 0;
		wanted = nameOf(reach.dev, reach.epoch);
		send({ t: "want", dev: reach.dev, epoch: reach.epoch, after });
	}

	function takeHave({ chains }: MessageOf<"have">): void {
		for (const [d, epoch, seq, hash] of chains) {
			theirs.set(nameOf(d, epoch), { dev: d, epoch, seq, hash });
			const here = exchange.hashAt(d, epoch, seq);
			if (here !== undefined && here !== hash) {
				stuck.add(nameOf(d, epoch));
				ports.log.warn("lan.differs", { dev: d, epoch, seq });
			}
		}
		ask();
		deps.changed();
	}

	function takeEvents({ dev: d, epoch, lines, seq, sig }: MessageOf<"events">): void {
		const name = nameOf(d, epoch);
		const first = seq - lines.length;
		const piece: Piece = {
			...{ dev: d, epoch, sig },
			lines: lines.map(([text, hash, aside], at) => ({ text, hash, aside, seq: first + at + 1 })),
		};
		const known = theirs.get(name);
		const last = lines.at(-1)?.[1] ?? "";
		if (!known || known.seq < seq) theirs.set(name, { dev: d, epoch, seq, hash: last });
		const before = exchange.ends().find((e) => e.dev === d && e.epoch === epoch)?.seq ?? 0;
		const fault = exchange.take(piece, `lan:${dev}`);
		// A gap behind what was asked for is filled by asking again; anything else would only come again.
		const after = exchange.ends().find((e) => e.dev === d && e.epoch === epoch)?.seq ?? 0;
		if (fault && (wanted === name || fault !== "gap") && after === before) {
			stuck.add(name);
			ports.log.warn("lan.not-taken", { dev: d, epoch, seq, fault });
		}
		if (wanted === name) wanted = undefined;
		tell(exchange.vouched().filter((each) => each.dev === d && each.epoch === epoch));
		ask();
	}

	function givePiece({ dev: d, epoch, after }: MessageOf<"want">): void {
		const piece = exchange.piece(d, epoch, after);
		if (piece) sendPiece(piece);
	}

	function handle(message: LanMessage): void {
		if (message.t === "about") hearAbout(message);
		else if (message.t === "have") takeHave(message);
		else if (message.t === "events") takeEvents(message);
		else if (message.t === "want") givePiece(message);
		else if (message.t === "secrets") deps.secrets.take(message.secrets);
		else if (message.t === "welcome") deps.welcome?.(message);
		else if (message.t === "lease") standing.hear(message.silentMs);
		else if (message.t === "ping") send({ t: "pong" });
		else if (message.t === "parts-have" || message.t === "parts-want" || message.t === "parts") {
			if (!deps.welcome) parts.handle(message);
			ask();
		} else if (message.t !== "pong") courier.handle(message, send);
	}

	function beat(): void {
		cancel = ports.timers.after(pingMs, () => {
			if (ports.clock.mono() - heardAt > silenceMs) channel.close();
			else {
				send({ t: "ping" });
				standing.tell();
				beat();
			}
		});
	}

	async function run(): Promise<void> {
		try {
			send({ t: "about", ...deps.about(), knows: known });
			const secrets = deps.secrets.list();
			if (secrets.length > 0) send({ t: "secrets", secrets });
			introduced = true;
			told.clear();
			tell(exchange.vouched());
			beat();
			for (let frame = await channel.next(); frame; frame = await channel.next()) {
				heardAt = ports.clock.mono();
				const message = readFrame(lanMessage, frame);
				if (!message) {
					ports.log.warn("lan.malformed", { dev });
					break;
				}
				handle(message);
			}
		} catch (error) {
			const seal = error instanceof BrokenSeal;
			ports.log.warn(seal ? "lan.forged" : "lan.failed", { dev, error: String(error).slice(0, 200) });
		} finally {
			cancel();
			channel.close();
		}
	}

	return {
		dev,
		channel,
		has: () => [...theirs.values()].map(({ dev: d, epoch, seq, hash }) => [d, epoch, seq, hash]),
		offer,
		fetch: () => courier.ask(send),
		send,
		level,
		ahead() {
			const ends = new Map(exchange.ends().map((end) => [nameOf(end.dev, end.epoch), end.seq]));
			return [...theirs].reduce((sum, [name, { seq }]) => sum + Math.max(0, seq - (ends.get(name) ?? 0)), 0);
		},
		run,
		close: () => channel.close(),
	};
}
