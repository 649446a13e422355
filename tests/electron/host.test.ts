import { vi } from "vitest";
import type { HostBridge } from "../../preload/contract/host.ts";
import { describeHost } from "../contract/host-suite.ts";
import { page, protocol } from "./fake-electron.ts";
import { openShell, quitShell } from "./open-shell.ts";

vi.mock("electron", () => import("./fake-electron.ts"));

/** The page's own fetch, answered by the shell's scheme handler. */
async function fetchFromPage(address: string, init: RequestInit = {}): Promise<Response> {
	const handler = protocol.handlers.get("app");
	if (!handler) throw new Error("no handler for app://");
	const request = new Request(address, init);
	return handler(Object.assign(request, { initiatorOrigin: "app://welt" }));
}

describeHost("electron", async (core) => {
	await openShell(core);
	vi.stubGlobal("fetch", fetchFromPage);
	vi.resetModules();
	await import("../../preload/index.ts");
	const bridge = page.exposed.welt as HostBridge;
	return {
		bridge,
		async readMedia(handle) {
			const answer = await fetchFromPage(bridge.mediaUrl(handle));
			if (!answer.ok) return undefined;
			return { mime: answer.headers.get("content-type") ?? "", bytes: new Uint8Array(await answer.arrayBuffer()) };
		},
		async close() {
			vi.unstubAllGlobals();
			await quitShell();
		},
	};
});
