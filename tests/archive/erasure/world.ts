/**
 * Two PCs of a workshop, another workshop and a real archive, with everything they keep within reach of a search: files,
 * logs, rows. For the suites that prove what is gone.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { expect } from "vitest";
import { endpoints } from "../../../archive/protocol/endpoints.ts";
import { createDiskFiles } from "../../../archive/server/blobs/disk.ts";
import { eraseAll } from "../../../archive/server/erase/finish.ts";
import { drawCode } from "../../../archive/server/gate/enrol.ts";
import { projectAll } from "../../../archive/server/project/projector.ts";
import type { Line } from "../../../main/sync/line.ts";
import { openFounded, readyOf } from "../../support/door.ts";
import { bytesTraces, foundIn, search, type Trace, tracesOf } from "../../support/erased.ts";
import { appOf, type ReadyWorkstation, testPin } from "../../support/fixtures.ts";
import { openWorkstation } from "../../support/memory-workstation.ts";
import type { Served } from "../../support/orders/served.ts";
import { injectLine } from "../../sync/support/inject-line.ts";
import { startArchive, type TestArchive } from "../support/archive.ts";
import { startPostgres } from "../support/postgres.ts";
import { openWorkshop } from "../support/workshop.ts";

const address = "http://127.0.0.1:1";
export const person = {
	name: "欧阳冠霖",
	phone: "13764209518",
	address: "上海市长宁区愚园路1088弄",
	words: "婆婆送的，别让她知道修过",
};
export const kidOf = ({ subjectId }: Served) => `subject:${subjectId}` as const;

export type World = Awaited<ReturnType<typeof openWorld>>;

export async function openWorld() {
	const files = mkdtempSync(join(tmpdir(), "welt-erasure-files-"));
	const said: string[] = [];
	const database = await startPostgres();
	const say = (event: string, fields?: object) => void said.push(JSON.stringify({ event, ...fields }));
	const archive = await startArchive(database.url, { files: createDiskFiles(files), log: { info: say, warn: say } });
	const owner = new pg.Client({ connectionString: database.url });
	await owner.connect();
	const [brand = ""] = archive.brands;
	const inside = injectLine(() => archive);
	const uploads: { before: (() => Promise<unknown>) | undefined } = { before: undefined };
	const line: Line = {
		async ask(asked, signal) {
			if (asked.method === "POST" && asked.path.startsWith(endpoints.blobs.path)) {
				const { before } = uploads;
				uploads.before = undefined;
				await before?.();
			}
			return inside.ask(asked, signal);
		},
	};
	const code = () => drawCode(archive.archive, { code: "66001", name: "徐汇店", brands: [brand] });
	const founded = await openFounded({ seed: 931, line: () => line });
	const counter = readyOf(founded);
	await counter.app.sync.enrol(address, await code(), "前台");
	await round(archive, counter);
	const bench = await openBench(await code(), () => line);
	const far = await openWorkshop(archive, "浦东店");
	const pcs = [counter, bench, far];
	const folders = [...pcs.map(({ dir }) => dir), files, founded.backupFolder];

	return {
		...{ archive, brand, owner, counter, bench, far, line },
		/** What happens just before the next upload begins. */
		uploads,
		/** Each PC's exchange in this order, and what both sides do behind it. */
		async rounds(...some: ReadyWorkstation[]) {
			for (const ws of some) await round(archive, ws);
		},
		/** What the customer told, their key, its wrapped and sealed copies, the keyed hash of their phone, their signature. */
		async hunt(customer: Served): Promise<Trace[]> {
			const kid = kidOf(customer);
			const sealed = await owner.query<{ sealed: string }>("SELECT sealed FROM customer_key WHERE kid = $1", [kid]);
			expect(sealed.rows).toHaveLength(2);
			const hunted = [
				...Object.values(person).flatMap(tracesOf),
				...bytesTraces("key", counter.app.vault.keyOf(kid) ?? Buffer.alloc(0)),
				...pcs.flatMap(({ app }, n) => {
					const wrapped = app.keys.find(kid);
					return wrapped ? bytesTraces(`wrapped key ${n}`, wrapped) : [];
				}),
				...pcs.flatMap(({ app }, n) => bytesTraces(`phone hash ${n}`, app.vault.phoneHash(person.phone))),
				...sealed.rows.flatMap((row) => bytesTraces("sealed key", Buffer.from(row.sealed, "base64url"))),
				...bytesTraces("signature", customer.picture.subarray(200, 240)),
			];
			for (const { what, bytes } of hunted) expect(bytes.length, what).toBeGreaterThan(7);
			return hunted;
		},
		/** Everything anybody keeps, searched. */
		async search(hunted: readonly Trace[]): Promise<{ found: string[]; files: number }> {
			const there = folders.map((dir) => search(dir, hunted));
			const logs = Buffer.from(JSON.stringify([said, ...pcs.map(({ lines }) => lines)]));
			return {
				files: there.reduce((sum, each) => sum + each.files, 0),
				found: [
					...there.flatMap((each) => each.found),
					...foundIn("logs", logs, hunted),
					...foundIn("PostgreSQL", Buffer.from(await dump(owner)), hunted),
				],
			};
		},
		async dispose() {
			for (const ws of pcs) await ws.dispose();
			await owner.end();
			await archive.stop();
			await database.stop();
			for (const dir of [files, founded.backupFolder]) rmSync(dir, { recursive: true, force: true });
		},
	};
}

async function round({ archive }: TestArchive, ws: ReadyWorkstation): Promise<void> {
	ws.clock.pass(61_000);
	await ws.app.sync.engine.run();
	await projectAll(archive);
	await eraseAll(archive);
	await settle(ws);
}

/** What timers of this PC would do by and by. */
async function settle(ws: Pick<ReadyWorkstation, "clock" | "call">): Promise<void> {
	ws.clock.pass(1);
	await ws.call("workstation.state", {});
}

async function openBench(code: string, line: () => Line): Promise<ReadyWorkstation> {
	const ws = await openWorkstation({ seed: 932, line });
	await ws.call("setup.joinStore", { address, code, name: "工位" });
	await settle(ws);
	ws.clock.pass(61_000);
	await appOf(ws).sync.engine.run();
	await settle(ws);
	const { ready } = await ws.call("setup.joining", {});
	const { groups } = await ws.call("setup.drawRecovery", { language: "zh-CN", centreName: "店", stationNumber: 2 });
	const manager = ready?.managers[0]?.id ?? "";
	const station = { stationNumber: ready?.stationNumber ?? 2, stationLabel: "工位", manager, pin: testPin };
	await ws.call("setup.openStation", { ...station, backupFolder: null, recovery: groups.join("") });
	const app = appOf(ws);
	const as = (role: string) => app.session.open({ person: manager, roles: [role as "manager"] });
	return { ...ws, app, as, staff: { clerk: manager, technician: manager, inspector: manager, manager } };
}

/** Everything PostgreSQL holds, row by row as text. */
async function dump(owner: pg.Client): Promise<string> {
	const { rows } = await owner.query<{ name: string }>(
		"SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'public' AND c.relkind = 'r'",
	);
	const parts: string[] = [];
	for (const { name } of rows) {
		const table = await owner.query<{ row: string }>(`SELECT t::text AS row FROM ${name} t`);
		parts.push(...table.rows.map(({ row }) => `${name} ${row}`));
	}
	return parts.join("\n");
}
