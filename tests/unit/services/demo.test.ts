/** The demo workshop, made from an empty folder by the product's own calls: whole, sound, and never half there. */
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sha256 } from "../../../db/log.ts";
import { createProjectors } from "../../../db/projections/rows.ts";
import { dumpProjections, refoldAll } from "../../../db/refold.ts";
import { type ChainLink, chainFaults } from "../../../domain/event/chain.ts";
import { stages } from "../../../domain/job/stage.ts";
import { customers } from "../../../main/demo/cast.ts";
import type { DemoSection } from "../../../preload/contract/demo.ts";
import { readPdf } from "../../print/read-back.ts";
import { appOf, openReadyWorkstation } from "../../support/fixtures.ts";
import { memoryKeys, openWorkstation, type Workstation } from "../../support/memory-workstation.ts";

type Language = "zh-CN" | "en";
const caller = { host: "memory", client: "test" } as const;

/** As a person would: the demo's door, then the manager with the PIN that stands there. */
async function openDemo(language: Language, start?: number): Promise<Workstation> {
	const ws = await openWorkstation(start === undefined ? {} : { start });
	await ws.call("setup.demo", { language });
	ws.clock.pass(0);
	await signIn(ws, "manager");
	return ws;
}

async function signIn(ws: Workstation, role: "manager" | "clerk" | "technician" | "inspector") {
	const { people } = await ws.call("session.people", {});
	const person = people.find(({ roles }) => roles[0] === role);
	await ws.call("session.signIn", { person: person?.id ?? "", pin: person?.demoPin ?? "" });
}

function stageCounts(ws: Workstation): Record<string, number> {
	const rows = appOf(ws).reader.prepare("SELECT stage, count(*) AS n FROM jobs GROUP BY stage").all();
	return Object.fromEntries((rows as { stage: string; n: number }[]).map(({ stage, n }) => [stage, n]));
}

