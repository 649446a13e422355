/**
 * Passports: what the archive knows of an item that was bought or repaired elsewhere. Asked by the counter with a time
 * limit, kept beside the log for when the line is down, and followed while the item is in this workshop's hands. Never
 * writes an event: what follows from an answer is the passport service's.
 */
import {
	type identifierKinds,
	interestAnswer,
	passportHead,
	workshopsAnswer,
} from "../../archive/protocol/passport.ts";
import { addToChecksum, emptyChecksum, readPullLine } from "../../archive/protocol/pull.ts";
import { interestLifeMs, maxFeeds } from "../../archive/protocol/version.ts";
import { sha256 } from "../../db/log.ts";
import type { PassportRows, WorkshopRow } from "../../db/queries/exchange/passport.ts";
import type { SyncRows } from "../../db/queries/sync.ts";
import { eventHash } from "../../domain/event/chain.ts";
import { type ArchiveClient, ArchiveSaidNo, at } from "./archive-client.ts";
import { LineDown } from "./line.ts";
import { type PulledEvent, pullAll } from "./pull.ts";

export type Identifier = { kind: (typeof identifierKinds)[number]; value: string };
/** `none`: the archive answered and knows no such item. */
export type Asked = { kind: "item"; item: string } | { kind: "none" };

export type PassportDesk = {
	rows: PassportRows;
	/** By one of its codes. Rejects LineDown or ArchiveSaidNo. */
	ask(identifier: Identifier): Promise<Asked>;
	/** News of an item whose id is known. Rejects LineDown or ArchiveSaidNo. */
	read(itemId: string): Promise<void>;
	/** One step of the engine: follows what is here and what was asked for lately. */
	follow(): Promise<void>;
	/** Asks for workshops by a part of their name or the beginning of their code. Rejects LineDown or ArchiveSaidNo. */
	findWorkshops(text: string): Promise<readonly WorkshopRow[]>;
	/** When the archive last answered for this item, ms UTC. */
	answeredAt(itemId: string): number | undefined;
};

export type PassportDeps = {
	/** Rejects when this workstation belongs to no archive. */
	client(): ArchiveClient;
	rows: PassportRows;
	sync: SyncRows;
	store: string;
	clock: { now(): number };
	transact<T>(work: () => T): T;
	/** Which life of the archive answered; true when it is another one, whose places count anew. */
	seen(arch: string): unknown;
	/** Records of these items grew. */
	grew(items: readonly string[]): void;
	/** Looks whether an item taken in without a line is one the archive knows already. */
	provisional(): Promise<void>;
};

/** Items are asked about this often; hints and people make it sooner. */
const followMs = 60_000;
/** What was only asked about is read again that long; what comes here is followed by interest, for longer. */
const askedMs = 30 * 24 * 3_600_000;
const feedOf = (item: string) => `item:${item}`;
const itemOf = (feed: string) => feed.slice(feed.indexOf(":") + 1);

/** True when the text has the hash it came with. `prev` is inside the text: that is what was hashed before it. */
function hashHolds({ mark, text }: PulledEvent): boolean {
	const prev = /"prev":"([0-9a-f]{64})"/.exec(text)?.[1];
	// What cannot be read was set aside by the archive and is never shown: its place counts, its text doesn't.
	if (prev === undefined) return mark.out !== "accepted";
	return eventHash(sha256, prev, text) === mark.hash;
}

