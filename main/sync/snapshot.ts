/**
 * The first reading of a long feed: the archive's file of it, part by part, unpacked as it comes, taken in by the rules of a
 * pull. A broken line costs the part that was under way; the pull goes on from where the file ends. Called by the desk.
 */
import { createGunzip } from "node:zlib";
import type { SignedHead } from "../../archive/protocol/fields.ts";
import { type PullEnd, readPullLine } from "../../archive/protocol/pull.ts";
import { type SnapshotInfo, snapshotInfo } from "../../archive/protocol/snapshot.ts";
import { type ArchiveClient, ArchiveSaidNo, at } from "./archive-client.ts";
import { LineDown } from "./line.ts";
import { cursorOf, type KeepDeps, keepFeed, type PulledEvent } from "./pull.ts";

export type SnapshotDeps = KeepDeps & {
	client: ArchiveClient;
	/** Which life of the archive answered; true when it is another one than before. */
	seen(arch: string): boolean;
	/** Events of one transaction, and bytes of one part: what comes between two breaths of everything else. */
	pageEvents: number;
	partBytes: number;
	/** How far it has come. */
	progress(pos: number, of: number): void;
};

/** Not what it says: replaced meanwhile, damaged, of another protocol. */
class BadSnapshot extends Error {}

/** Fewer events than that come as quickly by a pull. */
const worthIt = 1_000;
/** A part that unpacks to more is no snapshot. */
const mostUnpacked = 256 * 1024 * 1024;

export type Snapshots = ReturnType<typeof createSnapshots>;

type Reading = { info: SnapshotInfo; offset: number; unpack: (bytes: Uint8Array) => Promise<string[]>; feed: Feeding };
type Feeding = { events: PulledEvent[]; heads: SignedHead[]; end: PullEnd | undefined };

export function createSnapshots() {
	/** Kept over rounds, so that a broken line does not mean to begin again. */
	let reading: Reading | undefined;
	/** One that was no good is not read twice. */
	const useless = new Set<string>();

	async function begin({ client, rows, seen }: SnapshotDeps, feed: string): Promise<Reading | undefined> {
		const info = await unlessMissing(
			client.askFor(snapshotInfo, { method: "GET", path: `${at("snapshot").path}/${feed}` }),
		);
		if (!info || info.feed !== feed || useless.has(info.sha)) return undefined;
		if (seen(info.arch) || info.pos - cursorOf(rows, feed).pos <= worthIt) return undefined;
		return { info, offset: 0, unpack: createUnpacker(), feed: { events: [], heads: [], end: undefined } };
	}

	async function readPart({ client, partBytes }: SnapshotDeps, { info, offset }: Reading): Promise<Uint8Array> {
		const range = `bytes=${offset}-${Math.min(offset + partBytes, info.bytes) - 1}`;
		const path = `${at("snapshot").path}/${info.feed}/${info.sha}`;
		const { bytes } = await client.ask({ method: "GET", path, headers: { range }, binary: true });
		if (!bytes || bytes.byteLength === 0) throw new LineDown("a part that is none");
		return bytes;
	}

	/** Lines into pages, pages into the log; the rest waits for more lines. */
	function takeLines(deps: SnapshotDeps, { info, feed }: Reading, lines: readonly string[]): void {
		const from = cursorOf(deps.rows, info.feed).pos;
		for (const text of lines) {
			const line = feed.end ? undefined : readPullLine(text);
			if (!line) throw new BadSnapshot("a snapshot that is not of this protocol");
			if (line.kind === "head") feed.heads.push(line.head);
			else if (line.kind === "end") feed.end = line.end;
			else if (line.mark.feed !== info.feed) throw new BadSnapshot("an event of another feed");
			else if (line.mark.pos > from) feed.events.push(line);
			if (feed.events.length >= deps.pageEvents) keep(deps, info, feed);
		}
	}

	function keep(deps: SnapshotDeps, { feed, pos, chk }: SnapshotInfo, page: Feeding): void {
		const heads = page.end ? { [feed]: { n: pos, chk } } : {};
		keepFeed(deps, feed, page.events, { heads: page.heads, end: { heads } });
		page.events = [];
		page.heads = [];
		deps.progress(cursorOf(deps.rows, feed).pos, pos);
	}

	/** The next part, on its way. Answers undefined for a file that is gone; a line that breaks leaves everything as it stands. */
	function nextPart(deps: SnapshotDeps, now: Reading): Promise<Uint8Array | undefined> | undefined {
		if (now.offset >= now.info.bytes) return undefined;
		const part = readPart(deps, now).catch((error: unknown) => {
			if (!(error instanceof ArchiveSaidNo) || error.code !== "not-found") throw error;
			return undefined;
		});
		// Looked at when the part before it is in.
		part.catch(() => undefined);
		return part;
	}

	/** Reads on to the end of the file. Answers false when there is none worth it. Rejects LineDown or ArchiveSaidNo. */
	async function read(deps: SnapshotDeps, feed: string): Promise<boolean> {
		reading ??= await begin(deps, feed);
		if (!reading) return false;
		const { info } = reading;
		let part = nextPart(deps, reading);
		while (part) {
			const bytes = await part;
			if (!bytes) {
				giveUp(info);
				return false;
			}
			reading.offset += bytes.byteLength;
			part = nextPart(deps, reading);
			// Taking a part in leaves no room for anything else: the question goes out first.
			if (part) await deps.client.goneOut();
			if (!(await takePart(deps, reading, bytes))) {
				await part?.catch(() => undefined);
				return false;
			}
		}
		const { feed: last } = reading;
		// Whatever comes of its last page, it is not read again.
		giveUp(info);
		if (!last.end) return false;
		keep(deps, info, last);
		return true;
	}

	/** Answers false for a part that is none: the pull does without the file. */
	async function takePart(deps: SnapshotDeps, now: Reading, part: Uint8Array): Promise<boolean> {
		try {
			takeLines(deps, now, await now.unpack(part));
			return true;
		} catch (error) {
			giveUp(now.info);
			if (error instanceof BadSnapshot || error instanceof LineDown) return false;
			throw error;
		}
	}

	function giveUp({ sha }: SnapshotInfo): void {
		reading = undefined;
		useless.add(sha);
	}

	return { read };
}

/** Parts of one file in their order; each answers the whole lines that are there by then. */
function createUnpacker(): (bytes: Uint8Array) => Promise<string[]> {
	const gunzip = createGunzip();
	let out: Buffer[] = [];
	let size = 0;
	let failed = false;
	gunzip.on("data", (chunk: Buffer) => {
		out.push(chunk);
		size += chunk.length;
		if (size > mostUnpacked) gunzip.destroy(new Error("too large"));
	});
	gunzip.on("error", () => {
		failed = true;
	});
	return async (bytes) => {
		size = 0;
		await new Promise<void>((done) => {
			gunzip.once("close", done);
			gunzip.write(bytes, () => {
				gunzip.off("close", done);
				done();
			});
		});
		if (failed) throw new BadSnapshot("a snapshot that does not unpack");
		const all = Buffer.concat(out);
		const whole = all.lastIndexOf(10) + 1;
		out = [all.subarray(whole)];
		return whole === 0 ? [] : all.toString("utf8", 0, whole - 1).split("\n");
	};
}

async function unlessMissing<T>(asked: Promise<T>): Promise<T | undefined> {
	try {
		return await asked;
	} catch (error) {
		if (error instanceof ArchiveSaidNo && error.code === "not-found") return undefined;
		throw error;
	}
}
