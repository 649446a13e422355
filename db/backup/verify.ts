/**
 * Proves a backup: every file has its size and hash, the database is sound to its last page, every chain holds from
 * its first event to its head. Called on each backup just made, and before a restore.
 */
import { statSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { refuse } from "../../domain/errors.ts";
import { type ChainLink, chainFaults, chainPlace, eventHash } from "../../domain/event/chain.ts";
import type { WeltEvent } from "../../domain/event/event.ts";
import { sha256 } from "../log.ts";
import { hashFile } from "./files.ts";
import { databaseName, type Manifest, readManifest } from "./manifest.ts";

export type Report = (done: number, total: number) => void;

type Row = { dev: string; epoch: number; seq: number; hash: Buffer; text: string };

/** `partial` 1: of other stores, whose chains are here in parts. */
function* links(db: Database.Database, partial: 0 | 1): Generator<ChainLink> {
	const rows = db
		.prepare(
			`SELECT c.dev, c.epoch, e.seq, e.hash, e.text FROM event e JOIN chain c ON c.n = e.chain
			WHERE c.partial = ? ORDER BY e.chain, e.seq`,
		)
		.iterate(partial) as IterableIterator<Row>;
	for (const row of rows) {
		const { prev } = JSON.parse(row.text) as WeltEvent;
		yield { ...row, hash: row.hash.toString("hex"), prev };
	}
}

/** Refuses `backup.check-failed` with what failed. The file must not be in use. */
export function verifyDatabase(path: string, events: number): void {
	const db = new Database(path, { readonly: true, fileMustExist: true });
	try {
		const faults = db.pragma("integrity_check(1)", { simple: true });
		if (faults !== "ok") refuse("storage-damaged", "backup.check-failed", { what: "pages" });
		const broken = db.pragma("foreign_key_check") as unknown[];
		if (broken.length > 0) refuse("storage-damaged", "backup.check-failed", { what: "links" });
		for (const fault of chainFaults(sha256, links(db, 0))) {
			refuse("storage-damaged", "backup.check-failed", { what: "chain", at: chainPlace(fault) });
		}
		for (const link of links(db, 1)) {
			if (eventHash(sha256, link.prev, link.text) === link.hash) continue;
			refuse("storage-damaged", "backup.check-failed", { what: "chain", at: chainPlace(link) });
		}
		// A chain cut short at its end has no fault in itself; its head tells.
		const cut = db
			.prepare(
				`SELECT 1 FROM chain c WHERE (NOT c.partial AND c.last_seq <> (SELECT COUNT(*) FROM event e WHERE e.chain = c.n))
				OR (c.last_seq > 0 AND c.last_hash <> (SELECT hash FROM event e WHERE e.chain = c.n AND e.seq = c.last_seq))`,
			)
			.get();
		const count = db.prepare("SELECT COUNT(*) FROM event").pluck().get();
		if (cut || count !== events) refuse("storage-damaged", "backup.check-failed", { what: "events" });
	} finally {
		db.close();
	}
}

/** The manifest of a backup proven good. */
export function verifyBackup(dir: string, report: Report = () => undefined): Manifest {
	const manifest = readManifest(dir);
	manifest.files.forEach((file, at) => {
		const path = join(dir, file.path);
		if (statSync(path, { throwIfNoEntry: false })?.size !== file.bytes) {
			refuse("storage-damaged", "backup.check-failed", { what: "file", file: file.path });
		}
		if (hashFile(path).sha256 !== file.sha256) {
			refuse("storage-damaged", "backup.check-failed", { what: "file", file: file.path });
		}
		report(at + 1, manifest.files.length);
	});
	verifyDatabase(join(dir, databaseName), manifest.events);
	return manifest;
}
