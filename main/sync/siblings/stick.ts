/**
 * The workshop's record on a stick, for PCs that can't reach each other: every chain with its writers' signatures, sealed
 * for the PCs of this store. Customer keys are never on it: a stick in a drawer would outlive an erasure. Read twice: the
 * first time only to see that it is whole, so that a broken file changes nothing.
 */
import { closeSync, fsyncSync, openSync, readSync, renameSync, rmSync, statSync, writeSync } from "node:fs";
import { z } from "zod";
import { translateStorageError } from "../../../db/storage-errors.ts";
import { refuse } from "../../../domain/errors.ts";
import { sha256Hex, uuid } from "../../../domain/event/event.ts";
import type { Random } from "../../ports.ts";
import type { Lease } from "../../vault/lease.ts";
import { openBytes, sealBytes } from "../../vault/seal.ts";
import type { Exchange, Piece } from "../lan/exchange.ts";
import { readFrame } from "../lan/greeting.ts";
import { type LanStore, secretMark } from "../lan/settings.ts";

export type StickDeps = {
	exchange: Exchange;
	store: LanStore;
	random: Random;
	clock: { now(): number };
	identity: { store: string; dev: string };
	lease: Pick<Lease, "ago" | "vouched">;
};

const magic = "welt stick 1\n";
/** With parts of other stores' chains or a lease on it, which the first programs can't read. */
const magicMore = "welt stick 2\n";
const headBytes = 1_024;
const lengthBytes = 4;
const mostSectionBytes = 4 * 1024 * 1024;

const header = z.strictObject({
	id: uuid.or(z.string().regex(/^[0-9a-f]{32}$/)),
	mark: z.string().max(32),
	madeAt: z.int(),
});
const place = z.int().min(0);
const section = z.discriminatedUnion("t", [
	z.strictObject({
		t: z.literal("events"),
		dev: uuid,
		epoch: z.int().positive(),
		seq: place,
		sig: z.string().max(100),
		lines: z
			.array(z.tuple([z.string(), sha256Hex, z.int().min(0).max(1)]))
			.min(1)
			.max(1_000),
	}),
	z.strictObject({
		t: z.literal("parts"),
		lines: z
			.array(z.tuple([z.string(), sha256Hex]))
			.min(1)
			.max(1_000),
	}),
	/**
	 * The last of all: how many came before, so that a file that was cut short is noticed. `silentMs`: so long before the
	 * file was written the archive had answered its writer, all of whose record is on it or was known to the reader.
	 */
	z.strictObject({
		t: z.literal("end"),
		store: uuid,
		from: uuid,
		sections: place,
		events: place,
		silentMs: place.optional(),
	}),
]);
type Section = z.infer<typeof section>;

export type StickFacts = { events: number; madeAt: number; from: string };
export type StickTaken = StickFacts & { stored: number; chainsRefused: number };

export type Stick = ReturnType<typeof createStick>;

