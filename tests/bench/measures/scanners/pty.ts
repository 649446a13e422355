/**
 * Scan to event in the core over a serial line: from handing the bytes to the system's terminal (a socat pair) until the
 * core's push is heard, in a whole core on an empty workstation.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { systemPorts } from "../../../../main/adapters/ports.ts";
import { createCore } from "../../../../main/core.ts";
import { systemScanners } from "../../../../main/devices/scanner/drivers.ts";
import { type Cable, createCable } from "../../../devices/scanner/pty.ts";
import { rootDir } from "../../data.ts";
import { atLeastShare, atMost, percentile, type Result } from "../../result.ts";

const warmUp = 50;
const single = 1_000;
const burst = 10_000;
const silent = { info() {}, warn() {}, error() {} };

export async function measureScannerPty(): Promise<Result[]> {
	const dir = mkdtempSync(join(tmpdir(), "welt-bench-scanner-"));
	const cable = await createCable();
	const core = await createCore({
		...{ dir, rootDir, ports: systemPorts(silent), language: "zh-CN", version: "bench" },
		keys: { load: async () => undefined, save: async () => undefined },
		scanners: systemScanners(),
	});
	try {
		const heard: { text: string; at: number }[] = [];
		let wake = () => {};
		core.subscribe((push) => {
			if (push.type === "scan") heard.push({ text: push.text, at: performance.now() });
			wake();
		});
		const until = async (holds: () => boolean) => {
			while (!holds()) {
				await new Promise<void>((resolve) => {
					wake = resolve;
				});
			}
		};
		const desk = core.app?.scanners;
		await desk?.replace({
			serial: [{ id: "serial:bench", name: "bench", path: cable.port, baud: 115_200, end: "line", pauseMs: 100 }],
			repeatMs: 150,
		});
		await until(() => desk?.list()[0]?.state === "ready");
		const times = await oneByOne(cable, heard, until);
		heard.length = 0;
		const codes = Array.from({ length: burst }, (_, i) => `WP-AB12-${i}`);
		const sent = cable.send(codes.map((code) => `${code}\r\n`).join(""));
		await until(() => heard.length >= burst);
		await sent;
		const inOrder = heard.filter(({ text }, i) => text === codes[i]).length;
		return [
			atMost("scanner-pty-p99", percentile(times, 0.99), "ms", 5),
			atLeastShare("scanner-pty-burst-in-order", inOrder, "scans", burst, "sent", 1),
		];
	} finally {
		await core.stop();
		await cable.dispose();
		rmSync(dir, { recursive: true, force: true });
	}
}

async function oneByOne(
	cable: Cable,
	heard: { at: number }[],
	until: (holds: () => boolean) => Promise<void>,
): Promise<number[]> {
	const times: number[] = [];
	for (let i = 0; i < warmUp + single; i++) {
		const started = performance.now();
		await cable.send(`01234010000${i}\r\n`);
		await until(() => heard.length > i);
		if (i >= warmUp) times.push((heard[i]?.at ?? Number.NaN) - started);
	}
	return times;
}
