/**
 * Whether what stands in the projections was folded by this very program: a newer one knows events that lay unread, has
 * other tables, or folds differently. Used by refold.ts only.
 */
import { createHash } from "node:crypto";
import { folds } from "../domain/concepts.ts";
import type { Writer } from "./open.ts";

/** Raised by hand when a fold or a projection makes other rows of the same events and no event or table says so. */
const revision = 1;
const noteName = "folded-by";

function program(db: Writer): string {
	const hash = createHash("sha256").update(`${revision}`);
	for (const spec of folds.values()) {
		for (const { type, v } of Object.values(spec.events)) hash.update(`|${spec.kind} ${type} ${v}`);
	}
	for (const step of db.prepare("SELECT name FROM migration ORDER BY name").pluck().all()) hash.update(`|${step}`);
	return hash.digest("hex");
}

export function isFoldedByThis(db: Writer): boolean {
	const note = db.prepare("SELECT value FROM settings WHERE name = ?").pluck().get(noteName) as string | undefined;
	return note !== undefined && JSON.parse(note) === program(db);
}

export function noteFolded(db: Writer): void {
	db.prepare("INSERT OR REPLACE INTO settings (name, value) VALUES (?, ?)").run(noteName, JSON.stringify(program(db)));
}
