/** `npm run archive:export`: one record whole, as JSON and PDF; a customer's opened, and that written down. */
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writeExport } from "../../../archive/server/command/export.ts";
import type { Exported } from "../../../archive/server/export/record.ts";
import { eraseKey } from "../../../archive/server/keys/keys.ts";
import { type Received, receive } from "../../support/fixtures.ts";
import { openArchive, type TestArchive } from "../support/archive.ts";
import { openWorkshop, repairSole, type Workshop } from "../support/workshop.ts";

let archive: TestArchive;
let shop: Workshop;
let dir: string;
let order: Received;

beforeAll(async () => {
	dir = mkdtempSync(join(tmpdir(), "welt-export-"));
	archive = await openArchive();
	shop = await openWorkshop(archive, "徐汇店");
	receive(shop, { name: "李别人", phone: "13900001111" });
	order = receive(shop);
	repairSole(shop, order.jobIds[0] ?? "", "2027-02-10");
	await shop.sync();
});
afterAll(async () => {
	await shop?.dispose();
	await archive.stop();
	rmSync(dir, { recursive: true, force: true });
});

async function written(words: Record<string, string>): Promise<Exported> {
	const [json = "", pdf = ""] = await writeExport(archive.archive, { ...words, out: dir });
	const paper = readFileSync(pdf);
	expect(paper.subarray(0, 5).toString()).toBe("%PDF-");
	expect(paper.length).toBeGreaterThan(5_000);
	if (process.platform !== "win32") expect(statSync(json).mode & 0o077).toBe(0);
	return JSON.parse(readFileSync(json, "utf8")) as Exported;
}

test("an item's: purchase, repair and hand-over, its customer sealed", async () => {
	const record = await written({ item: order.itemIds[0] ?? "" });
	const types = record.entries.map(({ event }) => event.type);
	for (const type of ["item.registered", "item.purchase_recorded", "order.opened", "job.quoted", "job.handed_over"])
		expect(types).toContain(type);
	expect(record.entries.every(({ workshop }) => workshop === "徐汇店")).toBe(true);
	expect(JSON.stringify(record)).not.toMatch(/张晓雯|13812345678|李别人/);
});

test("a customer's: opened, nobody else's in it, and the access is an event the workshop pulls", async () => {
	const record = await written({ subject: order.subjectId });
	expect(record.entries.map(({ personal }) => personal).filter(Boolean)).toContainEqual({
		name: "张晓雯",
		phone: "13812345678",
	});
	expect(record.entries.map(({ event }) => event.type)).toContain("job.handed_over");
	expect(JSON.stringify(record)).not.toMatch(/李别人|13900001111/);
	await shop.sync();
	const seen = shop.app.writer
		.prepare("SELECT text FROM event WHERE text LIKE '%subject.viewed%' AND text LIKE ?")
		.pluck()
		.all(`%${order.subjectId}%`) as string[];
	expect(seen.map((text) => JSON.parse(text).body)).toEqual([
		{ field: "name", reason: "export" },
		{ field: "phone", reason: "export" },
		{ field: "address", reason: "export" },
	]);
	expect(shop.app.sync.rows.listHeld()).toEqual([]);
});

test("a customer's after erasure holds nothing of the person; an unknown one is said to be none", async () => {
	const brand = archive.brands[0] ?? "";
	await archive.archive.sql.transaction([brand], (tx) => eraseKey(tx, `subject:${order.subjectId}`, brand, 1));
	const record = await written({ subject: order.subjectId });
	expect(JSON.stringify(record)).not.toMatch(/张晓雯|13812345678/);
	await expect(written({ subject: "01890000-0000-7000-8000-000000000000" })).rejects.toThrow("knows no subject");
	await expect(written({ subject: "x" })).rejects.toThrow("export needs");
});
