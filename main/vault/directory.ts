/**
 * Names and phone numbers in memory only, decrypted after the core is ready, so that search and lists can use them
 * without any projection holding them. Kept current by the log's commits.
 */

import type { Reader } from "../../db/open.ts";
import type { EventReader } from "../../db/queries/events.ts";
import type { CustomerPersonal } from "../../domain/customer/customer.ts";
import { lockedMask } from "../../domain/mask/mask.ts";
import type { Timers } from "../ports.ts";
import type { Vault } from "./vault.ts";

export type DirectoryEntry = { id: string; name: string; phone: string; folded: string };

export type Directory = {
	/** Opens on demand what is not loaded yet; a locked one shows as such. Undefined: no such subject, erased, or nothing told. */
	find(subjectId: string): DirectoryEntry | undefined;
	/** Subjects whose name contains, or whose phone ends with or contains, the text; newest first, at most `limit`. */
	search(text: string, limit: number): DirectoryEntry[];
	refresh(subjectId: string): void;
	/** What is locked leaves the memory, what is not comes back and is shown to `seen`. Resolves when all were read. */
	reload(seen: (entry: DirectoryEntry) => void): Promise<void>;
	/** Resolves when every subject is in memory. */
	load(): Promise<void>;
	readonly size: number;
};

/** Customers opened at one go: some milliseconds, because a scan made meanwhile waits for the end of more than one. */
const chunk = 40;

export function createDirectory(db: Reader, events: EventReader, vault: Vault, timers: Timers): Directory {
	const entries = new Map<string, DirectoryEntry>();
	const row = db.prepare("SELECT personal_in FROM subjects WHERE id = ? AND erased = 0").pluck();
	const page = db.prepare(
		"SELECT rowid AS at, id, personal_in FROM subjects WHERE rowid > ? AND erased = 0 AND personal_in IS NOT NULL ORDER BY rowid LIMIT ?",
	);

	function read(id: string, eventId: string): DirectoryEntry | undefined {
		const event = events.find(eventId);
		if (vault.isLocked(`subject:${id}`)) return { id, name: lockedMask, phone: lockedMask, folded: "" };
		const personal = event && (vault.open(event) as CustomerPersonal | undefined);
		if (!personal) return undefined;
		const name = personal.name ?? "";
		return { id, name, phone: personal.phone ?? "", folded: name.toLowerCase() };
	}

	function refresh(id: string): void {
		const eventId = row.get(id) as string | null | undefined;
		const entry = eventId ? read(id, eventId) : undefined;
		entries.delete(id);
		if (entry) entries.set(id, entry);
	}

	function loadFrom(at: number, seen?: (entry: DirectoryEntry) => void): Promise<void> {
		// The workstation was stopped between two chunks.
		if (!db.open) return Promise.resolve();
		const rows = page.all(at, chunk) as { at: number; id: string; personal_in: string }[];
		for (const { id, personal_in } of rows) {
			const entry = entries.has(id) ? undefined : read(id, personal_in);
			if (entry) entries.set(id, entry);
			const known = entries.get(id);
			if (known) seen?.(known);
		}
		const last = rows.at(-1);
		if (!last || rows.length < chunk) return Promise.resolve();
		return new Promise((resolve) => timers.after(0, () => void loadFrom(last.at, seen).then(resolve)));
	}

	return {
		find(id) {
			if (!entries.has(id) || vault.isLocked(`subject:${id}`)) refresh(id);
			return entries.get(id);
		},
		search(text, limit) {
			const wanted = text.trim().toLowerCase();
			if (wanted === "") return [];
			const digits = /^\+?[\d\s-]{2,}$/.test(wanted) ? wanted.replace(/[\s+-]/g, "") : "";
			const hits: DirectoryEntry[] = [];
			for (const entry of entries.values()) {
				const hit = digits === "" ? entry.folded.includes(wanted) : entry.phone.includes(digits);
				if (hit && !vault.isLocked(`subject:${entry.id}`)) hits.push(entry);
			}
			return hits.slice(-limit).reverse();
		},
		refresh,
		reload(seen) {
			entries.clear();
			return loadFrom(0, seen);
		},
		load: () => loadFrom(0),
		get size() {
			return entries.size;
		},
	};
}
