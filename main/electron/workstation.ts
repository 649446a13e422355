import { join } from "node:path";
import { app, type BrowserWindow, session } from "electron";
import { lockData } from "../adapters/data-lock.ts";
import type { HostOptions } from "../adapters/host-options.ts";
import type { HostCore } from "../host-core.ts";
import type { KeyStore, Ports } from "../ports.ts";
import { createRefusingCore } from "../web/refusing-core.ts";
import { offerReload } from "./crash.ts";
import { serveIpc } from "./ipc-host.ts";
import { restrictSession } from "./permissions.ts";
import { watchPower } from "./power.ts";
import { serveScheme } from "./scheme.ts";
import { createSealedKeys } from "./sealed-key.ts";
import { loadScreens, openWindow } from "./window.ts";

export type CoreStart = {
	dir: string;
	ports: Ports;
	keys: KeyStore;
	assetsDir: string;
	lang?: "zh-CN" | "en";
	demo?: boolean;
};
export type Opened = { window: BrowserWindow; stop(): Promise<void> };
type Given = { root: string; dir: string; ports: Ports; options: HostOptions };

/**
 * Core, window and the lines between them, once the app is ready. A core that can't start still gets its window,
 * which says why. Refuses when another Welt holds the data folder.
 */
export async function openWorkstation(
	given: Given,
	createCore: (start: CoreStart) => Promise<HostCore>,
): Promise<Opened> {
	const { root, dir, ports, options } = given;
	const lock = await lockData(dir);
	const { lang, demo } = options;
	const start = { dir, ports, keys: createSealedKeys(dir, ports.log), assetsDir: join(root, "assets"), demo };
	const core = await createCore({ ...start, ...(lang && { lang }) }).catch((cause: unknown) => {
		ports.log.error("core.start-failed", { message: String(cause) });
		return createRefusingCore(cause, ports.ids.uuid());
	});
	restrictSession(session.defaultSession);
	const window = openWindow({ root, dir: app.getPath("userData"), log: ports.log });
	const caller = { host: "electron", client: `window-${window.webContents.id}` } as const;
	serveScheme({ core, ports, screensDir: join(root, "out/renderer"), caller });
	const stopIpc = serveIpc(core, ports, window.webContents);
	watchPower(core, ports.log, window, () => app.quit());
	offerReload(window, ports.log, () => app.quit());
	await loadScreens(window);
	const stop = async () => {
		stopIpc();
		await core.stop();
		await lock.release();
	};
	return { window, stop };
}