describe("the demo workshop", () => {
	let ws: Workstation;
	beforeAll(async () => {
		ws = await openDemo("zh-CN");
	});
	afterAll(() => ws.dispose());

	test("is whole: work in every stage, past repairs, things due now, an unfinished drop-off", async () => {
		expect(await ws.call("workstation.state", {})).toMatchObject({ phase: "ready", demo: true, notices: [] });
		const counts = stageCounts(ws);
		for (const stage of stages) expect(counts[stage], stage).toBeGreaterThanOrEqual(1);
		const home = await ws.call("counter.home", {});
		expect(home.counts).toMatchObject({ waiting: 3, ready: 3 });
		expect(home.counts.atRisk).toBeGreaterThanOrEqual(2);
		expect(home.drafts).toHaveLength(1);
		const { counts: calls } = await ws.call("followup.due", { later: true });
		expect(calls).toEqual({ overdue: 1, today: 2, later: 1 });
		const { rows } = await ws.call("bench.queue", {});
		expect(rows.some((row) => row.running.length > 0)).toBe(true);
		expect(rows.some((row) => row.curing !== null)).toBe(true);
		expect(rows.some((row) => row.card.reworks > 0)).toBe(true);
		expect(rows.some((row) => row.card.clock?.state === "overdue")).toBe(true);
		expect(rows.some((row) => row.card.assignee === null)).toBe(true);
		const again = appOf(ws).reader.prepare("SELECT count(*) FROM jobs GROUP BY item_id HAVING count(*) > 1").all();
		expect(again.length).toBeGreaterThanOrEqual(5);
	});

	test("tells every turn of the trade: declined, changed, cancelled, refunded, voided, exchanged, our own rework", () => {
		const types = appOf(ws).reader.prepare("SELECT DISTINCT json_extract(text, '$.type') FROM event").pluck().all();
		const told = ["order.refunded", "order.voided", "order.noted", "job.cancelled", "job.rework_linked"];
		const done = ["job.qc_failed", "job.step_paused", "job.part_used", "job.followed_up", "order.handed_over"];
		expect(types).toEqual(expect.arrayContaining([...told, ...done, "job.voided"]));
		const answers = appOf(ws)
			.reader.prepare(
				"SELECT DISTINCT json_extract(text, '$.body.answer') FROM event WHERE text LIKE '%quote_answered%'",
			)
			.pluck()
			.all();
		expect(answers).toEqual(expect.arrayContaining(["accepted", "declined", "changed"]));
	});

	test("shows real pictures of everything in hand", async () => {
		const { rows } = await ws.call("board.read", {});
		for (const { photo } of rows) {
			const read = await ws.core.readMedia(photo ?? "", caller);
			expect(read).toMatchObject({ ok: true, value: { mime: "image/jpeg" } });
		}
	});

	test("prints what waited for its printers as soon as it opens", async () => {
		ws.clock.pass(1);
		const { printers } = await ws.call("printers.list", {});
		expect(printers.map(({ virtual, isDefault }) => [virtual, isDefault])).toEqual([
			[true, true],
			[true, false],
		]);
		const { entries } = await ws.call("print.journal", {});
		expect(entries.filter(({ kind }) => kind === "piece-label").length).toBeGreaterThanOrEqual(2);
	});

	test("gives everybody their work", async () => {
		const tour = await ws.call("demo.tour", {});
		expect(Object.values(tour)).not.toContain(null);
		await signIn(ws, "inspector");
		expect((await ws.call("qc.queue", {})).rows.length).toBeGreaterThanOrEqual(1);
		await signIn(ws, "clerk");
		expect((await ws.call("handover.ready", {})).orders.length).toBeGreaterThanOrEqual(3);
		await signIn(ws, "manager");
	});

	test("has codes that are what they say", async () => {
		const kinds: Record<DemoSection["id"], string[]> = {
			known: ["item", "items"],
			new: ["new-item"],
			orders: ["order"],
			pieces: ["piece"],
			shelves: ["shelf"],
			parts: ["part"],
			commands: ["command"],
		};
		const { sections } = await ws.call("demo.codes", { language: "en" });
		for (const { id, entries } of sections) {
			expect(entries.length, id).toBeGreaterThanOrEqual(3);
			for (const { code } of entries)
				expect(kinds[id], code).toContain((await ws.call("scan.resolve", { text: code })).kind);
		}
	});

	test("prints them on a sheet with badges that open the session; the badges before it no longer do", async () => {
		const badges = async (): Promise<string[]> => {
			const { handle } = await ws.call("demo.sheet", { language: "zh-CN" });
			const paper = await ws.core.readMedia(handle, caller);
			if (!paper.ok) throw new Error(paper.error.reason);
			const pages = await readPdf(paper.value.bytes);
			return pages.flatMap(({ text }) => text.match(/WB-[0-9A-Z]+/g) ?? []);
		};
		const [old = ""] = await badges();
		const now = await badges();
		expect(now).toHaveLength(5);
		expect(await ws.tryCall("session.signIn", { badge: old })).toMatchObject({
			error: { reason: "session.unknown-badge" },
		});
		expect(await ws.call("session.signIn", { badge: now[0] ?? "" })).toMatchObject({ number: "01" });
	});

	test("stands on a sound log: the chain holds, and every row folds again from it byte for byte", () => {
		const { writer } = appOf(ws);
		const rows = writer.prepare(
			"SELECT c.dev, c.epoch, e.seq, e.hash, e.text FROM event e JOIN chain c ON c.n = e.chain ORDER BY e.chain, e.seq",
		);
		type Row = { dev: string; epoch: number; seq: number; hash: Buffer; text: string };
		const chain = (rows.all() as Row[]).map((row): ChainLink => {
			const { prev } = JSON.parse(row.text) as { prev: string };
			return { ...row, hash: row.hash.toString("hex"), prev };
		});
		expect(chain.length).toBeGreaterThan(800);
		expect([...chainFaults(sha256, chain)]).toEqual([]);
		const dump = () => [...dumpProjections(writer, createProjectors(writer))].join("\n");
		const before = dump();
		refoldAll(writer, appOf(ws).ports.clock);
		expect(dump()).toBe(before);
	});

	test("leaves no customer in the logs, in the rows or in the events", () => {
		const told = Object.values(customers)
			.flatMap(({ name, phone }) => [...name, phone])
			.filter((text) => text !== "");
		const lines = JSON.stringify(ws.lines);
		const { writer } = appOf(ws);
		const rows = [...dumpProjections(writer, createProjectors(writer))].join("\n");
		const events = writer.prepare("SELECT text FROM event").pluck().all().join("\n");
		for (const text of told) {
			expect(lines).not.toContain(text);
			expect(rows).not.toContain(text);
			expect(events).not.toContain(text);
		}
		expect(ws.lines.filter(({ level }) => level === "error")).toEqual([]);
	});

	test("is made once: asked again it refuses, and nothing of its making is left beside it", async () => {
		const again = await ws.tryCall("setup.demo", { language: "en" });
		expect(again).toMatchObject({ ok: false, error: { reason: "setup.already-done" } });
		expect(readdirSync(ws.dir).filter((name) => name.startsWith("restor"))).toEqual([]);
		const next = await ws.restart();
		expect(await next.call("workstation.state", {})).toMatchObject({ phase: "ready", demo: true });
		ws = next;
	});
});

