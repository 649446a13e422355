/** Killed with -9 at any moment: every act that was acknowledged is there, whole, and the log goes on. */
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { verifyDatabase } from "../../db/backup/verify.ts";
import type { Writer } from "../../db/open.ts";
import { createProjectors } from "../../db/projections/rows.ts";
import { dumpProjections, refoldAll } from "../../db/refold.ts";
import { createKeyFile } from "../../main/adapters/key-file.ts";
import { type Founded, openFounded } from "../support/door.ts";
import { appOf } from "../support/fixtures.ts";
import { openWorkstation } from "../support/memory-workstation.ts";
import { endOf, startChild } from "./child.ts";

let door: Founded;
beforeEach(async () => {
	door = await openFounded();
	const key = await door.ws.keys.load();
	if (key) await createKeyFile(door.ws.dir).save(key);
	await door.ws.core.stop();
});
afterEach(() => {
	for (const dir of [door.ws.dir, door.backupFolder]) rmSync(dir, { recursive: true, force: true });
});

const dump = (db: Writer) => [...dumpProjections(db, createProjectors(db))].join("\n");

/** A different number of acts before each kill; where in the next act it strikes is chance. */
const rounds = [1, 3, 7, 2, 12, 5, 19, 4];

test("after every kill: no acknowledged event is missing, the chain holds, rows are what the log says", async () => {
	const acknowledged: string[] = [];
	let acts = 1;
	for (const count of rounds) {
		const child = startChild("append-forever.ts", [door.ws.dir, String(acts)]);
		await child.lines(count);
		child.process.kill("SIGKILL");
		await endOf(child.process);
		acknowledged.push(...child.said);
		// The act under way when it struck may have been stored without being told.
		acts += child.said.length + 9;

		const ws = await openWorkstation({ dir: door.ws.dir, keys: createKeyFile(door.ws.dir), start: Date.now() });
		expect(await ws.call("workstation.state", {})).toMatchObject({ phase: "ready" });
		const app = appOf(ws);
		const missing = acknowledged.filter((id) => app.events.find(id) === undefined);
		expect(missing).toEqual([]);
		const before = dump(app.writer);
		refoldAll(app.writer, { mono: () => 0 });
		expect(dump(app.writer)).toBe(before);
		for (const { sha, owned } of app.local.allBlobs()) {
			if (owned === 1) expect(app.blobs.read(sha).bytes).toHaveLength(3000);
		}
		const events = app.reader.prepare("SELECT COUNT(*) FROM event").pluck().get() as number;
		await ws.core.stop();
		verifyDatabase(join(door.ws.dir, "welt.db"), events);
	}
	expect(acknowledged.length).toBeGreaterThanOrEqual(rounds.reduce((sum, count) => sum + count, 0));
	expect(readdirSync(door.ws.dir)).toContain("welt.db");
});
