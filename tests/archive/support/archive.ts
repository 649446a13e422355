/** The real archive on a real database, reached through its routes without a port. */
import { randomBytes, randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createDiskFiles } from "../../../archive/server/blobs/disk.ts";
import { addBrand } from "../../../archive/server/gate/enrol.ts";
import type { ArchivePorts } from "../../../archive/server/ports.ts";
import { type ArchiveServer, createArchive } from "../../../archive/server/server.ts";
import { openPg } from "../../../archive/server/sql/pg.ts";
import { startPostgres } from "./postgres.ts";

export type TestArchive = ArchiveServer & { /** Moves by hand. */ clock: { at: number }; brands: string[] };

/** On a PostgreSQL of its own, which ends with it. */
export async function openArchive(): Promise<TestArchive> {
	const database = await startPostgres();
	const archive = await startArchive(database.url);
	return {
		...archive,
		async stop() {
			await archive.stop();
			await database.stop();
		},
	};
}

export async function startArchive(url: string, more: Partial<ArchivePorts> = {}): Promise<TestArchive> {
	const dir = mkdtempSync(join(tmpdir(), "welt-archive-"));
	const clock = { at: Date.UTC(2026, 10, 22, 8) };
	const ports: ArchivePorts = {
		clock: { now: () => clock.at },
		timers: { after: () => () => undefined },
		random: { bytes: (count) => randomBytes(count) },
		ids: { uuid: () => randomUUID() },
		log: { info: () => undefined, warn: () => undefined },
		sql: openPg(url),
		files: createDiskFiles(dir),
		secret: Buffer.alloc(32, 7),
		page: "https://archive.example/s",
		...more,
	};
	const server = await createArchive(ports);
	const brands = [randomUUID(), randomUUID()];
	for (const [index, brand] of brands.entries()) await addBrand(server.archive, brand, `品牌${index + 1}`);
	return {
		...server,
		clock,
		brands,
		async stop() {
			await server.stop();
			rmSync(dir, { recursive: true, force: true });
		},
	};
}
