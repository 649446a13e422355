/**
 * Entry of `npm run restore -- --from=DIR --data=NEWDIR [--code=…] [--station=N]`: brings a backup into an empty folder
 * with the recovery sheet. Asks on the terminal for what was left out. The last line on stdout is one JSON object.
 */

import { join, resolve } from "node:path";
import { createInterface } from "node:readline/promises";
import { parseArgs } from "node:util";
import { backupBytes, type FoundBackup, listBackups, nextStation, photoCount } from "../../db/backup/manifest.ts";
import { restoreBackup } from "../../db/backup/restore.ts";
import { readMigrations } from "../../db/migrate.ts";
import { parseRecovery } from "../../domain/code/recovery.ts";
import { Refusal, refuse } from "../../domain/errors.ts";
import { createKeyFile } from "../adapters/key-file.ts";
import { systemPorts } from "../adapters/ports.ts";
import { restoreSentence } from "../adapters/restore-sentence.ts";
import { unlockMaster } from "../vault/recovery.ts";

const root = join(import.meta.dirname, "../..");
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const say = (line: string) => console.error(line);

// Whatever this process writes is its owner's alone (Windows: the profile folder already is).
process.umask(0o077);

type Ask = (question: string) => Promise<string>;

function chooseBackup(from: string): FoundBackup {
	const [newest] = listBackups(resolve(from));
	return newest ?? refuse("not-found", "restore.no-manifest");
}

function parseStation(text: string): number {
	const number = Number(text);
	if (!Number.isInteger(number) || number < 1 || number > 99) refuse("invalid-input", "restore.station-range");
	return number;
}

async function run(ask: Ask): Promise<void> {
	const text = { type: "string" } as const;
	const { values } = parseArgs({ options: { from: text, data: text, code: text, station: text } });
	const from = values.from ?? (await ask("备份文件夹 Backup folder: "));
	const { dir, manifest } = chooseBackup(from);
	const { centreName, code } = manifest.store;
	say(`${centreName} ${code} · ${new Date(manifest.madeAt).toISOString()}`);
	say(`记录 Events ${manifest.events} · 照片 Photos ${photoCount(manifest)} · ${backupBytes(manifest)} bytes`);
	const to = resolve(values.data ?? (await ask("新的空文件夹 New, empty folder: ")));
	const secret = parseRecovery(values.code ?? (await ask("恢复码（恢复单上的 8 组） Recovery code (8 groups): ")));
	const next = nextStation(manifest.stations);
	const station =
		values.station ?? (values.code === undefined ? await ask(`工作站编号 Station number [${next}]: `) : "");
	const ports = systemPorts(quiet);
	say("正在核对每一个文件… Checking every file …");
	const { events, photos, epoch } = await restoreBackup({
		from: dir,
		to,
		part: `${to}.part`,
		stationNumber: station === "" ? next : parseStation(station),
		shipped: readMigrations(join(root, "db", "migrations")),
		unlock: (locked) => unlockMaster(secret, locked),
		saveKey: (key, folder) => createKeyFile(folder).save(key),
		ports: { now: ports.clock.now, mono: ports.clock.mono, uuid: ports.ids.uuid },
	});
	say(`恢复完成。启动： Restored. Start it with:  npm start -- --data=${to}`);
	console.log(JSON.stringify({ restored: true, data: to, events, photos, epoch }));
}

const terminal = createInterface({ input: process.stdin });
const lines = terminal[Symbol.asyncIterator]();
/** Answers may also be piped in, one a line. */
const ask: Ask = async (question) => {
	process.stderr.write(question);
	const { value, done } = await lines.next();
	return done ? refuse("cancelled", "restore.no-answer") : value.trim();
};
try {
	await run(ask);
} catch (cause) {
	console.error(cause instanceof Refusal ? restoreSentence(cause) : String(cause));
	process.exitCode = 1;
} finally {
	terminal.close();
}