export function createStick({ exchange, store, random, clock, identity, lease }: StickDeps) {
	const aad = (id: string, n: number) => `welt stick ${id} ${n}`;

	function* sectionsSince(has: ReadonlyMap<string, number>): Generator<Section> {
		let sections = 0;
		let events = 0;
		for (const { dev, epoch, seq: end } of exchange.vouched()) {
			for (let after = has.get(`${dev}/${epoch}`) ?? 0; after < end; ) {
				const piece = exchange.piece(dev, epoch, after);
				const last = piece?.lines.at(-1);
				if (!piece || !last) break;
				sections += 1;
				events += piece.lines.length;
				const lines = piece.lines.map(({ text, hash, aside }): [string, string, number] => [text, hash, aside]);
				yield { t: "events", dev, epoch, seq: last.seq, sig: piece.sig, lines };
				after = last.seq;
			}
		}
		for (let after = 0; ; ) {
			const { lines, upTo } = exchange.parts(after);
			if (lines.length === 0) break;
			sections += 1;
			events += lines.length;
			yield { t: "parts", lines: lines.map(({ text, hash }) => [text, hash]) };
			after = upTo;
		}
		const silentMs = exchange.whole() ? lease.ago() : undefined;
		const vouched = silentMs === undefined ? {} : { silentMs: Math.floor(silentMs) };
		yield { t: "end", store: identity.store, from: identity.dev, sections, events, ...vouched };
	}

	function write(path: string, has: ReadonlyMap<string, number>): StickFacts {
		if (store.secrets().length === 0) store.renewSecret();
		const secret = store.secrets().at(-1) ?? refuse("internal", "lan.stick-damaged");
		const id = Buffer.from(random.bytes(16)).toString("hex");
		const madeAt = clock.now();
		const part = `${path}.part`;
		const file = openSync(part, "w", 0o600);
		let events = 0;
		try {
			const head = JSON.stringify({ id, mark: secretMark(secret.key), madeAt } satisfies z.infer<typeof header>);
			const more = exchange.newestPart() > 0 || lease.ago() !== undefined;
			writeSync(file, `${more ? magicMore : magic}${head.padEnd(headBytes - magic.length - 1)}\n`);
			let n = 0;
			for (const each of sectionsSince(has)) {
				if (each.t === "end") events = each.events;
				const sealed = sealBytes(secret.key, random.bytes(12), Buffer.from(JSON.stringify(each)), aad(id, n));
				const length = Buffer.alloc(lengthBytes);
				length.writeUInt32BE(sealed.byteLength);
				writeSync(file, length);
				writeSync(file, sealed);
				n += 1;
			}
			fsyncSync(file);
		} catch (error) {
			closeSync(file);
			rmSync(part, { force: true });
			throw error;
		}
		closeSync(file);
		renameSync(part, path);
		return { events, madeAt, from: identity.dev };
	}

	function readExactly(file: number, count: number, at: number): Buffer {
		const bytes = Buffer.alloc(count);
		const read = readSync(file, bytes, 0, count, at);
		return read === count ? bytes : refuse("storage-damaged", "lan.stick-cut");
	}

	function readHeader(file: number): z.infer<typeof header> {
		const text = Buffer.alloc(headBytes);
		readSync(file, text, 0, headBytes, 0);
		if (![magic, magicMore].includes(text.toString("utf8", 0, magic.length)))
			refuse("invalid-input", "lan.stick-foreign");
		return readFrame(header, text.subarray(magic.length)) ?? refuse("storage-damaged", "lan.stick-damaged");
	}

	/** Each section in order, the end included. Refuses what is cut, changed or not for this store. */
	function* sectionsOf(file: number, size: number): Generator<Section> {
		const { id, mark } = readHeader(file);
		const secret = store.secrets().find(({ key }) => secretMark(key) === mark);
		if (!secret) refuse("forbidden", "lan.stick-not-ours");
		let at = headBytes;
		for (let n = 0; ; n++) {
			const length = readExactly(file, lengthBytes, at).readUInt32BE(0);
			if (length > mostSectionBytes || at + lengthBytes + length > size) refuse("storage-damaged", "lan.stick-cut");
			const sealed = readExactly(file, length, at + lengthBytes);
			at += lengthBytes + length;
			const plain = openBytes(secret.key, sealed, aad(id, n));
			const read = readFrame(section, plain) ?? refuse("storage-damaged", "lan.stick-damaged");
			yield read;
			if (read.t !== "end") continue;
			if (read.store !== identity.store) refuse("forbidden", "lan.stick-not-ours");
			if (read.sections !== n || at !== size) refuse("storage-damaged", "lan.stick-damaged");
			return;
		}
	}

	function take(file: number, size: number): StickTaken {
		for (const _ of sectionsOf(file, size)) {
			// Whole and ours, before anything is taken.
		}
		const { madeAt } = readHeader(file);
		const before = new Map(exchange.ends().map((end) => [`${end.dev}/${end.epoch}`, end.seq]));
		const stopped = new Set<string>();
		let facts = { events: 0, from: "" };
		let partsStored = 0;
		let silentMs: number | undefined;
		for (const each of sectionsOf(file, size)) {
			if (each.t === "end") {
				facts = { events: each.events, from: each.from };
				silentMs = each.silentMs;
				continue;
			}
			if (each.t === "parts") {
				partsStored += exchange.takeParts(each.lines).stored;
				continue;
			}
			const { dev, epoch, seq, sig, lines } = each;
			const name = `${dev}/${epoch}`;
			if (stopped.has(name)) continue;
			const first = seq - lines.length;
			const piece: Piece = {
				...{ dev, epoch, sig },
				lines: lines.map(([text, hash, aside], at) => ({ text, hash, aside, seq: first + at + 1 })),
			};
			if (exchange.take(piece, `stick:${facts.from}`)) stopped.add(name);
		}
		const stored = exchange
			.ends()
			.reduce((sum, end) => sum + Math.max(0, end.seq - (before.get(`${end.dev}/${end.epoch}`) ?? 0)), 0);
		if (silentMs !== undefined && stopped.size === 0) vouch(facts.from, madeAt, silentMs);
		return { ...facts, madeAt, stored: stored + partsStored, chainsRefused: stopped.size };
	}

	/** Each stick counts once, and none of one's own: an old one read again says nothing new. */
	function vouch(from: string, madeAt: number, silentMs: number): void {
		if (from === identity.dev || madeAt <= (store.note(from).stickAt ?? 0)) return;
		store.setNote(from, { stickAt: madeAt });
		lease.vouched(silentMs + Math.max(0, clock.now() - madeAt));
	}

	function onDisk<T>(work: () => T): T {
		try {
			return work();
		} catch (error) {
			const code = (error as { code?: unknown }).code;
			if (code === "ENOENT") refuse("not-found", "lan.stick-missing");
			if (code === "EROFS" || code === "EACCES" || code === "EPERM") refuse("storage-damaged", "lan.stick-read-only");
			throw translateStorageError(error);
		}
	}

	return {
		/** Writes a file; `has`: what the reader has already (`dev/epoch` to seq). Refuses what the disk says. */
		write: (path: string, has: ReadonlyMap<string, number>) => onDisk(() => write(path, has)),
		/** Takes a file in. Refuses one that is missing, foreign, cut or changed, and then has changed nothing. */
		read: (path: string): StickTaken =>
			onDisk(() => {
				const { size } = statSync(path);
				const file = openSync(path, "r");
				try {
					return take(file, size);
				} finally {
					closeSync(file);
				}
			}),
	};
}