export function createPassportDesk(deps: PassportDeps): PassportDesk {
	const { rows, sync, clock, store, transact } = deps;
	const cursorOf = (feed: string) =>
		sync.findCursor(feed) ?? { feed, pos: 0, chk: emptyChecksum, readAt: 0, until: clock.now() + askedMs };

	/** Only what other workshops wrote: our own stands in the log. Throws LineDown for what was altered on the way. */
	function keep(feed: string, events: readonly PulledEvent[]): boolean {
		if (!events.every(hashHolds)) throw new LineDown("an event that is not what it says");
		let grew = false;
		// From its first event on: read anew, whatever was here.
		if (events[0]?.mark.pos === 1) rows.drop(feed);
		for (const { mark, text } of events) {
			if (mark.out !== "accepted") continue;
			const { id, store: writer } = JSON.parse(text) as { id: string; store: string };
			if (writer === store) continue;
			rows.meet(writer);
			rows.add({ feed, pos: mark.pos, event: id, ats: mark.ats, text });
			grew = true;
		}
		return grew;
	}

	/** The answer to a passport: its first line, then each feed from its beginning. */
	function take(identifier: Identifier, body: string): string {
		const [first = "", ...lines] = body.endsWith("\n") ? body.slice(0, -1).split("\n") : [];
		const head = first.startsWith("p\t") ? passportHead.safeParse(parse(first.slice(2))) : undefined;
		const read = lines.map(readPullLine);
		const end = read.at(-1);
		if (!head?.success || end?.kind !== "end") throw new LineDown("a passport that was cut");
		deps.seen(end.end.arch);
		const { item, merged } = head.data;
		const events = read.flatMap((line) => (line?.kind === "event" ? [line] : []));
		const grew = transact(() => {
			rows.put(identifier.kind, identifier.value, item, clock.now());
			for (const double of merged) rows.merge(double, item);
			return [item, ...merged].filter((id) => takeFeed(feedOf(id), events));
		});
		if (grew.length > 0) deps.grew(grew);
		return item;
	}

	function takeFeed(feed: string, events: readonly PulledEvent[]): boolean {
		const cursor = cursorOf(feed);
		let { pos, chk } = cursor;
		const fresh = events.filter(({ mark }) => mark.feed === feed && mark.pos > cursor.pos);
		for (const { mark } of fresh) {
			if (mark.pos !== pos + 1) throw new LineDown("a passport with a gap");
			pos = mark.pos;
			chk = addToChecksum(chk, mark.hash);
		}
		const until = Math.max(cursor.until ?? 0, clock.now() + askedMs);
		sync.putCursor({ feed, pos, chk, readAt: clock.now(), until });
		return keep(feed, fresh);
	}

	async function ask(identifier: Identifier): Promise<Asked> {
		const { kind, value } = identifier;
		const known = rows.find(kind, value)?.item;
		const size = known ? rows.family(known).reduce((sum, id) => sum + (sync.findCursor(feedOf(id))?.pos ?? 0), 0) : 0;
		const path = `${at("passport").path}?kind=${kind}&value=${encodeURIComponent(value)}&known=${size}`;
		try {
			const said = await deps.client().ask({ method: "GET", path });
			if (said.status !== 304) return { kind: "item", item: take(identifier, said.body) };
		} catch (error) {
			if (!(error instanceof ArchiveSaidNo) || error.code !== "not-found") throw error;
			transact(() => rows.put(kind, value, null, clock.now()));
			return { kind: "none" };
		}
		const item = known ?? "";
		transact(() => {
			rows.put(kind, value, item, clock.now());
			for (const id of rows.family(item)) sync.putCursor({ ...cursorOf(feedOf(id)), readAt: clock.now() });
		});
		return { kind: "item", item };
	}

	async function pull(feeds: readonly string[]): Promise<void> {
		const grew = new Set<string>();
		const pulling = {
			...{
				client: deps.client(),
				rows: sync,
				clock,
				transact,
				seen: (arch: string) => deps.seen(arch) === true,
			},
			take(feed: string, events: readonly PulledEvent[]) {
				if (keep(feed, events)) grew.add(itemOf(feed));
			},
			keepHead: () => undefined,
		};
		await pullAll(pulling, feeds);
		if (grew.size > 0) deps.grew([...grew]);
	}

	/** Asks who the workshops on record are. */
	async function nameThem(): Promise<void> {
		const ids = rows.unnamed();
		if (ids.length === 0) return;
		const path = `${at("workshops").path}?${ids.map((id) => `id=${id}`).join("&")}`;
		const answer = await deps.client().askFor(workshopsAnswer, { method: "GET", path });
		transact(() => answer.workshops.forEach(rows.putWorkshop));
	}

	async function findWorkshops(text: string): Promise<readonly WorkshopRow[]> {
		const path = `${at("workshops").path}?q=${encodeURIComponent(text)}`;
		const { workshops } = await deps.client().askFor(workshopsAnswer, { method: "GET", path });
		transact(() => workshops.forEach(rows.putWorkshop));
		return workshops;
	}

	/** Tells the archive what this workshop holds; renewed when half the time is over. */
	async function subscribe(items: readonly string[]): Promise<void> {
		const now = clock.now();
		const due = items.map(feedOf).filter((feed) => (sync.findCursor(feed)?.until ?? 0) < now + interestLifeMs / 2);
		for (let first = 0; first < due.length; first += maxFeeds) {
			const feeds = due.slice(first, first + maxFeeds);
			const headers = { "content-type": "application/json" };
			await deps.client().askFor(interestAnswer, { ...at("interest"), headers, body: JSON.stringify({ feeds }) });
			transact(() => {
				for (const feed of feeds) sync.putCursor({ ...cursorOf(feed), until: now + interestLifeMs });
			});
		}
	}

	return {
		rows,
		findWorkshops,
		async ask(identifier) {
			const asked = await ask(identifier);
			await nameThem();
			return asked;
		},
		async read(itemId) {
			const family = rows.family(rows.standing(itemId));
			await subscribe(family);
			await pull(family.map(feedOf));
			await nameThem();
		},
		async follow() {
			await subscribe(rows.held().map(({ id }) => id));
			const now = clock.now();
			const due = sync
				.listCursors()
				.filter(
					({ feed, until, readAt }) => feed.startsWith("item:") && (until ?? 0) > now && readAt <= now - followMs,
				);
			if (due.length > 0) await pull(due.map(({ feed }) => feed));
			await deps.provisional();
			await nameThem();
		},
		answeredAt(itemId) {
			const times = rows.family(rows.standing(itemId)).flatMap((id) => sync.findCursor(feedOf(id))?.readAt ?? []);
			const [last] = times.filter((time) => time > 0).sort((a, b) => b - a);
			return last;
		},
	};
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
