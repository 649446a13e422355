import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createKeyFile } from "../../main/adapters/key-file.ts";
import { systemPorts } from "../../main/adapters/ports.ts";
import { type Core, createCore } from "../../main/core.ts";
import { calls } from "../../preload/contract/index.ts";
import { createLoopbackTestHost, quietLog } from "../support/loopback-host.ts";
import { createMemoryHost, type TestHost } from "../support/memory-host.ts";

const rootDir = join(import.meta.dirname, "../..");

let dir: string;
let core: Core;
let hosts: TestHost[];
beforeEach(async () => {
	dir = mkdtempSync(join(tmpdir(), "welt-hosts-"));
	const ports = systemPorts(quietLog);
	core = await createCore({ dir, rootDir, ports, keys: createKeyFile(dir), language: "zh-CN", version: "0" });
	hosts = [createMemoryHost(core), await createLoopbackTestHost(core)];
});
afterEach(async () => {
	for (const host of hosts) await host.close();
	await core.stop();
	rmSync(dir, { recursive: true });
});

/** What differs from one asking to the next. */
const lasting = (answer: unknown) =>
	JSON.parse(JSON.stringify(answer), (key, value) => (key === "correlationId" || key === "nowAt" ? "…" : value));

describe("the workstation behind every host", () => {
	it("answers the same on each", async () => {
		const asked: [string, unknown][] = [
			["workstation.state", {}],
			["workstation.state", { more: 1 }],
			["workstation.state", "text"],
			["setup.defaults", {}],
			["no.such", {}],
			["constructor", {}],
			["__proto__", {}],
			["board.list", {}],
		];
		for (const [name, input] of asked) {
			const [memory, loopback] = await Promise.all(hosts.map((host) => host.bridge.call(name, input)));
			expect(lasting(loopback), name).toEqual(lasting(memory));
		}
	});

	it("lets nobody do anything that needs a person before anyone signed in", async () => {
		const open = new Set(Object.keys(calls).filter((name) => calls[name as keyof typeof calls].access === "anyone"));
		for (const name of Object.keys(calls)) {
			if (open.has(name)) continue;
			const answer = await hosts[1]?.bridge.call(name, {});
			expect(answer?.ok, name).toBe(false);
		}
	});

	it("gives no media to a guess and takes none without a ticket", async () => {
		for (const host of hosts) {
			for (const guess of ["x", "..%2fwelt.db", "welt.db", "0".repeat(64)])
				expect(await host.readMedia(guess)).toBeUndefined();
			expect(await host.bridge.putMedia("guess", new Blob(["x"]))).toMatchObject({ ok: false });
		}
	});
});
