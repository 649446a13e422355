import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { CoreOptions } from "../core.ts";
import { systemScanners } from "../devices/scanner/drivers.ts";
import type { HostCore } from "../host-core.ts";
import type { KeyStore, Ports } from "../ports.ts";
import type { Discovery } from "../sync/lan/link.ts";
import { createRefusingCore } from "../web/refusing-core.ts";
import type { HostOptions } from "./host-options.ts";
import { createHttpLine } from "./http-line.ts";
import { alsoOnThisPc, tcpLinks } from "./lan/tcp-links.ts";
import { keepHeapSmall } from "./memory.ts";

export type CreateCore = (options: CoreOptions) => Promise<HostCore>;

export type Started = {
	core: HostCore;
	/** Why the core takes no work; the screens open all the same and say it. Undefined when it does. */
	trouble: string | undefined;
};

type Given = {
	root: string;
	dir: string;
	ports: Ports;
	keys: KeyStore;
	options: HostOptions;
	/** The desktop app finds its siblings by itself. */
	discovery?: Discovery;
};

/** Starts the core the same way on every host, and makes the demo workshop when asked for on an empty folder. */
export async function startCore(given: Given, createCore: CreateCore): Promise<Started> {
	const { root, dir, ports, keys, options, discovery } = given;
	keepHeapSmall();
	const language = options.lang ?? "zh-CN";
	try {
		const version = readVersion(root);
		const lan = discovery ? { links: tcpLinks, discovery } : { links: alsoOnThisPc };
		const devices = { scanners: systemScanners(), line: createHttpLine, lan };
		const core = await createCore({ dir, rootDir: root, ports, keys, language, version, ...devices });
		const state = await phaseOf(core);
		if (options.demo && state.phase === "set-up") await core.dispatch("setup.demo", { language }, byHost);
		return { core, trouble: state.phase === "broken" ? (state.reason ?? "host.start-failed") : undefined };
	} catch (cause) {
		ports.log.error("core.start-failed", { message: cause instanceof Error ? cause.stack : String(cause) });
		return { core: createRefusingCore(cause, ports.ids.uuid()), trouble: "host.start-failed" };
	}
}

const byHost = { host: "memory", client: "start" } as const;

async function phaseOf(core: HostCore): Promise<{ phase?: string; reason?: string | null }> {
	const answer = await core.dispatch("workstation.state", {}, byHost);
	return answer.ok ? (answer.value as { phase?: string; reason?: string | null }) : {};
}

function readVersion(root: string): string {
	const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
	return version;
}
