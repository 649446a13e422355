/**
 * A thousand workshops whose line comes back in the same moment: each signs in, sends what it wrote meanwhile and reads
 * its feed, all at once, over real HTTP. What is told to come later comes later; anything else is an error.
 */
import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { writePullQuery } from "../../../../archive/protocol/pull.ts";
import { pushAnswer } from "../../../../archive/protocol/push.ts";
import { ArchiveSaidNo, at } from "../../../../main/sync/archive-client.ts";
import { newDevice } from "../../../archive/support/writer.ts";
import type { National } from "../../../support/archive-command.ts";
import { none, type Result } from "../../result.ts";
import { clientOf, settle, type Workshop } from "./workshops.ts";

const workshops = 1_000;
const written = 20;
const backOffMs = 2_000;
const mostTries = 200;

/** Told "later": not before that time, and not all in the same moment. */
async function untilTaken(ask: () => Promise<unknown>, count: { later: number }): Promise<void> {
	for (let tries = 0; tries < mostTries; tries++) {
		try {
			await ask();
			return;
		} catch (error) {
			if (!(error instanceof ArchiveSaidNo) || error.code !== "later") throw error;
			count.later += 1;
			await wait(Math.max(error.retryAfterMs ?? 0, 0) + Math.random() * backOffMs);
		}
	}
	throw new Error("always told to come later");
}

async function comeBack(workshop: Workshop, url: string, count: { later: number }): Promise<void> {
	const client = clientOf(workshop, url);
	const headers = { "content-type": "application/x-ndjson" };
	const body = workshop.push(1, written);
	await untilTaken(async () => {
		const { ack } = await client.askFor(pushAnswer, { ...at("push"), headers, body });
		if (ack !== written) throw new Error(`${ack} of ${written} taken`);
	}, count);
	const cursors = [{ feed: `store:${workshop.store}`, after: 0 }];
	const path = `${at("pull").path}?${writePullQuery({ cursors, limit: 100 })}`;
	await untilTaken(async () => {
		const lines = (await client.ask({ method: "GET", path })).body.split("\n").filter((line) => line.startsWith("e\t"));
		if (lines.length !== written) throw new Error(`${lines.length} of ${written} came back`);
	}, count);
}

export async function measureCrowd(national: National): Promise<Result[]> {
	const all = Array.from({ length: workshops }, () => {
		const workshop = newDevice(randomUUID());
		for (let n = 0; n < written; n++) workshop.write();
		return workshop;
	});
	await settle(national.database, all);
	const count = { later: 0 };
	const errors = new Map<string, number>();
	const started = performance.now();
	await Promise.all(
		all.map((workshop) =>
			comeBack(workshop, national.url, count).catch((error: Error) => {
				const what = error instanceof ArchiveSaidNo ? error.code : error.message;
				errors.set(what, (errors.get(what) ?? 0) + 1);
			}),
		),
	);
	const seconds = (performance.now() - started) / 1000;
	console.error(`${workshops} workshops were back after ${seconds.toFixed(1)} s; told to come later: ${count.later}`);
	for (const [what, times] of errors) console.error(`${times} × ${what}`);
	const failed = [...errors.values()].reduce((sum, n) => sum + n, 0);
	return [none("workshops-at-once-failed", failed, workshops, "workshops")];
}
