import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Refusal } from "../../domain/errors.ts";
import type { PrinterJob } from "../../main/devices/printer/printer-port.ts";
import { rig, scriptedPrinter, tempFolder } from "./journal-rig.ts";

let folder: ReturnType<typeof tempFolder>;
const open: { close(): void }[] = [];
beforeEach(() => {
	folder = tempFolder();
});
afterEach(() => {
	for (const db of open.splice(0)) db.close();
	folder.remove();
});

function start(printers: Parameters<typeof rig>[0]) {
	const made = rig(printers, join(folder.path, "welt.db"));
	open.push(made.db);
	return made;
}

function reasonOf(run: () => unknown): string | undefined {
	try {
		run();
	} catch (error) {
		if (error instanceof Refusal) return error.reason;
		throw error;
	}
	return undefined;
}

describe("the print journal", () => {
	it("sends in the order of asking, each once", async () => {
		const printer = scriptedPrinter();
		const { label, time, journal, moves } = start({ p: printer.port });
		for (const text of ["a", "b", "c"]) label(text);
		await time.pass();
		expect(printer.sent).toEqual(["a", "b", "c"]);
		expect(moves.filter((move) => move.startsWith("e1"))).toEqual(["e1 queued", "e1 sending", "e1 confirmed"]);
		expect(journal.find("e1")).toMatchObject({ state: "confirmed", tries: 1, proof: "status" });
	});

	it("does not let one printer hold up another", async () => {
		const good = scriptedPrinter();
		const dead = scriptedPrinter({ outcome: "not-sent", trouble: "unreachable" });
		const { label, time } = start({ p: good.port, q: dead.port });
		label("for the dead one", "q");
		label("for the good one", "p");
		await time.pass();
		expect(good.sent).toEqual(["for the good one"]);
	});

	it("tries again by itself for as long as it takes when nothing left, and says which printer needs someone", async () => {
		const printer = scriptedPrinter({ outcome: "not-sent", trouble: "silent" });
		const { label, time, journal } = start({ p: printer.port });
		label("a");
		label("b");
		await time.pass(10 * 60_000);
		expect(printer.sent).toEqual([]);
		expect(journal.find("e1")).toMatchObject({ state: "queued", reason: "silent" });
		expect(journal.find("e1")?.tries).toBeGreaterThan(10);
		expect(journal.attention()).toMatchObject([{ printerId: "p", trouble: "silent", waiting: 2 }]);
		printer.script.splice(0, 1, { outcome: "sent", proof: "status" });
		await time.pass(60_000);
		expect(printer.sent).toEqual(["a", "b"]);
		expect(journal.attention()).toEqual([]);
	});

	it("tries at once when woken", async () => {
		const printer = scriptedPrinter({ outcome: "not-sent", trouble: "out-of-paper" });
		const { label, time, journal } = start({ p: printer.port });
		label("a");
		await time.pass(60_000);
		printer.script.splice(0, 1, { outcome: "sent", proof: "status" });
		journal.wake("p");
		await time.pass(0);
		expect(printer.sent).toEqual(["a"]);
	});

	it("does not wait a day because the clock was set back a day", async () => {
		const printer = scriptedPrinter({ outcome: "not-sent", trouble: "silent" }, { outcome: "sent", proof: "status" });
		const { label, time, journal } = start({ p: printer.port });
		time.setClock(200_000_000);
		label("a");
		await time.pass(0);
		time.setClock(100_000_000);
		journal.start();
		await time.pass(0);
		expect(printer.sent).toEqual(["a"]);
	});

	it("never sends again by itself what may have come out", async () => {
		const printer = scriptedPrinter(
			{ outcome: "unknown", trouble: "connection-lost" },
			{ outcome: "sent", proof: "status" },
		);
		const { label, time, journal } = start({ p: printer.port });
		label("a");
		await time.pass(3_600_000);
		journal.start();
		journal.wake("p");
		await time.pass(3_600_000);
		expect(printer.sent).toEqual(["a"]);
		expect(journal.listInDoubt()).toMatchObject([{ id: "e1", state: "unknown", reason: "connection-lost" }]);
	});

	it("takes a person's word for it", async () => {
		const unknown = { outcome: "unknown", trouble: "silent" } as const;
		const printer = scriptedPrinter(unknown, unknown, { outcome: "sent", proof: "close" });
		const { label, time, journal } = start({ p: printer.port });
		label("came out");
		label("did not");
		await time.pass();
		expect(journal.answer("e1", true).state).toBe("confirmed");
		expect(journal.find("e1")?.proof).toBe("person");
		expect(journal.answer("e2", false).state).toBe("queued");
		await time.pass();
		expect(printer.sent).toEqual(["came out", "did not", "did not"]);
		expect(journal.find("e2")).toMatchObject({ state: "sent", tries: 2, proof: "close" });
		expect(reasonOf(() => journal.answer("e2", true))).toBe("print.not-in-doubt");
		expect(reasonOf(() => journal.answer("nobody", true))).toBe("print.no-such-entry");
	});

	it("takes back what has not gone, and nothing else", async () => {
		const printer = scriptedPrinter({ outcome: "not-sent", trouble: "paused" });
		const { label, time, journal, store } = start({ p: printer.port });
		label("a");
		await time.pass();
		expect(journal.cancel("e1").state).toBe("cancelled");
		expect(store.bytes("e1")).toBeUndefined();
		await time.pass(3_600_000);
		expect(printer.sent).toEqual([]);
		expect(reasonOf(() => journal.cancel("e1"))).toBe("print.already-gone");
	});

	it("keeps a label whose printer is gone, and sends it when the printer is back", async () => {
		const printers: Parameters<typeof rig>[0] = {};
		const printer = scriptedPrinter();
		const { label, time, journal } = start(printers);
		label("a");
		await time.pass();
		expect(journal.find("e1")).toMatchObject({ state: "failed", reason: "no-printer" });
		printers["p"] = printer.port;
		journal.retry("e1");
		await time.pass();
		expect(printer.sent).toEqual(["a"]);
		expect(reasonOf(() => journal.retry("e1"))).toBe("print.not-failed");
	});

	it("treats an adapter that throws as one that may have sent", async () => {
		const broken = { send: () => Promise.reject(new Error("boom")), status: async () => ({ state: "ready" as const }) };
		const { label, time, journal } = start({ p: broken });
		label("a");
		await time.pass(3_600_000);
		expect(journal.find("e1")).toMatchObject({ state: "unknown", tries: 1 });
	});

	it("forgets a label with the transaction it was asked in", async () => {
		const printer = scriptedPrinter();
		const { db, label, time, journal } = start({ p: printer.port });
		const give = db.transaction(() => {
			label("never was");
			throw new Error("the command failed");
		});
		expect(give).toThrow("the command failed");
		await time.pass(60_000);
		expect(printer.sent).toEqual([]);
		expect(journal.listRecent(10)).toEqual([]);
	});

	it("survives a disk that cannot be written to after the label went out", async () => {
		const printer = scriptedPrinter();
		const { label, time, journal, store } = start({ p: printer.port });
		const change = store.change.bind(store);
		let full = true;
		store.change = (id, from, to) => {
			if (full && from === "sending") throw new Error("disk full");
			return change(id, from, to);
		};
		label("a");
		await time.pass(20_000);
		expect(journal.find("e1")?.state).toBe("sending");
		full = false;
		await time.pass(60_000);
		expect(printer.sent).toEqual(["a"]);
		expect(journal.find("e1")?.state).toBe("confirmed");
	});

	it("notes papers made as PDF without bytes", () => {
		const { journal, store } = start({});
		const id = journal.noteProduced({ kind: "slip", subject: "order:1", title: "01234 05 000123 7" });
		expect(journal.find(id)).toMatchObject({ state: "produced", kind: "slip" });
		expect(store.bytes(id)).toBeUndefined();
		expect(journal.listBySubject("order:1")).toHaveLength(1);
	});

	it("lets go of bytes once printed and of entries once old, never of open ones", async () => {
		const printer = scriptedPrinter({ outcome: "sent", proof: "status" }, { outcome: "unknown", trouble: "silent" });
		const { label, time, journal, store } = start({ p: printer.port });
		label("done");
		label("in doubt");
		await time.pass(100_000);
		expect(store.bytes("e1")).toBeUndefined();
		expect(store.bytes("e2")).toBeDefined();
		expect(journal.prune(50_000)).toBe(1);
		expect(journal.listRecent(10).map((entry) => entry.id)).toEqual(["e2"]);
	});

	it("stops without starting anything new and waits for what is under way", async () => {
		let finish: (() => void) | undefined;
		const sent: string[] = [];
		const slow = {
			send: ({ bytes }: PrinterJob) =>
				new Promise<{ outcome: "sent"; proof: "status" }>((resolve) => {
					finish = () => {
						sent.push(Buffer.from(bytes).toString());
						resolve({ outcome: "sent", proof: "status" });
					};
				}),
			status: async () => ({ state: "ready" as const }),
		};
		const { label, time, journal } = start({ p: slow });
		label("a");
		label("b");
		await time.pass();
		const stopping = journal.stop();
		finish?.();
		await stopping;
		await time.pass(60_000);
		expect(sent).toEqual(["a"]);
		expect(journal.find("e2")?.state).toBe("queued");
	});

	it("breaks off what does not end when the workstation stops, and puts it back", async () => {
		const stuck = {
			send: (_: PrinterJob, signal: AbortSignal) =>
				new Promise<{ outcome: "not-sent"; trouble: "cancelled" }>((resolve) => {
					signal.addEventListener("abort", () => resolve({ outcome: "not-sent", trouble: "cancelled" }));
				}),
			status: async () => ({ state: "ready" as const }),
		};
		const { label, time, journal } = start({ p: stuck });
		label("a");
		await time.pass();
		const stopping = journal.stop();
		await time.pass(3_000);
		await stopping;
		expect(journal.find("e1")).toMatchObject({ state: "queued", reason: "cancelled" });
	});
});
