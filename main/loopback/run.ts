import { join, resolve } from "node:path";
import { openDataFolder } from "../adapters/data-folder.ts";
import { lockData } from "../adapters/data-lock.ts";
import type { HostOptions } from "../adapters/host-options.ts";
import { createKeyFile } from "../adapters/key-file.ts";
import { systemClock, systemPorts } from "../adapters/ports.ts";
import { createRotatingLog } from "../adapters/rotating-log.ts";
import type { HostCore } from "../host-core.ts";
import type { KeyStore, Ports } from "../ports.ts";
import { createRefusingCore } from "../web/refusing-core.ts";
import { type Loopback, serveLoopback } from "./serve.ts";

/** Kept from run to run, so that what a browser remembers for an address stays with it. */
const usualPort = 47_210;

export type CoreStart = {
	dir: string;
	ports: Ports;
	keys: KeyStore;
	assetsDir: string;
	lang?: "zh-CN" | "en";
	demo?: boolean;
};
export type Running = { url: string; data: string; failure: unknown; stop(): Promise<void> };

/**
 * Opens the data folder, starts the core and serves it. When the core can't start and a screen waits, the screens
 * open all the same and say why (`failure`); without one it throws.
 */
export async function runLoopback(
	options: HostOptions,
	root: string,
	createCore: (start: CoreStart) => Promise<HostCore>,
): Promise<Running> {
	const data = openDataFolder(options.data);
	const lock = await lockData(data);
	const echo = (line: string) => console.error(line);
	const ports = systemPorts(createRotatingLog({ dir: join(data, "logs"), clock: systemClock, echo }));
	const { lang, demo } = options;
	const start = { dir: data, ports, keys: createKeyFile(data), assetsDir: join(root, "assets"), demo };
	let failure: unknown;
	const core = await createCore({ ...start, ...(lang && { lang }) }).catch(async (cause: unknown) => {
		ports.log.error("core.start-failed", { message: String(cause) });
		if (options.headless) {
			await lock.release();
			throw cause;
		}
		failure = cause;
		return createRefusingCore(cause, ports.ids.uuid());
	});
	const served = { core, ports, screensDir: resolve(root, "out/renderer") };
	const host = await listen(served, options.port);
	lock.announce(host.url);
	const stop = async () => {
		await host.close();
		await core.stop();
		await lock.release();
	};
	return { url: host.url, data, failure, stop };
}

async function listen(served: Parameters<typeof serveLoopback>[0], wanted: number | undefined): Promise<Loopback> {
	if (wanted !== undefined) return serveLoopback(served, wanted);
	return serveLoopback(served, usualPort).catch(() => serveLoopback(served, 0));
}
