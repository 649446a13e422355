/** Journals written before a label waited as a picture: every old row keeps its meaning, and what waited still prints. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import { migrate, readMigrations } from "../../db/migrate.ts";
import { openWriter } from "../../db/open.ts";
import { createPrintStore } from "../../db/queries/print-journal.ts";
import { rootDir } from "../support/memory-workstation.ts";

const shipped = readMigrations(join(rootDir, "db", "migrations"));
const before = "0001_search.sql";
const after = "0002_print-options.sql";

let dir = "";
beforeEach(() => {
	dir = mkdtempSync(join(tmpdir(), "welt-migrate-print-"));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

/** id, state, proof, bytes: as the version before wrote them. */
const rows: [string, string, string | null, string | null][] = [
	["waits", "queued", null, "^XA^XZ"],
	["interrupted", "sending", null, "^XA^FDa^FS^XZ"],
	["asked", "unknown", null, "^XA^FDb^FS^XZ"],
	["said-so", "sent", "status", null],
	["person-saw", "sent", "person", null],
	["closed", "sent", "close", null],
	["handed-over", "sent", "handed-over", null],
	["failed", "failed", null, "^XA^FDc^FS^XZ"],
	["dropped", "cancelled", null, null],
	["paper", "produced", null, null],
];

test("old rows of the print journal come over", () => {
	const path = join(dir, "welt.db");
	const db = openWriter(path);
	migrate(db, shipped, { path, nowMs: 0, stopAfter: before });
	const add = db.prepare(
		`INSERT INTO print_journal (id, seq, printer_id, kind, subject, title, state, tries, reason, proof, person_id, reprint_of, bytes, asked_at, changed_at, not_before)
		VALUES (?, ?, 'p', 'piece-label', 'order:1', '01234 05 000123 7', ?, 1, NULL, ?, 'me', NULL, ?, 1, 2, 3)`,
	);
	rows.forEach(([id, state, proof, bytes], at) => {
		add.run(id, at + 1, state, proof, bytes === null ? null : gzipSync(bytes));
	});
	expect(migrate(db, shipped, { path, nowMs: 0, stopAfter: after })).toEqual([after]);

	const store = createPrintStore(db);
	const states = Object.fromEntries(rows.map(([id]) => [id, store.find(id)?.state]));
	expect(states).toEqual({
		...Object.fromEntries(rows.map(([id, state]) => [id, state])),
		"said-so": "confirmed",
		"person-saw": "confirmed",
	});
	for (const [at, [id, , proof, bytes]] of rows.entries()) {
		const text = store.bytes(id);
		expect(text && Buffer.from(text).toString()).toBe(bytes ?? undefined);
		expect(store.find(id)).toMatchObject({
			...{ seq: at + 1, printerId: "p", kind: "piece-label", subject: "order:1", title: "01234 05 000123 7" },
			...{ tries: 1, proof, personId: "me", reprintOf: null, askedAt: 1, changedAt: 2, notBefore: 3 },
			// Finished bytes for the printer, no paper.
			...{ form: "finished", options: null },
		});
	}
	expect(store.next("p")?.id).toBe("waits");
	expect(db.pragma("integrity_check", { simple: true })).toBe("ok");
	db.close();
});