test("cut off half-way nothing of it is left: the next start is a clean set-up", async () => {
	const keys = memoryKeys();
	const ws = await openWorkstation({ keys });
	const copy = mkdtempSync(join(tmpdir(), "welt-test-"));
	let seen = 0;
	ws.core.subscribe((push) => {
		if (push.type !== "progress") return;
		seen += 1;
		// What a power cut at this moment would leave on the disk.
		if (seen === 40) cpSync(ws.dir, copy, { recursive: true });
	});
	await ws.call("setup.demo", { language: "zh-CN" });
	expect(await ws.tryCall("setup.demo", { language: "zh-CN" })).toMatchObject({
		error: { reason: "setup.already-done" },
	});
	await ws.dispose();
	expect(existsSync(join(copy, "restoring", "welt.db"))).toBe(true);
	const after = await openWorkstation({ dir: copy, keys, seed: 2 });
	expect(await after.call("workstation.state", {})).toMatchObject({ phase: "set-up", demo: false });
	expect(existsSync(join(copy, "restoring"))).toBe(false);
	await after.dispose();
	rmSync(copy, { recursive: true, force: true });
});

test("in English and in the middle of the night it is the same shop", async () => {
	const ws = await openDemo("en", Date.parse("2026-03-01T19:20:00Z"));
	const counts = stageCounts(ws);
	for (const stage of stages) expect(counts[stage], stage).toBeGreaterThanOrEqual(1);
	expect((await ws.call("workstation.state", {})).centreName).toBe("Welt Repair Centre (demo)");
	const { rows } = await ws.call("bench.queue", {});
	const words = rows.flatMap(({ card, running }) => [card.assignee?.name ?? "", ...running.map(({ name }) => name)]);
	expect(words.join("")).not.toMatch(/[\u4e00-\u9fff]/);
	const future = appOf(ws).reader.prepare("SELECT count(*) FROM event WHERE json_extract(text, '$.wall') > ?").pluck();
	expect(future.get(appOf(ws).ports.clock.now())).toBe(0);
	await ws.dispose();
});

test("a real workstation has no demo page", async () => {
	const ws = await openReadyWorkstation();
	for (const [name, input] of [
		["demo.codes", { language: "en" }],
		["demo.sheet", { language: "en" }],
		["demo.tour", {}],
	] as const) {
		expect(await ws.tryCall(name, input)).toMatchObject({ ok: false, error: { reason: "demo.not-here" } });
	}
	await ws.dispose();
});
