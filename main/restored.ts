/**
 * A restored backup waits beside the empty database until nobody has it open, then moves in. Called by core.ts before it
 * opens the storage; repeating it after a crash is harmless.
 */
import { existsSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { blobsName, databaseName } from "../db/backup/manifest.ts";

export const restoringName = "restoring";
export const restoredName = "restored";

/** Moves `restored/` in, if there is one. The database goes last: while it still waits, the move is not done. */
export function moveRestoredIn(dir: string): void {
	rmSync(join(dir, restoringName), { recursive: true, force: true });
	const waiting = join(dir, restoredName);
	if (existsSync(join(waiting, databaseName))) {
		for (const ending of ["", "-wal", "-shm"]) rmSync(join(dir, databaseName + ending), { force: true });
		if (existsSync(join(waiting, blobsName))) {
			rmSync(join(dir, blobsName), { recursive: true, force: true });
			renameSync(join(waiting, blobsName), join(dir, blobsName));
		}
		renameSync(join(waiting, databaseName), join(dir, databaseName));
	}
	rmSync(waiting, { recursive: true, force: true });
}
