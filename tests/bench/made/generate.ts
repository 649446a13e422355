/**
 * Makes a workstation's data folder as it looks after years of work: a log of any size with real customers, items, drop-
 * offs and jobs in every stage, chained and sealed as the product does. Rows are folded afterwards by the refold itself.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { sha256 } from "../../../db/log.ts";
import { migrate, readMigrations } from "../../../db/migrate.ts";
import { openWriter, type Writer } from "../../../db/open.ts";
import { createKeyRows } from "../../../db/queries/keys.ts";
import { createLocalRows } from "../../../db/queries/local.ts";
import { defaultCalendar } from "../../../domain/clock/calendar.ts";
import { makeOrderNumber } from "../../../domain/code/order-number.ts";
import { canonicalText } from "../../../domain/event/canonical.ts";
import { hexBytes, zeroHash } from "../../../domain/event/chain.ts";
import type { JsonObject, WeltEvent } from "../../../domain/event/event.ts";
import { hlcText } from "../../../domain/event/hlc.ts";
import { defaultPolicies } from "../../../domain/store/store.ts";
import { createVault, type Vault } from "../../../main/vault/vault.ts";
import { seededRandom } from "./random.ts";
import { repairStory } from "./story.ts";
import * as words from "./words.ts";

export type Scale = { events: number; items: number; customers: number };
export const fullScale: Scale = { events: 1_000_000, items: 200_000, customers: 40_000 };
export const smallScale: Scale = { events: 1_000, items: 200, customers: 40 };

export type Generated = { dir: string; master: Uint8Array; events: number; orders: number; jobs: number };

export type Draft = {
	agg: string;
	type: string;
	body: JsonObject;
	refs?: string[];
	base?: string[];
	personal?: { kid: string; value: JsonObject };
};
/** Appends one event and answers its id, for `base`. */
export type Write = (at: number, draft: Draft) => string;

const start = Date.parse("2024-01-02T01:00:00Z");

/** Opens an empty, migrated database in `dir`. */
function openEmpty(dir: string, rootDir: string): Writer {
	mkdirSync(dir, { recursive: true });
	const path = join(dir, "welt.db");
	const db = openWriter(path);
	migrate(db, readMigrations(join(rootDir, "db", "migrations")), { path, nowMs: start });
	db.pragma("synchronous = OFF");
	return db;
}

/** The log's own shape, written without folding: the refold makes the rows. */
function createWrite(db: Writer, vault: Vault, identity: { store: string; dev: string }, uuid: () => string) {
	db.prepare("INSERT INTO chain (n, dev, epoch, last_seq, last_hash) VALUES (1, ?, 1, 0, ?)").run(
		identity.dev,
		hexBytes(zeroHash),
	);
	const addAggregate = db.prepare("INSERT INTO aggregate (agg, version, last_key, state) VALUES (?, 0, '', NULL)");
	const addEvent = db.prepare(
		"INSERT INTO event (id, chain, seq, aggregate, hash, text, sound) VALUES (?, 1, ?, ?, ?, ?, 1)",
	);
	const aggregates = new Map<string, number>();
	let seq = 0;
	let prev = zeroHash;
	const boot = uuid();
	const write: Write = (at, draft) => {
		seq += 1;
		const id = uuid();
		const event: WeltEvent = {
			id,
			...identity,
			brand: null,
			epoch: 1,
			seq,
			prev,
			hlc: hlcText({ ms: start + seq * 60, counter: 0 }),
			wall: at,
			boot,
			mono: seq * 60,
			actor: words.person(seq),
			agg: draft.agg,
			refs: draft.refs ?? [],
			type: draft.type,
			v: 1,
			body: draft.body,
			blobs: [],
		};
		if (draft.base) event.base = draft.base;
		if (draft.personal) event.pii = vault.seal(draft.personal.kid, id, draft.personal.value);
		const text = canonicalText(event);
		const hash = sha256(hexBytes(prev), text);
		let n = aggregates.get(draft.agg);
		if (n === undefined) {
			n = Number(addAggregate.run(draft.agg).lastInsertRowid);
			aggregates.set(draft.agg, n);
		}
		addEvent.run(id, seq, n, hexBytes(hash), text);
		prev = hash;
		return id;
	};
	const close = () => db.prepare("UPDATE chain SET last_seq = ?, last_hash = ? WHERE n = 1").run(seq, hexBytes(prev));
	return { write, close, count: () => seq };
}

