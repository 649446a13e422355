import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { HostCore } from "../../main/host-core.ts";
import type { Push } from "../../preload/contract/host.ts";
import type { TestHost } from "../support/memory-host.ts";
import { createSampleCore, type SampleCore } from "./sample-core.ts";

const megabyte = 1024 * 1024;

/** What every host does alike, whatever wire it has. Run once per host. */
export function describeHost(name: string, open: (core: HostCore) => Promise<TestHost>): void {
	describe(`host: ${name}`, () => {
		let core: SampleCore;
		let host: TestHost;
		beforeEach(async () => {
			core = createSampleCore();
			host = await open(core);
		});
		afterEach(() => host.close());

		it("carries a call in and its answer out, unchanged", async () => {
			const input = { 客户: "王女士", list: [1, null, "a\u0000b\u2028"], deep: { on: true } };
			expect(await host.bridge.call("sample.echo", input)).toEqual({ ok: true, value: input });
			expect(core.heard).toHaveLength(1);
			expect(core.heard[0]?.caller.host).toBe(name);
		});

		it("takes a call without input for an empty one", async () => {
			expect(await host.bridge.call("sample.echo", undefined)).toEqual({ ok: true, value: {} });
		});

		it("answers an unknown call and a refused input with an envelope", async () => {
			const unknown = await host.bridge.call("no.such", {});
			expect(unknown).toMatchObject({ ok: false, error: { code: "not-found", reason: "call.unknown" } });
			const refused = await host.bridge.call("sample.strict", { odd: 1 });
			expect(refused).toMatchObject({ ok: false, error: { code: "invalid-input" } });
		});

		it("refuses an oversized call before it reaches the core, and works on", async () => {
			const answer = await host.bridge.call("sample.echo", { text: "x".repeat(megabyte + 1) });
			expect(answer).toMatchObject({ ok: false, error: { code: "invalid-input", reason: "host.too-large" } });
			expect(core.heard).toHaveLength(0);
			expect(await host.bridge.call("sample.echo", { a: 1 })).toMatchObject({ ok: true });
		});

		it("carries a large answer", async () => {
			expect(await host.bridge.call("sample.large", {})).toEqual({ ok: true, value: "维".repeat(300_000) });
		});

		it("carries many calls at once, each to its own caller", async () => {
			const turns = await Promise.all(Array.from({ length: 20 }, () => host.bridge.call("count.next", {})));
			const values = turns.map((turn) => (turn.ok ? Number(turn.value) : 0)).sort((a, b) => a - b);
			expect(values).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
		});

		it("delivers pushes in order to every listener until it stops listening", async () => {
			const first: Push[] = [];
			const second: Push[] = [];
			const arrived = new Promise<void>((done) => {
				host.bridge.on((push) => {
					first.push(push);
					if (push.type === "session") done();
				});
			});
			const stop = host.bridge.on((push) => second.push(push));
			stop();
			core.push({ type: "changed", aggs: ["job:1"] });
			core.push({ type: "session" });
			await arrived;
			expect(first).toEqual([{ type: "changed", aggs: ["job:1"] }, { type: "session" }]);
			expect(second).toEqual([]);
		});

		it("takes bytes for a ticket and gives them back behind the handle", async () => {
			const bytes = Uint8Array.from({ length: 300_000 }, (_, at) => at % 251);
			const taken = await host.bridge.putMedia("ticket-1", new Blob([bytes]));
			expect(taken).toEqual({ ok: true, value: { handle: "photo-1" } });
			const read = await host.readMedia("photo-1");
			expect(read?.mime).toBe("image/jpeg");
			expect(Buffer.compare(read?.bytes ?? new Uint8Array(), bytes)).toBe(0);
			expect(await host.readMedia("photo-2")).toBeUndefined();
		});

		it("refuses bytes over 8 MB before they reach the core, and works on", async () => {
			const taken = await host.bridge.putMedia("ticket-1", new Blob([new Uint8Array(8 * megabyte + 1)]));
			expect(taken).toMatchObject({ ok: false, error: { code: "invalid-input", reason: "host.too-large" } });
			expect(core.stored.size).toBe(0);
			const whole = await host.bridge.putMedia("ticket-1", new Blob([new Uint8Array(8 * megabyte)]));
			expect(whole).toMatchObject({ ok: true });
		});

		it("refuses bytes without a ticket", async () => {
			const taken = await host.bridge.putMedia("anything", new Blob(["x"]));
			expect(taken).toMatchObject({ ok: false, error: { code: "not-found" } });
		});
	});
}
