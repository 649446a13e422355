/**
 * A serial cable made of software: socat's pseudo terminal on our side, a virtual printer behind it. Pulling the plug is
 * ending socat.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, constants, existsSync, mkdtempSync, openSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";

export type Cable = {
	/** What our side opens. */
	path: string;
	unplug(): Promise<void>;
	close(): Promise<void>;
};

const ended = (child: ChildProcess) =>
	new Promise<void>((resolve) => {
		if (child.exitCode !== null || child.signalCode !== null) resolve();
		else child.once("exit", () => resolve());
	});

/** Looks again and again until it holds; ten seconds are an error. */
export async function eventually(holds: () => boolean): Promise<void> {
	const until = performance.now() + 10_000;
	while (!holds()) {
		if (performance.now() > until) throw new Error("it never came true");
		await pause(5);
	}
}

export async function plugIn(printerPort: number): Promise<Cable> {
	const folder = mkdtempSync(join(tmpdir(), "welt-cable-"));
	const path = join(folder, "ttyS-printer");
	const socat = spawn("socat", [`pty,raw,echo=0,link=${path}`, `TCP:127.0.0.1:${printerPort}`], { stdio: "ignore" });
	await eventually(() => existsSync(path));
	// A pseudo terminal nobody has open ends; a cable nobody uses does not.
	const held = openSync(path, constants.O_RDWR | constants.O_NOCTTY | constants.O_NONBLOCK);
	const unplug = async () => {
		socat.kill("SIGKILL");
		await ended(socat);
		rmSync(path, { force: true });
	};
	return {
		path,
		unplug,
		async close() {
			await unplug();
			closeSync(held);
			rmSync(folder, { recursive: true, force: true });
		},
	};
}

/** Another program that holds a port as serial programs do. */
export async function holdPort(path: string): Promise<() => Promise<void>> {
	const child = spawn("flock", ["--nonblock", path, "sh", "-c", "echo held; read end"], {
		stdio: ["pipe", "pipe", "inherit"],
	});
	await createInterface({ input: child.stdout })[Symbol.asyncIterator]().next();
	return async () => {
		child.stdin.end("\n");
		await ended(child);
	};
}
