/**
 * The thread a backup is made in. Started by main/services/backup with a BackupOrder; says how far it is and ends with
 * what was made or why not. Being terminated is how it is cancelled: a half-made backup keeps its temporary name.
 */
import { parentPort, workerData } from "node:worker_threads";
import { Refusal } from "../../domain/errors.ts";
import { type BackupOrder, type BackupPart, type MadeBackup, makeBackup } from "./make.ts";
import { rotateBackups } from "./rotate.ts";

export type BackupMessage =
	| { type: "progress"; part: BackupPart; share: number }
	| { type: "made"; made: MadeBackup; removed: number }
	| { type: "failed"; reason: string; message: string };

const byCode: Record<string, string> = {
	ENOSPC: "backup.folder-full",
	EDQUOT: "backup.folder-full",
	SQLITE_FULL: "backup.folder-full",
	EFBIG: "backup.folder-full",
	ENOENT: "backup.folder-missing",
	EROFS: "backup.folder-read-only",
	EACCES: "backup.folder-read-only",
	EPERM: "backup.folder-read-only",
	EIO: "backup.folder-unreachable",
	ENXIO: "backup.folder-unreachable",
	EHOSTDOWN: "backup.folder-unreachable",
	ETIMEDOUT: "backup.folder-unreachable",
};

function reasonOf(error: unknown): string {
	if (error instanceof Refusal) return error.reason;
	const code = (error as { code?: unknown } | undefined)?.code;
	return (typeof code === "string" && byCode[code]) || "backup.failed";
}

async function run(order: BackupOrder): Promise<BackupMessage> {
	let said = "";
	const made = await makeBackup(order, (part, done, total) => {
		const share = total === 0 ? 1 : done / total;
		// One message per hundredth is enough for a bar.
		const now = `${part} ${Math.floor(share * 100)}`;
		if (now === said) return;
		said = now;
		parentPort?.postMessage({ type: "progress", part, share } satisfies BackupMessage);
	});
	const removed = rotateBackups(order.folder, order.dev, order.madeAt).length;
	return { type: "made", made, removed };
}

// Nothing to wait for when it was imported rather than started.
if (parentPort) {
	const answer = await run(workerData as BackupOrder).catch((error: unknown): BackupMessage => {
		const message = error instanceof Error ? error.message : String(error);
		return { type: "failed", reason: reasonOf(error), message };
	});
	parentPort.postMessage(answer);
}
