/**
 * One workstation of a simulation: the real log on a real file and the real sync desk over it. It can lose its power at
 * any numbered point, be opened again from its file, and its disk can be copied.
 */
import { copyFileSync, cpSync, existsSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { createLog, type Log, type LogIdentity } from "../../../db/log.ts";
import { openWriter, type Writer } from "../../../db/open.ts";
import { createProjectors } from "../../../db/projections/rows.ts";
import { type BlobTransfers, createBlobTransfers } from "../../../db/queries/exchange/blob-transfers.ts";
import { createKeyRows, type KeyRows } from "../../../db/queries/keys.ts";
import { createLocalRows, type LocalRows } from "../../../db/queries/local.ts";
import type { WeltEvent } from "../../../domain/event/event.ts";
import type { Log as LogPort, Ports } from "../../../main/ports.ts";
import { createSyncDesk, type SyncDesk } from "../../../main/sync/desk.ts";
import type { Line } from "../../../main/sync/line.ts";
import { createSiblings, type Siblings } from "../../../main/sync/siblings/siblings.ts";
import { takeBelongings } from "../../../main/vault/belongings.ts";
import { type BlobStore, createBlobStore } from "../../../main/vault/blobs.ts";
import { createErasure } from "../../../main/vault/erasure.ts";
import { createVault, type Vault } from "../../../main/vault/vault.ts";
import type { Chance } from "./chance.ts";
import { PowerCut } from "./points.ts";
import type { Lan } from "./shop/lan.ts";
import type { Time } from "./time.ts";

export type StationOptions = {
	no: number;
	path: string;
	time: Time;
	chance: Chance;
	uuid(): string;
	/** What its clock shows beyond the true time, ms. */
	skew: number;
	line(station: Station): Line;
	/** The workshop's own network; without it siblings never meet. */
	lan?: Lan;
	/** Passes a numbered point; `cut` ends this station. */
	point(name: string, cut: () => void): void;
};

export type Station = {
	readonly no: number;
	readonly path: string;
	readonly identity: LogIdentity;
	readonly log: Log;
	readonly db: Writer;
	readonly desk: SyncDesk;
	readonly siblings: Siblings | undefined;
	readonly keys: KeyRows;
	readonly vault: Vault;
	readonly blobs: BlobStore;
	readonly transfers: BlobTransfers;
	/** How wrong it shows the time. */
	readonly clock: { skew: number };
	alive(): boolean;
	/** What went wrong and should not have: nothing, ever. */
	faults(): string[];
	/** Hashes of what left this log since it was opened, to make room for the archive's branch. */
	readonly left: ReadonlySet<string>;
	/** One round of the exchange, to its end. */
	sync(): Promise<void>;
	/** Waits until a round that a timer began is through. */
	settled(): Promise<void>;
	/** The power goes, whatever is under way. */
	kill(): void;
};

const actor = "00000000-0000-7000-8000-000000000077";
export const master = Buffer.alloc(32, 9);

/** Power cuts reach the disk between two statements: what was committed stays. */
function watch(db: Writer, point: (name: string) => void): void {
	const exec = db.exec.bind(db);
	db.exec = (sql: string) => {
		const ends = sql === "COMMIT";
		if (ends || sql.startsWith("BEGIN")) point(`before ${sql}`);
		exec(sql);
		if (ends) point("after COMMIT");
		return db;
	};
}

export function openStation(options: StationOptions): Station {
	const { no, path, time, chance, uuid } = options;
	const db = openWriter(path);
	db.pragma("synchronous = OFF");
	let alive = true;
	const faults: string[] = [];
	let waiting: (() => void)[] = [];
	const cut = () => {
		alive = false;
		time.forget(no);
		options.lan?.forget(no);
		if (db.open) db.close();
	};
	const clock = { skew: options.skew };
	const now = () => time.now() + clock.skew;
	const fault = (level: string) => (event: string, fields?: object) => {
		if (alive && level === "error") faults.push(`${event} ${JSON.stringify(fields)}`);
	};
	const lines: LogPort = { info: () => undefined, warn: () => undefined, error: fault("error") };
	const ports: Ports = {
		clock: { now, mono: () => time.now() % 1e9 },
		timers: { after: (ms, run) => (alive ? time.after(no, ms, run) : () => undefined) },
		random: chance,
		ids: { uuid },
		log: lines,
	};
	const local = createLocalRows(db);
	const identity = local.setting<LogIdentity>("identity");
	if (!identity) throw new Error("no identity on this disk");
	const keys = createKeyRows(db);
	const transfers = createBlobTransfers(db);
	const vault = createVault(master, keys, chance);
	const blobs = createBlobStore(picturesOf(path), vault, local, transfers, () => undefined);
	const erasure = createErasure({
		...{ dir: dirname(path), writer: db, ports, keys, vault, local, blobs, transfers },
		forgetDrafts: () => undefined,
	});
	const stored = (event: WeltEvent) => takeBelongings({ erasure, blobs, keys, clock: ports.clock }, event);
	const book = createLog(
		db,
		identity,
		{ now, mono: ports.clock.mono, uuid, boot: uuid(), seal: vault.seal, stored },
		createProjectors(db),
	);
	book.onCommit(() => erasure.clear());
	const left = new Set<string>();
	const giveWay: Log["giveWay"] = (chain, seq) => {
		const gone = book.giveWay(chain, seq);
		for (const { hash } of gone) left.add(hash);
		return gone;
	};
	let desk: SyncDesk;
	const station: Station = {
		no,
		path,
		identity,
		log: book,
		db,
		...{ keys, vault, blobs, transfers },
		get desk() {
			return desk;
		},
		get siblings() {
			return siblings;
		},
		clock,
		alive: () => alive,
		faults: () => faults,
		left,
		async sync() {
			await desk.engine.run();
		},
		async settled() {
			while (alive && desk.engine.state().line === "working") await new Promise<void>((done) => waiting.push(done));
			for (let turn = 0; turn < 4; turn++) await undefined;
		},
		kill: cut,
	};
	const log: Log = { ...book, giveWay };
	desk = createSyncDesk({
		...{ ports, writer: db, local, vault, log, blobs },
		keys: { rows: keys, opened: () => undefined },
		line: () => options.line(station),
		changed({ line }) {
			if (line === "working") return;
			for (const done of waiting) done();
			waiting = [];
		},
		forked: () => undefined,
	} as Parameters<typeof createSyncDesk>[0]);
	const { lan } = options;
	const siblings = lan && openSiblings({ station, ports, local, log }, lan);
	watch(db, (name) => {
		if (!alive) throw new PowerCut(name);
		options.point(name, cut);
	});
	desk.start();
	siblings?.desk.start();
	return station;
}

type Parts = { station: Station; ports: Ports; local: LocalRows; log: Log };

/** The workshop's network over this PC. Once its power is gone nothing of it reads or writes the disk any more. */
function openSiblings({ station, ports, local, log }: Parts, lan: Lan): Siblings {
	const { no, db, keys, vault, blobs, alive } = station;
	return createSiblings({
		ports: { ...ports, ...lan.portsOf(no, ports.clock, alive) },
		writer: db,
		local: { ...local, setSetting: (name, value) => void (alive() && local.setSetting(name, value)) },
		keyRows: keys,
		// Whether customers may still be opened here is no matter of the exchange.
		...{ lease: { ago: () => undefined, vouched: () => undefined } },
		...{ vault, blobs, links: lan.links(no, alive), discovery: undefined },
		log: { ...log, state: (agg) => (alive() ? log.state(agg) : undefined) },
		...{ opened: () => undefined, arrived: () => undefined, forked: () => undefined, changed: () => undefined },
	});
}

export const actorId = actor;

/** Where the pictures lie beside a database. */
export const picturesOf = (path: string) => `${path}.pictures`;

/** A copy of a disk as it stands, whether its PC runs or not. */
export function copyDisk({ db, path }: { db?: Writer; path: string }, to: string): void {
	if (db?.open) db.pragma("wal_checkpoint(TRUNCATE)");
	for (const part of ["-wal", "-shm"]) rmSync(`${to}${part}`, { force: true });
	copyFileSync(path, to);
	rmSync(picturesOf(to), { recursive: true, force: true });
	if (existsSync(picturesOf(path))) cpSync(picturesOf(path), picturesOf(to), { recursive: true });
}
