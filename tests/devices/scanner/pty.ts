/**
 * A serial cable made by socat: what is written at one end is read at the other through the system's own terminal code.
 * Ending socat is pulling the plug, starting it again on the same folder is plugging it back in.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { systemPorts } from "../../../main/adapters/ports.ts";
import { systemScanners } from "../../../main/devices/scanner/drivers.ts";
import { createScannerHub, type ScannerHub, type SerialSetup } from "../../../main/devices/scanner/hub.ts";
import type { DeviceScan } from "../../../main/devices/scanner/scan.ts";

export type Cable = {
	/** The end the workstation opens. */
	port: string;
	/** The device's end. */
	far: string;
	/** As the scanner sends it. */
	send(data: string | Uint8Array): Promise<void>;
	unplug(): Promise<void>;
	plug(): Promise<void>;
	dispose(): Promise<void>;
};

export async function createCable(): Promise<Cable> {
	const dir = mkdtempSync(join(tmpdir(), "welt-pty-"));
	const port = join(dir, "scanner");
	const far = join(dir, "device");
	let socat: ChildProcess | undefined;
	let device: FileHandle | undefined;

	async function plug(): Promise<void> {
		const started = spawn("socat", ["-d", "-d", `pty,raw,echo=0,link=${port}`, `pty,raw,echo=0,link=${far}`], {
			stdio: ["ignore", "ignore", "pipe"],
		});
		socat = started;
		let said = "";
		while (!said.includes("starting data transfer loop")) {
			const [chunk] = await once(started.stderr, "data");
			said += String(chunk);
		}
		started.stderr.resume();
		device = await open(far, "r+");
	}

	async function unplug(): Promise<void> {
		const ended = socat && once(socat, "exit");
		socat?.kill();
		await ended;
		socat = undefined;
		await device?.close().catch(() => undefined);
		device = undefined;
	}

	await plug();
	return {
		...{ port, far, plug, unplug },
		async send(data) {
			const bytes = Buffer.from(data);
			for (let at = 0; at < bytes.length; ) {
				const { bytesWritten } = (await device?.write(bytes, at)) ?? { bytesWritten: bytes.length };
				at += bytesWritten;
			}
		},
		async dispose() {
			await unplug();
			rmSync(dir, { recursive: true, force: true });
		},
	};
}

export type PtyRig = {
	hub: ScannerHub;
	scans: DeviceScan[];
	/** Resolves as soon as it holds; looked at after everything the hub says. */
	until(holds: () => boolean): Promise<void>;
};

/** A hub on the real drivers. */
export function createPtyRig(serial: SerialSetup[], repeatMs = 150): PtyRig {
	const silent = { info() {}, warn() {}, error() {} };
	const { clock, timers, log } = systemPorts(silent);
	const scans: DeviceScan[] = [];
	const waiting = new Set<() => void>();
	const stir = () => {
		for (const look of waiting) look();
	};
	const hub = createScannerHub({
		...{ drivers: systemScanners(), settings: { serial, repeatMs } },
		...{ clock, timers, log, changed: stir },
		scan(scan) {
			scans.push(scan);
			stir();
		},
	});
	return {
		...{ hub, scans },
		until: (holds) =>
			new Promise((resolve) => {
				const look = () => {
					if (!holds()) return;
					waiting.delete(look);
					resolve();
				};
				waiting.add(look);
				look();
			}),
	};
}
