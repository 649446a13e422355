import { join } from "node:path";
import { app, type BrowserWindow, session } from "electron";
import { lockData } from "../adapters/data-lock.ts";
import type { HostOptions } from "../adapters/host-options.ts";
import { type CreateCore, startCore } from "../adapters/host-start.ts";
import { mdnsDiscovery } from "../adapters/lan/discovery.ts";
import type { Ports } from "../ports.ts";
import { offerReload } from "./crash.ts";
import { serveIpc } from "./ipc-host.ts";
import { restrictSession } from "./permissions.ts";
import { watchPower } from "./power.ts";
import { serveScheme } from "./scheme.ts";
import { createSealedKeys } from "./sealed-key.ts";
import { loadScreens, openWindow } from "./window.ts";

export type Opened = { window: BrowserWindow; stop(): Promise<void> };
type Given = { root: string; dir: string; ports: Ports; options: HostOptions };

/**
 * Core, window and the lines between them, once the app is ready. A core that can't start still gets its window,
 * which says why. Refuses when another Welt holds the data folder.
 */
export async function openWorkstation(given: Given, createCore: CreateCore): Promise<Opened> {
	const { root, dir, ports, options } = given;
	const lock = await lockData(dir);
	const keys = createSealedKeys(dir, ports.log);
	const discovery = mdnsDiscovery((why) => ports.log.warn("lan.no-discovery", { why }));
	const { core } = await startCore({ root, dir, ports, keys, options, discovery }, createCore);
	restrictSession(session.defaultSession);
	const window = openWindow({ root, dir: app.getPath("userData"), log: ports.log });
	const caller = { host: "electron", client: `window-${window.webContents.id}` } as const;
	serveScheme({ core, ports, screensDir: join(root, "out/renderer"), caller });
	const stopIpc = serveIpc(core, ports, window.webContents);
	watchPower(core, ports.log, window, () => app.quit());
	offerReload(window, ports.log, () => app.quit());
	await loadScreens(window).catch((cause: unknown) => ports.log.error("page.not-loaded", { message: String(cause) }));
	const stop = async () => {
		stopIpc();
		await core.stop();
		await lock.release();
	};
	return { window, stop };
}
