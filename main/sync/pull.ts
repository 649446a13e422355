/**
 * Reads feeds page by page. An event is taken only at its cursor + 1, and only if its text has the hash it came with, which
 * who takes it asks; rows and cursor move in one transaction. At a feed's head both sides' checksums must agree, or the feed is read anew.
 */
import type { SignedHead } from "../../archive/protocol/fields.ts";
import {
	addToChecksum,
	type Cursor,
	type EventMark,
	emptyChecksum,
	type PullEnd,
	readPullLine,
	writePullQuery,
} from "../../archive/protocol/pull.ts";
import { maxBatch, maxFeeds } from "../../archive/protocol/version.ts";
import type { CursorRow, SyncRows } from "../../db/queries/sync.ts";
import { type ArchiveClient, at } from "./archive-client.ts";
import { LineDown } from "./line.ts";

export type PulledEvent = { mark: EventMark; text: string };

export type PullDeps = {
	client: ArchiveClient;
	rows: SyncRows;
	clock: { now(): number };
	/** Carries out `work` in one durable transaction. */
	transact<T>(work: () => T): T;
	/** Takes events of one feed, in order, inside the transaction. Throws LineDown for one that has not the hash it came with. */
	take(feed: string, events: readonly PulledEvent[]): void;
	/** Signatures over chains that are here. */
	keepHead(head: SignedHead): void;
	/** Which life of the archive answered. True when it is another one than before: what was asked for is void. */
	seen(arch: string): boolean;
	/** The archive's feed is not what was read of it. */
	differs?(): void;
};

type Page = { events: PulledEvent[]; heads: SignedHead[]; end: PullEnd };

/** A whole page, or nothing: a page cut short has no `end` line. */
function readPage(body: string): Page {
	const page: { events: PulledEvent[]; heads: SignedHead[]; end: PullEnd | undefined } = {
		events: [],
		heads: [],
		end: undefined,
	};
	if (!body.endsWith("\n")) throw new LineDown("a page that was cut");
	for (const text of body.slice(0, -1).split("\n")) {
		const line = page.end ? undefined : readPullLine(text);
		if (!line) throw new LineDown("a page that is not of this protocol");
		if (line.kind === "event") page.events.push(line);
		else if (line.kind === "head") page.heads.push(line.head);
		else page.end = line.end;
	}
	if (!page.end) throw new LineDown("a page without its end");
	return { ...page, end: page.end };
}

/** Reads every feed followed to its end. Answers how many events came. Rejects LineDown or ArchiveSaidNo. */
export async function pullAll(deps: PullDeps, feeds: readonly string[]): Promise<number> {
	let came = 0;
	for (let first = 0; first < feeds.length; first += maxFeeds) {
		came += await pullSome(deps, feeds.slice(first, first + maxFeeds));
	}
	return came;
}

export const cursorOf = (rows: SyncRows, feed: string): CursorRow =>
	rows.findCursor(feed) ?? { feed, pos: 0, chk: emptyChecksum, readAt: 0, until: null };

/** A page on its way, and the places it was asked from. */
type Asked = { from: Cursor[]; page: Promise<Page> };

function askFrom({ client }: PullDeps, from: Cursor[]): Asked {
	const path = `${at("pull").path}?${writePullQuery({ cursors: from, limit: maxBatch })}`;
	const page = client.ask({ method: "GET", path }).then((said) => readPage(said.body));
	// Whoever asked looks at it later, or drops it.
	page.catch(() => undefined);
	return { from, page };
}

/** Where the cursors will stand once the page is in. */
function behind(from: readonly Cursor[], { events }: Page): Cursor[] {
	const last = new Map(events.map(({ mark }) => [mark.feed, mark.pos]));
	return from.map(({ feed, after }) => ({ feed, after: last.get(feed) ?? after }));
}

/** Some feeds to their end. While one page is taken in, the next is on its way. */
async function pullSome(deps: PullDeps, feeds: readonly string[]): Promise<number> {
	const standing = (): Cursor[] => feeds.map((feed) => ({ feed, after: cursorOf(deps.rows, feed).pos }));
	let came = 0;
	let asked: Asked | undefined = askFrom(deps, standing());
	while (asked) {
		const page: Page = await asked.page;
		if (deps.seen(page.end.arch)) {
			// The cursors it was asked with were places in another life's feeds.
			asked = askFrom(deps, standing());
			continue;
		}
		const next: Asked | undefined = page.end.more ? askFrom(deps, behind(asked.from, page)) : undefined;
		try {
			// Taking a page in leaves no room for anything else: the question goes out first.
			if (next) await deps.client.goneOut();
			keepPage(deps, feeds, page);
		} catch (error) {
			await ended(next);
			throw error;
		}
		came += page.events.length;
		asked = next;
		if (next?.from.some(({ after }, i) => after !== standing()[i]?.after)) {
			// A feed that is read anew: what was asked for is not what comes next.
			await ended(next);
			asked = askFrom(deps, standing());
		}
	}
	return came;
}

/** Nothing of it goes on behind the back of what comes after. */
async function ended(asked: Asked | undefined): Promise<void> {
	await asked?.page.catch(() => undefined);
}

function keepPage(deps: PullDeps, feeds: readonly string[], page: Page): void {
	const byFeed = new Map<string, PulledEvent[]>(feeds.map((feed) => [feed, []]));
	for (const event of page.events) {
		const list = byFeed.get(event.mark.feed);
		if (!list) throw new LineDown("an event of a feed nobody asked for");
		list.push(event);
	}
	for (const [feed, events] of byFeed) keepFeed(deps, feed, events, page);
}

/** What `keepFeed` needs of a page: signatures, and how the feed stands once the page is in. */
export type PageFacts = { heads: readonly SignedHead[]; end: Pick<PullEnd, "heads"> };
export type KeepDeps = Pick<PullDeps, "rows" | "clock" | "transact" | "take" | "keepHead" | "differs">;

/** Rows and cursor of one feed, in one transaction. Rejects LineDown when the page does not fit the cursor. */
export function keepFeed(deps: KeepDeps, feed: string, events: readonly PulledEvent[], page: PageFacts): void {
	const { rows, clock, transact } = deps;
	transact(() => {
		const cursor = cursorOf(rows, feed);
		let { pos, chk } = cursor;
		for (const { mark } of events) {
			if (mark.pos !== pos + 1) throw new LineDown("a page with a gap");
			pos = mark.pos;
			chk = addToChecksum(chk, mark.hash);
		}
		const head = page.end.heads[feed];
		const agrees = !head || pos < head.n || (pos === head.n && chk === head.chk);
		if (!agrees) {
			// The archive was restored, or something was changed behind our back: found, and read anew.
			rows.putCursor({ ...cursor, pos: 0, chk: emptyChecksum, readAt: clock.now() });
			deps.differs?.();
			return;
		}
		if (events.length > 0) deps.take(feed, events);
		for (const signed of page.heads) deps.keepHead(signed);
		rows.putCursor({ ...cursor, pos, chk, readAt: clock.now() });
	});
}
