/** Two PCs of one workshop and an archive: a picture of one is seen on the other, whatever breaks on the way. */
import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { drawCode } from "../../archive/server/gate/enrol.ts";
import { createBlobTransfers } from "../../db/queries/exchange/blob-transfers.ts";
import { Refusal } from "../../domain/errors.ts";
import { jobEvents } from "../../domain/job/job.ts";
import { createSyncDesk } from "../../main/sync/desk.ts";
import { type Line, LineDown } from "../../main/sync/line.ts";
import { openReadyWorkstation, type ReadyWorkstation, receive } from "../support/fixtures.ts";
import { injectLine } from "../sync/support/inject-line.ts";
import { openArchive, type TestArchive } from "./support/archive.ts";

let archive: TestArchive;
let codes = 61_000;

beforeAll(async () => {
	archive = await openArchive();
});
afterAll(async () => {
	await archive.stop();
});

async function enrolled(ready: ReadyWorkstation, line: Line = injectLine(() => archive)) {
	const { ports, writer, local, vault, log, blobs } = ready.app;
	const arrived: string[] = [];
	const desk = createSyncDesk({
		...{ ports, writer, local, vault, log, blobs },
		line: () => line,
		arrived: (sha) => arrived.push(sha),
		changed: () => undefined,
		forked: () => undefined,
	});
	const store = { code: String(++codes), name: "样板店", brands: [archive.brands[0] ?? ""] };
	await desk.enrol("http://127.0.0.1:1", await drawCode(archive.archive, store), "前台");
	return { desk, arrived, transfers: createBlobTransfers(writer) };
}

/** A photo of a job, as the bench takes it. */
function photograph(ready: ReadyWorkstation, bytes = randomBytes(2_500_000)) {
	const { orderId, jobIds } = receive(ready);
	const { app } = ready;
	const ref = app.blobs.put(`order:${orderId}`, "image/jpeg", "before", bytes, app.ports.clock.now());
	app.log.append(ready.staff.clerk, [jobEvents["job.photographed"].make(`job:${jobIds[0]}`, {}, { blobs: [ref] })]);
	return { ref, bytes };
}

const reasonOf = (work: () => unknown) => {
	try {
		work();
		return undefined;
	} catch (error) {
		return error instanceof Refusal ? error.reason : String(error);
	}
};

test("waits from the event's own transaction until the archive has hashed it; a restart in mid-upload goes on", async () => {
	const ready = await openReadyWorkstation({ seed: 11 });
	const { ref } = photograph(ready);
	let pieces = 0;
	const straight = injectLine(() => archive);
	const first = await enrolled(ready, {
		ask(ask, signal) {
			if (ask.method === "PATCH" && ++pieces === 2) return Promise.reject(new LineDown("torn"));
			return straight.ask(ask, signal);
		},
	});
	expect(first.transfers.find(ref.sha)?.state).toBe("up");
	await first.desk.engine.run();
	const torn = first.transfers.find(ref.sha);
	expect([torn?.state, torn?.url?.startsWith("/v1/blobs/")]).toEqual(["up", true]);
	await first.desk.stop();
	const starts: string[] = [];
	const { ports, writer, local, vault, log, blobs } = ready.app;
	const again = createSyncDesk({
		...{ ports, writer, local, vault, log, blobs },
		line: () => ({
			ask(ask, signal) {
				if (ask.method === "PATCH" || ask.method === "POST")
					starts.push(`${ask.method} ${ask.headers?.["upload-offset"]}`);
				return straight.ask(ask, signal);
			},
		}),
		changed: () => undefined,
		forked: () => undefined,
	});
	await again.engine.run();
	expect(first.transfers.find(ref.sha)).toMatchObject({ state: "sent", url: null });
	expect(starts.filter((start) => start.startsWith("PATCH"))).toEqual(["PATCH 1048576", "PATCH 2097152"]);
	await again.stop();
	await ready.dispose();
});

test("of another PC is known with its event, fetched when it is opened, proven by its hash, and kept", async () => {
	const [taker, viewer] = [await openReadyWorkstation({ seed: 12 }), await openReadyWorkstation({ seed: 13 })];
	const { ref } = photograph(taker);
	const at = await enrolled(taker);
	const lines = taker.app.writer.prepare("SELECT text FROM event ORDER BY pos").pluck().all() as string[];
	viewer.app.log.receive(lines.map((text) => ({ text })));
	// The same brand, so that it may see what the other store took.
	let damage = true;
	const straight = injectLine(() => archive);
	const there = await enrolled(viewer, {
		async ask(ask, signal) {
			const said = await straight.ask(ask, signal);
			if (!damage || !said.bytes) return said;
			damage = false;
			return { ...said, bytes: said.bytes.map((byte) => byte ^ 1) };
		},
	});
	expect(there.transfers.find(ref.sha)?.state).toBe("away");
	await there.desk.engine.run();
	expect(there.transfers.find(ref.sha)?.state).toBe("away");
	expect(reasonOf(() => viewer.app.blobs.read(ref.sha))).toBe("media.not-here-yet");
	expect(there.transfers.find(ref.sha)?.state).toBe("down");
	// Not at the archive yet: asked again later, and nothing else stands still for it.
	await there.desk.engine.run();
	expect(there.transfers.find(ref.sha)).toMatchObject({ state: "down", tries: 1 });
	expect(there.desk.engine.state().line).toBe("idle");
	await at.desk.engine.run();
	expect(at.transfers.find(ref.sha)?.state).toBe("sent");
	for (let tries = 0; there.arrived.length === 0; tries++) {
		expect(tries).toBeLessThan(6);
		there.transfers.later(ref.sha, 0);
		await there.desk.engine.run();
	}
	expect(there.arrived).toEqual([ref.sha]);
	expect(
		viewer.app.blobs.sealedPiece(ref.sha, 0, 3_000_000).equals(taker.app.blobs.sealedPiece(ref.sha, 0, 3_000_000)),
	).toBe(true);
	// Its key is another matter: without it the picture stays closed.
	expect(reasonOf(() => viewer.app.blobs.read(ref.sha))).toBe("media.gone");
	await at.desk.stop();
	await there.desk.stop();
	await taker.dispose();
	await viewer.dispose();
});

test("that another PC sent already is not sent twice", async () => {
	const ready = await openReadyWorkstation({ seed: 14 });
	const { ref } = photograph(ready);
	const asked: string[] = [];
	const straight = injectLine(() => archive);
	const { desk, transfers } = await enrolled(ready, {
		ask(ask, signal) {
			if (ask.path.startsWith("/v1/blobs")) asked.push(ask.method);
			return straight.ask(ask, signal);
		},
	});
	await desk.engine.run();
	transfers.resend();
	asked.length = 0;
	await desk.engine.run();
	expect(asked).toEqual(["HEAD"]);
	expect(transfers.find(ref.sha)?.state).toBe("sent");
	await desk.stop();
	await ready.dispose();
});
