/**
 * What erasing a customer does to this PC, whoever decided it: a person here, another PC of the workshop, the head office.
 * The keys go in the transaction that stores the event; files, and what the database's log and copies may still hold of the
 * keys, right after it, or at the next start when the power was cut in between. Called by build-app.ts only.
 */
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { databaseName } from "../../db/backup/manifest.ts";
import type { Writer } from "../../db/open.ts";
import type { BlobTransfers } from "../../db/queries/exchange/blob-transfers.ts";
import type { KeyRows } from "../../db/queries/keys.ts";
import type { LocalRows } from "../../db/queries/local.ts";
import type { AggId } from "../../domain/event/event.ts";
import type { Ports } from "../ports.ts";
import type { BlobStore } from "./blobs.ts";
import type { Vault } from "./vault.ts";

export type Erasure = {
	/** Inside the transaction that stores `subject.erased`. Twice does no harm. */
	take(subjectId: string): void;
	/** After a commit, and at every start: what transactions can't take back. Tried again by itself while somebody reads. */
	clear(): void;
};

export type ErasureDeps = {
	dir: string;
	writer: Writer;
	ports: Pick<Ports, "clock" | "timers" | "log">;
	keys: KeyRows;
	vault: Vault;
	local: LocalRows;
	blobs: BlobStore;
	transfers: BlobTransfers;
	/** Unfinished work about this customer. */
	forgetDrafts(subjectId: string): void;
};

/** A backup may be reading the file. */
const againMs = 60_000;

export function createErasure(deps: ErasureDeps): Erasure {
	const { dir, writer, ports, keys, vault, local, blobs, transfers } = deps;
	let planned = false;

	/** Copies made before an upgrade hold the keys of their day. */
	function dropOldCopies(): void {
		for (const name of readdirSync(dir)) {
			if (name.startsWith(`${databaseName}.before-`)) rmSync(join(dir, name), { force: true });
		}
	}

	/** The write-ahead log keeps earlier pages until it is cut. False while somebody reads. */
	function cutLog(): boolean {
		writer.pragma("busy_timeout = 0");
		try {
			const [told] = writer.pragma("wal_checkpoint(TRUNCATE)") as { busy: number }[];
			return told?.busy === 0;
		} finally {
			writer.pragma("busy_timeout = 5000");
		}
	}

	function clear(): void {
		if (writer.inTransaction || !writer.open) return;
		const kids = keys.uncleared();
		if (kids.length === 0) return;
		for (const kid of kids) {
			// Heard of before this PC kept account of erased keys.
			vault.erase(kid as AggId, ports.clock.now());
			for (const sha of local.blobsOf(kid)) blobs.discard(sha);
		}
		dropOldCopies();
		if (cutLog()) {
			keys.setCleared(kids);
			ports.log.info("erasure.cleared", { count: kids.length });
		} else if (!planned) {
			planned = true;
			ports.timers.after(againMs, () => {
				planned = false;
				clear();
			});
		}
	}

	return {
		take(subjectId) {
			const kid = `subject:${subjectId}` as const;
			vault.erase(kid, ports.clock.now());
			for (const sha of local.blobsOf(kid)) transfers.remove(sha);
			deps.forgetDrafts(subjectId);
		},
		clear,
	};
}
