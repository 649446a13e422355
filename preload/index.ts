/**
 * The bridge of the desktop app, bundled into one CommonJS file because the sandbox loads nothing else. Gives the
 * screens `window.welt` (a HostBridge) and nothing of Electron: one function per message, no event objects, no ipcRenderer.
 */
import { contextBridge, type IpcRendererEvent, ipcRenderer } from "electron";
import { appOrigin, callChannel, pushChannel } from "./contract/channels.ts";
import type { Envelope } from "./contract/define.ts";
import type { HostBridge, Push } from "./contract/host.ts";

const gone: Envelope<never> = {
	ok: false,
	error: { code: "device-failed", reason: "host.gone", message: "the workstation does not answer", correlationId: "" },
};

const bridge: HostBridge = {
	host: "electron",
	call: (name, input) => ipcRenderer.invoke(callChannel, name, input).catch(() => gone),
	on(listener) {
		const relay = (_event: IpcRendererEvent, push: Push) => listener(push);
		ipcRenderer.on(pushChannel, relay);
		return () => {
			ipcRenderer.off(pushChannel, relay);
		};
	},
	mediaUrl: (handle) => `${appOrigin}/media/${encodeURIComponent(handle)}`,
	async putMedia(ticket, bytes) {
		try {
			const body = await bytes.arrayBuffer();
			const address = `${appOrigin}/media/incoming/${encodeURIComponent(ticket)}`;
			const answer = await fetch(address, { method: "PUT", body });
			return (await answer.json()) as Envelope;
		} catch {
			return gone;
		}
	},
};

contextBridge.exposeInMainWorld("welt", bridge);
