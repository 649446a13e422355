/** Dropped and folded anew, every projection is byte for byte what it was. */
import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { foldSet } from "../../db/fold-in.ts";
import { sha256 } from "../../db/log.ts";
import type { Writer } from "../../db/open.ts";
import { createProjectors } from "../../db/projections/rows.ts";
import { dumpProjections, refold, refoldAll } from "../../db/refold.ts";
import { isRefoldUnfinished } from "../../db/refold-bulk.ts";
import { canonicalText } from "../../domain/event/canonical.ts";
import { eventHash, hexBytes, zeroHash } from "../../domain/event/chain.ts";
import type { WeltEvent } from "../../domain/event/event.ts";
import { hlcText } from "../../domain/event/hlc.ts";
import { type Founded, openFounded, readyOf } from "../support/door.ts";
import { appOf, receive } from "../support/fixtures.ts";
import { rootDir } from "../support/memory-workstation.ts";
import { finish } from "../support/orders/finished.ts";

let door: Founded;
let db: Writer;
beforeEach(async () => {
	door = await openFounded();
	const ready = readyOf(door);
	for (let n = 0; n < 8; n++) {
		const { jobIds } = receive(ready, { jobs: 1 + (n % 3), phone: `1380000000${n}` });
		if (n % 2 === 0) finish(ready, jobIds[0] ?? "");
		door.ws.clock.pass(60_000);
	}
	await door.ws.call("session.recover", { code: door.groups.join(""), person: door.manager, pin: "80462" });
	await door.ws.call("staff.add", { name: "周敏", roles: ["clerk"], number: "02", pin: "1357" });
	db = appOf(door.ws).writer;
});
afterEach(async () => {
	await door.ws.dispose();
	rmSync(door.backupFolder, { recursive: true, force: true });
});

const dump = () => [...dumpProjections(db, createProjectors(db)), ...indexes()].join("\n");
const indexes = () => db.prepare("SELECT sql FROM sqlite_schema WHERE type = 'index' ORDER BY name").pluck().all();
const mono = () => 0;
const wreck = () =>
	db.exec(
		"UPDATE orders SET paid_fen = 1; DELETE FROM jobs; DELETE FROM persons; UPDATE aggregate SET state = '{}', version = 0",
	);

describe("a refold", () => {
	test("gives the same rows and states, whatever stood in them before", () => {
		const before = dump();
		expect(before.length).toBeGreaterThan(5000);
		const events = db.prepare("SELECT COUNT(*) FROM event").pluck().get();
		expect(refoldAll(db, { mono })).toMatchObject({ events });
		expect(dump()).toBe(before);
		wreck();
		expect(dump()).not.toBe(before);
		refoldAll(db, { mono });
		expect(dump()).toBe(before);
	});

	test("does not depend on how much it may keep in memory", () => {
		const before = dump();
		for (const cache of [1, 3, 17]) {
			wreck();
			refoldAll(db, { mono, cache });
			expect(dump(), `cache ${cache}`).toBe(before);
		}
	});

	test("finds again what was searched for", async () => {
		const number = db.prepare("SELECT number FROM orders ORDER BY number LIMIT 1").pluck().get() as string;
		const found = () => door.ws.tryCall("search.find", { text: number.slice(0, -1) });
		const before = await found();
		expect(JSON.stringify(before)).toContain(number);
		db.exec("DELETE FROM search_document");
		refoldAll(db, { mono });
		expect(await found()).toEqual(before);
	});

	test("cut off half-way, it is finished by the next start", async () => {
		const before = dump();
		refold(db, createProjectors(db), { mono });
		db.exec("DELETE FROM jobs");
		expect(isRefoldUnfinished(db)).toBe(true);
		door.ws = await door.ws.restart();
		db = appOf(door.ws).writer;
		expect(isRefoldUnfinished(db)).toBe(false);
		expect(dump()).toBe(before);
	});

	test("folded by another program, it is folded anew by the next start, and only then", async () => {
		const before = dump();
		const restart = async () => {
			door.ws = await door.ws.restart();
			db = appOf(door.ws).writer;
		};
		db.exec("DELETE FROM jobs");
		const wrecked = dump();
		await restart();
		expect(dump()).toBe(wrecked);
		// As a program would have left it that knew fewer events: those it could not check wait for this one.
		db.exec("UPDATE settings SET value = '\"older\"' WHERE name = 'folded-by'; UPDATE event SET sound = 0");
		await restart();
		expect(dump()).toBe(before);
	});

	test("npm run refold does it, and not while a workstation is open", async () => {
		const before = dump();
		const events = db.prepare("SELECT COUNT(*) FROM event").pluck().get();
		wreck();
		await door.ws.core.stop();
		const ran = spawnSync(process.execPath, [join(rootDir, "main", "loopback", "refold.ts"), `--data=${door.ws.dir}`]);
		expect(JSON.parse(String(ran.stdout))).toMatchObject({ data: door.ws.dir, events });
		door.ws = await door.ws.restart();
		db = appOf(door.ws).writer;
		expect(dump()).toBe(before);
		const missing = spawnSync(process.execPath, [
			join(rootDir, "main", "loopback", "refold.ts"),
			"--data=/nowhere/at/all",
		]);
		expect(missing.status).toBe(1);
		expect(String(missing.stderr)).toContain("storage.cannot-open");
	});
});

