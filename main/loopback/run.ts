import { join, resolve } from "node:path";
import { openDataFolder } from "../adapters/data-folder.ts";
import { lockData } from "../adapters/data-lock.ts";
import type { HostOptions } from "../adapters/host-options.ts";
import { type CreateCore, startCore } from "../adapters/host-start.ts";
import { createKeyFile } from "../adapters/key-file.ts";
import { systemClock, systemPorts } from "../adapters/ports.ts";
import { createRotatingLog } from "../adapters/rotating-log.ts";
import { type Loopback, serveLoopback } from "./serve.ts";

/** Kept from run to run, so that what a browser remembers for an address stays with it. */
const usualPort = 47_210;

export type Running = { url: string; data: string; trouble: string | undefined; stop(): Promise<void> };

/**
 * Opens the data folder, starts the core and serves it. Storage that can't be used is no failure here: the screens
 * open and say why (`trouble`). Throws when there is no folder, another Welt has it, or the port is taken.
 */
export async function runLoopback(options: HostOptions, root: string, createCore: CreateCore): Promise<Running> {
	const data = openDataFolder(options.data);
	const lock = await lockData(data);
	const echo = (line: string) => console.error(line);
	const ports = systemPorts(createRotatingLog({ dir: join(data, "logs"), clock: systemClock, echo }));
	const { core, trouble } = await startCore({ root, dir: data, ports, keys: createKeyFile(data), options }, createCore);
	const served = { core, ports, screensDir: resolve(root, "out/renderer") };
	const host = await listen(served, options.port).catch(async (cause: unknown) => {
		await core.stop();
		throw cause;
	});
	lock.announce(host.url);
	const stop = async () => {
		await host.close();
		await core.stop();
		await lock.release();
	};
	return { url: host.url, data, trouble, stop };
}

async function listen(served: Parameters<typeof serveLoopback>[0], wanted: number | undefined): Promise<Loopback> {
	if (wanted !== undefined) return serveLoopback(served, wanted);
	return serveLoopback(served, usualPort).catch(() => serveLoopback(served, 0));
}
