/** Steps of stories beside the line: meetings, sticks, customers, pictures, and what must have come of them. */
import { join } from "node:path";
import type { NewEvent } from "../../../../domain/event/event.ts";
import { jobEvents } from "../../../../domain/job/job.ts";
import { erases, registers, renames } from "../shop/customers.ts";
import { meet } from "../shop/meet.ts";
import { actorId, copyDisk } from "../station.ts";
import { idOf } from "../trade.ts";
import type { World } from "../world.ts";
import { type Step, seatOf } from "./steps.ts";

/** The one customer of a story. */
export const customer = "22222222-2222-7222-8222-222222222222";

const appends = (no: number, events: (world: World) => NewEvent[]) => (world: World) => {
	world.time.pass(10);
	seatOf(world, no).station.log.append(actorId, events(world));
};
export const takesIn = (no: number): Step => appends(no, () => [registers(customer, "顾客")]);
export const changesName = (no: number): Step => appends(no, () => [renames(customer, "改名")]);
export const erasesAt = (no: number): Step => appends(no, () => [erases(customer)]);
export const photographsAt = (no: number): Step =>
	appends(no, (world) => {
		const { station, store } = seatOf(world, no);
		const plain = world.chance.bytes(9_000);
		const picture = station.blobs.put(`subject:${customer}`, "image/jpeg", "before", plain, world.time.now());
		return [jobEvents["job.photographed"].make(`job:${idOf(store.no, 0)}`, {}, { blobs: [picture] })];
	});
export const opensPicture =
	(no: number): Step =>
	(world) => {
		const { db, transfers } = seatOf(world, no).station;
		for (const sha of db.prepare("SELECT sha FROM blob_transfer").pluck().all() as string[]) transfers.want(sha);
	};

export const meets = (a: number, b: number) => async (world: World) => {
	await meet(world, seatOf(world, a), seatOf(world, b));
};
/** A stick from one to the other; `from` says what the reader has already. */
export const carriesStick =
	(a: number, b: number, has: (world: World) => [string, number][] = () => []): Step =>
	(world) => {
		const path = join(world.dir, "stick");
		seatOf(world, a).station.siblings?.stick.write(path, new Map(has(world)));
		seatOf(world, b).station.siblings?.stick.read(path);
	};
/** What goes with every talk: siblings know one another's secret for sticks. */
export const lineOf =
	(no: number, up: boolean): Step =>
	(world) => {
		seatOf(world, no).network.up = up;
	};
export const imageTaken =
	(no: number): Step =>
	(world) => {
		const seat = seatOf(world, no);
		seat.image = join(world.dir, `image-${no}.db`);
		copyDisk({ db: seat.station.db, path: seat.path }, seat.image);
	};
export const imageBack =
	(no: number): Step =>
	(world) => {
		const seat = seatOf(world, no);
		seat.station.kill();
		copyDisk({ path: seat.image ?? "" }, seat.path);
		world.rolledBack = true;
		world.reopen(seat);
	};
export const clockOff =
	(no: number, ms: number): Step =>
	(world) => {
		const seat = seatOf(world, no);
		seat.skew = ms;
		seat.station.clock.skew = ms;
	};
export const officeErases: Step = async ({ national }) => {
	await national.erase(customer);
};
/** The archive has read everything about it, its own event too. */
export const carriedOn: Step = async ({ national }) => {
	for (let round = 0; round < 3; round++) await national.carryErasures();
};
/** The next question there arrives long after whoever asked gave up. */
export const slow =
	(no: number, path: string): Step =>
	(world) => {
		seatOf(world, no).network.slow = path;
	};
export const lateOnesArrive =
	(no: number): Step =>
	async (world) => {
		for (const question of seatOf(world, no).network.late.splice(0)) await question().catch(() => undefined);
	};
/** While the next answer from there is on its way, a step happens. */
export const meanwhileAsking =
	(no: number, path: string, step: Step): Step =>
	(world) => {
		seatOf(world, no).network.whileAsked = { path, happens: () => void step(world) };
	};
/** A byte of the next picture that goes either way is changed. */
export const spoilsPicture =
	(no: number): Step =>
	(world) => {
		seatOf(world, no).network.spoiled = true;
	};

/** The text of the newest event of one PC's chain as another has it, changed; with its hash, or without. */
export const tampers =
	(no: number, of: number, change: (text: string, hash: string) => { text: string; hash: string }): Step =>
	(world) => {
		const { db } = seatOf(world, no).station;
		const { dev } = seatOf(world, of).station.identity;
		const row = db
			.prepare(
				"SELECT e.pos, e.text, lower(hex(e.hash)) AS hash, c.n FROM event e JOIN chain c ON c.n = e.chain WHERE c.dev = ? ORDER BY e.seq DESC LIMIT 1",
			)
			.get(dev) as { pos: number; text: string; hash: string; n: number };
		const { text, hash } = change(row.text, row.hash);
		db.prepare("UPDATE event SET text = ?, hash = unhex(?) WHERE pos = ?").run(text, hash, row.pos);
		db.prepare("UPDATE chain SET last_hash = unhex(?) WHERE n = ?").run(hash, row.n);
		world.undo = () => {
			db.prepare("UPDATE event SET text = ?, hash = unhex(?) WHERE pos = ?").run(row.text, row.hash, row.pos);
			db.prepare("UPDATE chain SET last_hash = unhex(?) WHERE n = ?").run(row.hash, row.n);
		};
	};
/** The changed text was believed by nobody else; then it is put right. */
export const believedBy =
	(no: number, ...others: number[]): Step =>
	(world) => {
		for (const other of others) {
			const texts = seatOf(world, other).station.db.prepare("SELECT count(*) FROM event WHERE text LIKE '%别的%'");
			if (texts.pluck().get() !== 0) world.leaks.push(`PC ${other} believes what PC ${no} made of another's event`);
		}
		world.undo?.();
	};
/** What this PC wrote is at the archive, whoever brought it. */
export const isArchived =
	(no: number): Step =>
	async (world) => {
		const { log, desk } = seatOf(world, no).station;
		const { dev, epoch } = log.identity;
		const end = desk.rows.chains().find((chain) => chain.dev === dev && chain.epoch === epoch)?.seq;
		const [row] = await world.national.rows<{ seq: number }>(
			"SELECT seq FROM chain_head WHERE dev = $1 AND epoch = $2",
			[dev, epoch],
		);
		if (row?.seq !== end) world.leaks.push(`what PC ${no} wrote up to ${end} was carried up to ${row?.seq ?? 0}`);
	};