/** An event of another PC, as it would arrive: stored at the end, sorting wherever its clock says. */
function arrive(event: WeltEvent): void {
	const chain = db.prepare("SELECT n FROM chain WHERE dev = ?").pluck();
	if (chain.get(event.dev) === undefined) {
		db.prepare("INSERT INTO chain (dev, epoch, last_seq, last_hash) VALUES (?, 1, 0, ?)").run(
			event.dev,
			hexBytes(zeroHash),
		);
	}
	const aggregate = db.prepare("SELECT n FROM aggregate WHERE agg = ?").pluck();
	if (aggregate.get(event.agg) === undefined) {
		db.prepare("INSERT INTO aggregate (agg, version, last_key, state) VALUES (?, 0, '', NULL)").run(event.agg);
	}
	const text = canonicalText(event);
	db.prepare("INSERT INTO event (id, chain, seq, aggregate, hash, text) VALUES (?, ?, ?, ?, ?, ?)").run(
		event.id,
		chain.get(event.dev),
		event.seq,
		aggregate.get(event.agg),
		hexBytes(eventHash(sha256, event.prev, text)),
		text,
	);
}

const uuidOf = (n: number) => `${String(n).padStart(8, "0")}-0000-7000-8000-000000000000`;

test("events that did not come in their order fold as the set they are", () => {
	const arrivals = fc.array(
		fc.record({
			ms: fc.integer({ min: 1, max: 30 }),
			on: fc.integer({ min: 1, max: 3 }),
			kind: fc.integer({ min: 0, max: 2 }),
			based: fc.boolean(),
		}),
		{ minLength: 2, maxLength: 12 },
	);
	const shuffled = arrivals.chain((list) =>
		fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
	);
	fc.assert(
		fc.property(shuffled, fc.integer({ min: 1, max: 4 }), ([list, order], cache) => {
			const agg = `person:${randomUUID()}`;
			const run = randomUUID().slice(0, 8);
			const heads = new Map<number, { seq: number; ms: number; counter: number; prev: string }>();
			const idOf = (at: number) => `${run}-0000-7000-8000-${String(at).padStart(12, "0")}`;
			const events = list.map(({ ms, on, kind, based }, at): WeltEvent => {
				const head = heads.get(on) ?? { seq: 0, ms: 0, counter: 0, prev: zeroHash };
				const stamp = ms > head.ms ? { ms, counter: 0 } : { ms: head.ms, counter: head.counter + 1 };
				const type = at === 0 ? "person.added" : (["person.set", "person.left", "person.returned"][kind] ?? "");
				const changes = { name: { was: "", now: `n${at}` } };
				const event: WeltEvent = {
					id: idOf(at),
					store: uuidOf(9),
					brand: null,
					dev: `${run}-0000-7000-9000-00000000000${on}`,
					epoch: 1,
					seq: head.seq + 1,
					prev: head.prev,
					hlc: hlcText(at === 0 ? { ms: 0, counter: 0 } : stamp),
					wall: at,
					boot: uuidOf(8),
					mono: at,
					actor: uuidOf(7),
					agg,
					refs: [],
					type,
					v: 1,
					body:
						type === "person.added"
							? { name: "n", roles: ["clerk"], number: "77" }
							: type === "person.set"
								? { changes }
								: {},
					blobs: [],
				};
				if (based && at > 0) event.base = [idOf(at - 1)];
				const text = canonicalText(event);
				heads.set(on, { seq: event.seq, ...stamp, prev: eventHash(sha256, event.prev, text) });
				return JSON.parse(text) as WeltEvent;
			});
			for (const one of order) {
				const event = events[list.indexOf(one)];
				if (event) arrive(event);
			}
			refoldAll(db, { mono, cache });
			const wanted = foldSet(agg, events, () => false);
			const row = db.prepare("SELECT version, last_key, state FROM aggregate WHERE agg = ?").get(agg);
			expect(row).toEqual({
				version: wanted.version,
				last_key: wanted.lastKey,
				state: JSON.stringify(wanted.state),
			});
		}),
		{ numRuns: 25 },
	);
});
