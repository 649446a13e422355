import { type IpcMainInvokeEvent, ipcMain, type WebContents } from "electron";
import { appOrigin, callChannel, pushChannel } from "../../preload/contract/channels.ts";
import type { Envelope } from "../../preload/contract/define.ts";
import type { HostCore } from "../host-core.ts";
import type { Ports } from "../ports.ts";
import { lineFailure } from "../web/line-failure.ts";
import { maxCallBytes } from "../web/media-answer.ts";

/**
 * Carries the core over Electron's IPC. Every message is checked for where it comes from: only the top frame of
 * `page`, showing our own origin, is heard. Answers the function that stops carrying.
 */
export function serveIpc(core: HostCore, ports: Pick<Ports, "ids" | "log">, page: WebContents): () => void {
	const caller = { host: "electron", client: `window-${page.id}` } as const;
	ipcMain.handle(callChannel, async (event, name: unknown, input: unknown): Promise<Envelope> => {
		const correlationId = ports.ids.uuid();
		if (!isOurs(event, page)) {
			ports.log.warn("host.refused", { why: "foreign sender", correlationId });
			return lineFailure("forbidden", "host.foreign-sender", correlationId);
		}
		const text = asJson(input);
		if (typeof name !== "string" || text === undefined) {
			return lineFailure("invalid-input", "host.not-json", correlationId);
		}
		if (Buffer.byteLength(text) > maxCallBytes) return lineFailure("invalid-input", "host.too-large", correlationId);
		return core.dispatch(name, JSON.parse(text), caller);
	});
	const stop = core.subscribe((push) => {
		if (!page.isDestroyed()) page.send(pushChannel, push);
	});
	return () => {
		stop();
		ipcMain.removeHandler(callChannel);
	};
}

function isOurs(event: IpcMainInvokeEvent, page: WebContents): boolean {
	const frame = event.senderFrame;
	return frame !== null && event.sender === page && frame.parent === null && isOurAddress(frame.url);
}

/** True for a page of ours. The whole scheme and host must match; "app://welt.evil" is another host. */
export function isOurAddress(address: string): boolean {
	if (!URL.canParse(address)) return false;
	const { protocol, host } = new URL(address);
	return `${protocol}//${host}` === appOrigin;
}

/** Structured clone carries more than JSON; a call may not. Nothing said is an empty object, as over HTTP. */
function asJson(input: unknown): string | undefined {
	try {
		return JSON.stringify(input ?? {});
	} catch {
		return undefined;
	}
}
