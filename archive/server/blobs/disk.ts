/** {@link FileStorePort} on a disk of this machine, or one that all instances share. */
import { createReadStream, createWriteStream, mkdirSync } from "node:fs";
import { mkdir, open, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { FileStore } from "@tus/file-store";
import type { FileStorePort } from "./files.ts";

/** An upload nobody went on with for that long is swept. */
const uploadLifeMs = 7 * 24 * 3_600_000;

async function sync(path: string): Promise<void> {
	const file = await open(path, "r+");
	try {
		await file.sync();
	} finally {
		await file.close();
	}
}

/** `dir` is made when it is missing. Names are relative, with `/` between their parts. */
export function createDiskFiles(dir: string): FileStorePort {
	const incoming = join(dir, "incoming");
	mkdirSync(incoming, { recursive: true, mode: 0o700 });
	const path = (name: string) => join(dir, "kept", ...name.split("/"));
	const uploads = new FileStore({ directory: incoming, expirationPeriodInMilliseconds: uploadLifeMs });

	async function moveIn(from: string, name: string): Promise<void> {
		await sync(from);
		await mkdir(dirname(path(name)), { recursive: true, mode: 0o700 });
		await rename(from, path(name));
	}

	return {
		async size(name) {
			const found = await stat(path(name)).catch(() => undefined);
			return found?.size;
		},
		read: (name, range) => createReadStream(path(name), range && { start: range.first, end: range.last }),
		async write(name, from) {
			const part = join(incoming, `${name.replaceAll("/", "_")}.part`);
			try {
				await pipeline(from, createWriteStream(part, { mode: 0o600 }));
				await moveIn(part, name);
			} catch (error) {
				await rm(part, { force: true });
				throw error;
			}
		},
		remove: (name) => rm(path(name), { force: true }),
		uploads,
		readUpload: (id) => uploads.read(id),
		async keepUpload(id, name) {
			await moveIn(join(incoming, id), name);
			await uploads.configstore.delete(id);
		},
	};
}