function found(write: Write, identity: { store: string; dev: string }): void {
	const { store, dev } = identity;
	write(start, { agg: `station:${dev}`, type: "station.opened", body: { number: 1, label: "1号机" } });
	write(start, {
		agg: `store:${store}`,
		type: "store.founded",
		body: {
			code: "01234",
			brandName: "沿条养护",
			centreName: "沿条维修中心(徐汇店)",
			address: "上海市徐汇区天平路88号",
			phone: "021-64370000",
			province: "上海",
			language: "zh-CN",
			calendar: defaultCalendar as unknown as JsonObject,
			policies: defaultPolicies,
		},
	});
	words.people.forEach(({ id, name, roles }, i) => {
		write(start, { agg: `person:${id}`, type: "person.added", body: { name, roles, number: `0${i + 1}` } });
	});
}

/** Writes the log of `scale` into `dir` (emptied by the caller). The refold is the caller's. Another seed: another shop. */
export function generate(dir: string, rootDir: string, scale: Scale, seed = 20_261_122): Generated {
	const random = seededRandom(seed);
	const db = openEmpty(dir, rootDir);
	const master = random.bytes(32);
	const keys = createKeyRows(db);
	const vault = createVault(master, keys, { bytes: random.bytes });
	const identity = { store: random.uuid(), dev: random.uuid() };
	createLocalRows(db).setSetting("identity", { ...identity, epoch: 1 });
	const { write, close, count } = createWrite(db, vault, identity, random.uuid);
	let orders = 0;
	let jobs = 0;
	db.exec("BEGIN");
	found(write, identity);
	const customers = Array.from({ length: scale.customers }, () => {
		const id = random.uuid();
		const phone = words.phone(random);
		write(start, {
			agg: `subject:${id}`,
			type: "subject.registered",
			body: { has: { name: true, phone: true, address: false }, under14: false },
			personal: { kid: `subject:${id}`, value: { name: words.name(random), phone } },
		});
		keys.setPhone(id, vault.phoneHash(phone));
		return id;
	});
	const items = Array.from({ length: scale.items }, (_, i) => {
		const item = words.item(random, i);
		write(start + i, { agg: `item:${item.id}`, type: "item.registered", body: item.body });
		return item;
	});
	const span = Date.parse("2026-11-20T12:00:00Z") - start;
	// Measured: 5 events of the order and 11 of each of its one or two jobs. Without it the newest days have no open work.
	const perOrder = 21.5;
	const expected = Math.max(1, Math.floor((scale.events - count()) / perOrder));
	while (count() < scale.events) {
		orders += 1;
		const at = start + Math.floor((span * orders) / (expected * 1.02));
		const number = makeOrderNumber({ store: 1234, station: 1, counter: orders });
		const subject = customers[random.below(customers.length)] as string;
		const chosen = Array.from(
			{ length: 1 + random.below(2) },
			() => items[random.below(items.length)] as words.BenchItem,
		);
		jobs += chosen.length;
		const age = 1 - orders / expected;
		repairStory({ write, random, at, number, subject, items: chosen, open: age < 0.006 });
		if (orders % 2_000 === 0) db.exec("COMMIT; BEGIN");
	}
	close();
	db.exec("COMMIT");
	db.pragma("wal_checkpoint(TRUNCATE)");
	db.close();
	return { dir, master, events: count(), orders, jobs };
}
