/**
 * Everything of one simulation: a country with an archive, two stores, the workstations in them, their lines, one time,
 * one chance. Opens and closes it; what happens in it is acts.ts, what must hold is in invariants/.
 */
import { copyFileSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PushAnswer, PushHeader } from "../../../archive/protocol/push.ts";
import { receiptStatement } from "../../../archive/protocol/statement.ts";
import { signatureHolds } from "../../../archive/signing/curves.ts";
import { migrate, readMigrations } from "../../../db/migrate.ts";
import { openWriter } from "../../../db/open.ts";
import { createLocalRows } from "../../../db/queries/local.ts";
import { usualPort } from "../../../main/sync/lan/link.ts";
import { rootDir } from "../../support/memory-workstation.ts";
import { injectLine } from "../support/inject-line.ts";
import { type Chance, createChance } from "./chance.ts";
import { type Land, type National, quickDir } from "./national.ts";
import { badLine, type Network } from "./network.ts";
import { createPoints, cutSql, type Points } from "./points.ts";
import { type Extras, pairAll, plain } from "./shop/extras.ts";
import { createLan, type Lan } from "./shop/lan.ts";
import { actorId, openStation, type Station } from "./station.ts";
import { createTime, type Time } from "./time.ts";
import { opening } from "./trade.ts";

export type Store = { no: number; id: string; code: string; brand: string };
/** A desk with a PC on it; the PC may be another one tomorrow. */
export type Seat = {
	no: number;
	store: Store;
	path: string;
	network: Network;
	station: Station;
	skew: number /** A copy of its disk. */;
	image?: string;
};
export type Receipt = { dev: string; epoch: number; ack: number; head: string; arch: string };

export type World = {
	seed: number;
	chance: Chance;
	time: Time;
	points: Points;
	national: National;
	stores: Store[];
	seats: Seat[];
	receipts: Receipt[];
	/** What was done, for whoever reads about a seed that failed. */
	acts: string[];
	/** A disk's image was brought back: what it had not sent is gone with it. */
	rolledBack: boolean;
	archiveRestored: boolean;
	/** Devices the archive was told to revoke. */
	revoked: Set<string>;
	/** What was seen on the way that must never be: what a revoked PC was given to read, siblings that don't agree. */
	leaks: string[];
	extras: Extras;
	/** Puts right what a story's people made wrong on a disk. */
	undo?: () => void;
	/** The network inside the first store. */
	lan: Lan | undefined;
	dir: string;
	uuid(): string;
	/** Opens a seat's PC from its disk, as after a restart. */
	reopen(seat: Seat): void;
	/** Turns in a code for its store. */
	enrol(seat: Seat): Promise<void>;
	/** Puts a PC with that disk on a new desk. */
	addSeat(store: Store, path: string): Seat;
	/** Something else that happens while a message is under way. Set by whoever acts. */
	meanwhile: (seat: Seat) => Promise<void>;
	close(): Promise<void>;
};

const hex = (n: number, digits: number) => n.toString(16).padStart(digits, "0");
/** 2026-11-21 10:00 in Shanghai. */
const start = Date.parse("2026-11-21T02:00:00Z");

let template: string | undefined;
function emptyDisk(): string {
	if (template && existsSync(template)) return template;
	const path = join(mkdtempSync(join(tmpdir(), "welt-sim-")), "empty.db");
	const db = openWriter(path);
	migrate(db, readMigrations(join(rootDir, "db", "migrations")), { path, nowMs: start });
	db.close();
	template = path;
	return path;
}

