/** Foreign errors of SQLite and the file system, translated once, at this edge. */
import { type Reason, Refusal } from "../domain/errors.ts";

const byCode: Record<string, ["storage-full" | "storage-damaged" | "device-busy", Reason]> = {
	SQLITE_FULL: ["storage-full", "storage.full"],
	// No room for the index SQLite keeps beside its log.
	SQLITE_IOERR_SHMSIZE: ["storage-full", "storage.full"],
	ENOSPC: ["storage-full", "storage.full"],
	EDQUOT: ["storage-full", "storage.full"],
	SQLITE_READONLY: ["storage-damaged", "storage.read-only"],
	EROFS: ["storage-damaged", "storage.read-only"],
	EACCES: ["storage-damaged", "storage.read-only"],
	EPERM: ["storage-damaged", "storage.read-only"],
	SQLITE_CANTOPEN: ["storage-damaged", "storage.cannot-open"],
	SQLITE_CORRUPT: ["storage-damaged", "storage.damaged"],
	SQLITE_NOTADB: ["storage-damaged", "storage.damaged"],
	SQLITE_IOERR: ["storage-damaged", "storage.io"],
	SQLITE_BUSY: ["device-busy", "storage.busy"],
};

/** A Refusal for a storage error, the error itself when it is none. */
export function translateStorageError(error: unknown): unknown {
	if (error instanceof Refusal || !(error instanceof Error)) return error;
	const code = (error as { code?: unknown }).code;
	if (typeof code !== "string") return error;
	const base = byCode[code] ?? byCode[code.split("_").slice(0, 2).join("_")];
	return base ? new Refusal(base[0], base[1]) : error;
}

/** Runs `work`, throwing translated storage errors. */
export function withStorageErrors<T>(work: () => T): T {
	try {
		return work();
	} catch (error) {
		throw translateStorageError(error);
	}
}
