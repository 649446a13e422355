/**
 * One workstation of a simulation: the real log on a real file and the real sync desk over it. It can lose its power at
 * any numbered point, be opened again from its file, and its disk can be copied.
 */
import { copyFileSync, rmSync } from "node:fs";
import { createLog, type Log, type LogIdentity } from "../../../db/log.ts";
import { openWriter, type Writer } from "../../../db/open.ts";
import { createProjectors } from "../../../db/projections/rows.ts";
import { createKeyRows } from "../../../db/queries/keys.ts";
import { createLocalRows } from "../../../db/queries/local.ts";
import type { Log as LogPort, Ports } from "../../../main/ports.ts";
import { createSyncDesk, type SyncDesk } from "../../../main/sync/desk.ts";
import type { Line } from "../../../main/sync/line.ts";
import { createVault } from "../../../main/vault/vault.ts";
import type { Chance } from "./chance.ts";
import { PowerCut } from "./points.ts";
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
		if (db.open) db.close();
	};
	const clock = { skew: options.skew };
	const now = () => time.now() + clock.skew;
	const fault = (level: string) => (event: string, fields?: object) => {
		if (alive && level === "error") faults.push(`${event} ${JSON.stringify(fields)}`);
	};
	const log: LogPort = { info: () => undefined, warn: () => undefined, error: fault("error") };
	const ports: Ports = {
		clock: { now, mono: () => time.now() % 1e9 },
		timers: { after: (ms, run) => (alive ? time.after(no, ms, run) : () => undefined) },
		random: chance,
		ids: { uuid },
		log,
	};
	const local = createLocalRows(db);
	const identity = local.setting<LogIdentity>("identity");
	if (!identity) throw new Error("no identity on this disk");
	const vault = createVault(master, createKeyRows(db), chance);
	const book = createLog(
		db,
		identity,
		{ now, mono: ports.clock.mono, uuid, boot: uuid(), seal: vault.seal, stored: () => undefined },
		createProjectors(db),
	);
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
		get desk() {
			return desk;
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
	desk = createSyncDesk({
		ports,
		writer: db,
		local,
		vault,
		log: { ...book, giveWay },
		line: () => options.line(station),
		changed({ line }) {
			if (line === "working") return;
			for (const done of waiting) done();
			waiting = [];
		},
		forked: () => undefined,
	} as Parameters<typeof createSyncDesk>[0]);
	watch(db, (name) => {
		if (!alive) throw new PowerCut(name);
		options.point(name, cut);
	});
	desk.start();
	return station;
}

export const actorId = actor;

/** A copy of a disk as it stands, whether its PC runs or not. */
export function copyDisk({ db, path }: { db?: Writer; path: string }, to: string): void {
	if (db?.open) db.pragma("wal_checkpoint(TRUNCATE)");
	for (const part of ["-wal", "-shm"]) rmSync(`${to}${part}`, { force: true });
	copyFileSync(path, to);
}