/** `pcs`: how many in each store. `oneBrand`: all of them serve the same, instead of each its own. */
export async function openWorld(
	land: Land,
	seed: number,
	pcs: readonly number[] = [2, 1],
	oneBrand = false,
	extras: Extras = plain,
): Promise<World> {
	const chance = createChance(seed);
	const time = createTime(start);
	const points = createPoints();
	const dir = mkdtempSync(join(quickDir, "welt-sim-"));
	let ids = 0;
	const uuid = () => {
		ids += 1;
		return `${hex(ids, 8)}-0000-7000-8000-${hex(seed, 12)}`;
	};
	const stores = pcs.map((_, no) => ({ no, id: uuid(), code: `1000${no}`, brand: uuid() }));
	if (oneBrand) for (const store of stores) store.brand = stores[0]?.brand ?? "";
	const national = await land.open(
		{
			now: time.now,
			uuid,
			bytes: chance.bytes,
			sql: (sql) => cutSql(sql, (name) => points.pass(name, () => undefined)),
		},
		[...new Set(stores.map(({ brand }) => brand))],
	);
	const straight = injectLine(national.server);
	const world: World = {
		seed,
		chance,
		time,
		points,
		national,
		stores,
		seats: [],
		receipts: [],
		acts: [],
		rolledBack: false,
		archiveRestored: false,
		revoked: new Set(),
		leaks: [],
		extras,
		lan: extras.lan ? createLan(chance) : undefined,
		dir,
		uuid,
		meanwhile: async () => undefined,
		reopen(seat) {
			if (seat.station.alive()) seat.station.kill();
			seat.station = open(seat);
		},
		async enrol({ no, store, station }) {
			const code = await national.code(store.code, store.brand);
			await station.desk.enrol("http://127.0.0.1:1", code, `电脑${no}`);
		},
		addSeat(store, path) {
			const seat = {
				no: world.seats.length,
				store,
				path,
				network: { up: true, trouble: 0, late: [] },
				skew: 0,
			} as unknown as Seat;
			seat.station = open(seat);
			world.seats.push(seat);
			return seat;
		},
		async close() {
			for (const { station } of world.seats) if (station.alive()) station.kill();
			await national.close();
			rmSync(dir, { recursive: true, force: true });
		},
	};

	function open(seat: Seat): Station {
		const station: Station = openStation({
			no: seat.no,
			path: seat.path,
			time,
			chance,
			uuid,
			skew: seat.skew,
			point: points.pass,
			...(world.lan ? { lan: world.lan } : {}),
			line: () =>
				badLine(straight, seat.network, chance, {
					point: (name) => points.pass(name, () => station.kill()),
					meanwhile: () => world.meanwhile(seat),
					heard(ask, said) {
						if (said.status !== 200) return;
						const { dev } = station.identity;
						const reads = ask.path.startsWith("/v1/pull");
						if (reads && world.revoked.has(dev)) world.leaks.push(`revoked PC ${seat.no} was given a page`);
						if (!ask.path.startsWith("/v1/push")) return;
						keepReceipt(world, String(ask.body), said.body, station.desk.enrolment()?.archiveKey ?? "");
					},
				}),
		});
		return station;
	}

	for (const [no, count] of pcs.entries()) {
		const store = stores[no] as Store;
		for (let pc = 0; pc < count; pc++) {
			const path = join(dir, `${no}-${pc}.db`);
			copyFileSync(emptyDisk(), path);
			const db = openWriter(path);
			db.pragma("synchronous = OFF");
			const local = createLocalRows(db);
			local.setSetting("identity", { store: store.id, dev: uuid(), epoch: 1 });
			if (world.lan) local.setSetting("lan", { on: true, address: "here", port: usualPort, siblings: {} });
			db.close();
			const seat = world.addSeat(store, path);
			if (pc === 0) seat.station.log.append(actorId, opening(no));
			if (!(extras.lineless && no === 0 && pc === count - 1)) await world.enrol(seat);
		}
	}
	if (world.lan)
		pairAll(
			world.seats.filter(({ store }) => store.no === 0),
			chance,
		);
	for (const { station } of world.seats) await station.sync();
	return world;
}

/** Only what a workstation could read, with the archive's signature on it, counts as a receipt. */
function keepReceipt({ receipts }: World, asked: string, said: string, archiveKey: string): void {
	try {
		const { dev, epoch } = JSON.parse(asked.slice(0, asked.indexOf("\n"))) as PushHeader;
		const { ack, head, arch, receipt } = JSON.parse(said) as PushAnswer;
		const signed = receiptStatement(arch, { dev, epoch, seq: ack, hash: head }, receipt.at);
		if (!signatureHolds(archiveKey, signed, receipt.sig)) return;
		receipts.push({ dev, epoch, ack, head, arch });
	} catch {
		// Cut on the way: nobody got it.
	}
}
