/** The archive's ports on a real machine. The one place of the server that reads clocks, chance, timers and files by itself. */
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createDiskFiles } from "../blobs/disk.ts";
import type { ArchivePorts } from "../ports.ts";
import { openPg } from "../sql/pg.ts";

/** uuid, version 7. */
function uuid7(nowMs: number): string {
	const bytes = randomBytes(16);
	bytes.writeUIntBE(nowMs, 0, 6);
	bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
	bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
	const hex = bytes.toString("hex");
	return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** 32 bytes beside the database, readable by its owner only. Without them the archive's keys stay closed. */
export function readSecret(data: string): Uint8Array {
	const path = join(data, "secret");
	mkdirSync(data, { recursive: true, mode: 0o700 });
	if (!existsSync(path)) writeFileSync(path, randomBytes(32).toString("hex"), { mode: 0o600, flag: "wx" });
	const secret = Buffer.from(readFileSync(path, "utf8").trim(), "hex");
	if (secret.length !== 32) throw new TypeError(`${path} is not this archive's secret`);
	return secret;
}

export function realPorts(url: string, data: string, page: string): ArchivePorts {
	const line =
		(level: string) =>
		(event: string, fields: object = {}) =>
			void process.stderr.write(
				`${JSON.stringify({ at: new Date(Date.now()).toISOString(), level, event, ...fields })}\n`,
			);
	return {
		clock: { now: () => Date.now() },
		timers: {
			after(ms, run) {
				const timer = setTimeout(run, ms);
				return () => clearTimeout(timer);
			},
		},
		random: { bytes: (count) => randomBytes(count) },
		ids: { uuid: () => uuid7(Date.now()) },
		log: { info: line("info"), warn: line("warn") },
		sql: openPg(url),
		files: createDiskFiles(join(data, "files")),
		secret: readSecret(data),
		page,
	};
}
