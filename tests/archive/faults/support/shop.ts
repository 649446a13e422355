/** A whole workstation that reaches its archive over real HTTP: its counter, one round of its exchange, and what must be true of both sides. */
import { expect } from "vitest";
import type { Archive } from "../../../../archive/server/archive.ts";
import { drawCode } from "../../../../archive/server/gate/enrol.ts";
import { projectAll } from "../../../../archive/server/project/projector.ts";
import { verifyArchive } from "../../../../archive/server/verify/verify.ts";
import { jobEvents } from "../../../../domain/job/job.ts";
import { createHttpLine } from "../../../../main/adapters/http-line.ts";
import { type Line, LineDown } from "../../../../main/sync/line.ts";
import { openReadyWorkstation, type ReadyWorkstation } from "../../../support/fixtures.ts";
import { draftOf, shoesDraft } from "../../../support/intake/drop-off.ts";

export type Shop = ReadyWorkstation & {
	/** When given, nothing else is asked for: the round ends there. */
	only: ((path: string) => boolean) | undefined;
	/** One round of the exchange, whatever comes of it. */
	round(): Promise<void>;
	/** Rounds until nothing waits. */
	settle(): Promise<void>;
	/** A pair of shoes taken in at the counter by its own calls. */
	takeIn(): Promise<TakenIn>;
	/** One small event. */
	shelve(): void;
};

export type TakenIn = { orderId: string; jobId: string; itemId: string; serial: string };
export type ShopOptions = { start?: number; line?: (address: string) => Line };

let seeds = 300;
let serials = 0;
/** More rounds than any fault here needs. */
const mostRounds = 30;

async function round({ app, clock, as }: ReadyWorkstation): Promise<void> {
	clock.pass(61_000);
	as("clerk");
	await app.sync.engine.run();
}

/** Rounds until nothing waits. */
export async function settle(ready: ReadyWorkstation): Promise<void> {
	const { engine, rows } = ready.app.sync;
	for (let tries = 0; ; tries++) {
		await round(ready);
		if (engine.state().line === "idle" && rows.countWaiting() === 0) return;
		expect(tries, JSON.stringify(engine.state())).toBeLessThan(mostRounds);
	}
}

/** `address`: what it is enrolled at. `code`: of the head office. */
export async function openShop(address: string, code: string, options: ShopOptions = {}): Promise<Shop> {
	const lineTo = options.line ?? ((to: string) => createHttpLine(to));
	seeds += 1;
	const ready = await openReadyWorkstation({
		seed: seeds,
		...(options.start === undefined ? {} : { start: options.start }),
		line(to) {
			const line = lineTo(to);
			return {
				...line,
				ask(ask, signal) {
					const wanted = shop.only?.(ask.path) ?? true;
					return wanted ? line.ask(ask, signal) : Promise.reject(new LineDown("not asked for here"));
				},
			};
		},
	});
	// This PC's own power is never cut here (tests/sync/crash does that): what isn't flushed is not missed.
	ready.app.writer.pragma("synchronous = OFF");
	let job: string | undefined;
	const shop: Shop = {
		...ready,
		only: undefined,
		round: () => round(ready),
		settle: () => settle(ready),
		async takeIn() {
			ready.as("clerk");
			serials += 1;
			const serial = `SN-FAULT-${serials}`;
			const shoes = shoesDraft({ codes: [{ kind: "serial", value: serial }] });
			const { orderId, jobs } = await ready.call("intake.receive", await draftOf(ready, [shoes]));
			const { jobId = "", itemId = "" } = jobs[0] ?? {};
			job = jobId;
			return { orderId, jobId, itemId, serial };
		},
		shelve() {
			const { app, staff } = ready;
			app.log.append(staff.clerk, [jobEvents["job.shelved"].make(`job:${job}`, { shelf: "A1" })]);
		},
	};
	await ready.app.sync.enrol(address, code, "前台");
	return shop;
}

let codes = 30_000;

/** A one-time code of a new store. `code`: the store's own, for a further PC of it. */
export function newCode(archive: Archive, brand: string, code = String(++codes)): Promise<string> {
	return drawCode(archive, { code, name: `样板店${code}`, brands: [brand] });
}

export const storeOf = ({ app }: Pick<ReadyWorkstation, "app">) => app.log.identity.store;

/** What stands in this PC's log, in the order it was stored. */
export const textsOf = ({ app }: Pick<ReadyWorkstation, "app">) =>
	app.writer.prepare("SELECT text FROM event ORDER BY pos").pluck().all() as string[];

/** A store's feed as the archive has it. */
export async function storedOf(archive: Archive, store: string): Promise<string[]> {
	const brands = await archive.sql.transaction([], (tx) => tx.rows<{ id: string }>("SELECT id FROM brand"));
	const rows = await archive.sql.transaction(
		brands.map(({ id }) => id),
		(tx) =>
			tx.rows<{ text: string; pos: number }>("SELECT text, pos FROM event WHERE store = $1 ORDER BY pos", [store]),
	);
	expect(rows.map(({ pos }) => pos)).toEqual(rows.map((_, index) => index + 1));
	return rows.map(({ text }) => text);
}

/** Everything there once, in the order it was written, and nothing wrong with the archive. */
export async function expectWhole(archive: Archive, ...shops: Shop[]): Promise<void> {
	for (const shop of shops) {
		expect(await storedOf(archive, storeOf(shop))).toEqual(textsOf(shop));
		expect(shop.app.sync.rows.listHeld()).toEqual([]);
	}
	await projectAll(archive);
	expect((await verifyArchive(archive)).faults).toEqual([]);
}
