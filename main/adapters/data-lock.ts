import { createHash } from "node:crypto";
import { readFileSync, realpathSync, rmSync, statSync, writeFileSync } from "node:fs";
import { connect, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { refuse } from "../../domain/errors.ts";

export type DataLock = {
	/** Tells a second start where this one can be reached. Kept in the data folder, so only its owner can read it. */
	announce(address: string): void;
	release(): Promise<void>;
};

const addressName = "running.json";

/**
 * One workstation per data folder. The lock is a local socket named after the folder itself (device and inode,
 * so that links and mounts don't get round it): the operating system frees it the moment its process is gone,
 * killed or not, and there is no stale file to judge. Refuses with `data.in-use` while another holds it.
 */
export async function lockData(dir: string): Promise<DataLock> {
	const address = socketName(dir);
	const server = (await listen(address)) ?? (await takeOverStale(address));
	if (!server) refuse("conflict", "data.in-use", { address: runningAddress(dir) ?? null });
	return {
		announce: (url) => {
			tryTo(() => writeFileSync(join(dir, addressName), JSON.stringify({ url }), { mode: 0o600 }));
		},
		release: async () => {
			tryTo(() => rmSync(join(dir, addressName), { force: true }));
			await new Promise((done) => server.close(done));
		},
	};
}

/** A full or read-only disk must not stop the workstation from saying so. */
function tryTo(write: () => void): void {
	try {
		write();
	} catch {
		// The lock holds without it.
	}
}

/** Where the workstation that holds the folder can be reached; undefined when it has no address. */
export function runningAddress(dir: string): string | undefined {
	try {
		const told: unknown = JSON.parse(readFileSync(join(dir, addressName), "utf8"));
		return typeof told === "object" && told && "url" in told ? String(told.url) : undefined;
	} catch {
		return undefined;
	}
}

function socketName(dir: string): string {
	const { dev, ino } = statSync(dir, { bigint: true });
	// Network shares may report no inode.
	const identity = ino === 0n ? realpathSync(dir).toLowerCase() : `${dev}:${ino}`;
	const name = `welt-${createHash("sha256").update(identity).digest("hex").slice(0, 32)}`;
	if (process.platform === "win32") return `\\\\.\\pipe\\${name}`;
	// Linux has names without a file, which vanish with their process.
	return process.platform === "linux" ? `\0${name}` : join(tmpdir(), `${name}.sock`);
}

function listen(address: string): Promise<Server | undefined> {
	return new Promise((done, fail) => {
		const server = createServer((caller) => caller.destroy());
		server.once("error", (cause: NodeJS.ErrnoException) =>
			cause.code === "EADDRINUSE" || cause.code === "EACCES" ? done(undefined) : fail(cause),
		);
		server.listen(address, () => done(server.unref()));
	});
}

/** Only where the name is a file (macOS): a socket nobody answers belongs to a killed process. */
async function takeOverStale(address: string): Promise<Server | undefined> {
	if (process.platform === "win32" || process.platform === "linux") return undefined;
	const answered = await new Promise<boolean>((done) => {
		const probe = connect(address);
		probe.once("connect", () => done(true)).once("error", () => done(false));
		probe.once("close", () => probe.destroy());
	});
	if (answered) return undefined;
	rmSync(address, { force: true });
	return listen(address);
}
