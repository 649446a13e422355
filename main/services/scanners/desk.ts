/**
 * The scanners of this PC: their settings, and what they read on its way to the screens. Started after the core is
 * ready, stopped with it; without drivers (a story being lived for the demo, tests) nothing is read. Scans are passed
 * on, never looked into and never logged.
 */
import type { LocalRows } from "../../../db/queries/local.ts";
import { flawedScanText } from "../../../domain/code/scan.ts";
import type { Reason } from "../../../domain/errors.ts";
import type { Push } from "../../../preload/contract/host.ts";
import { type ScannerSettings, scannerSettings } from "../../../preload/contract/scanners.ts";
import { createScannerHub, type ScannerDrivers, type ScannerHub } from "../../devices/scanner/hub.ts";
import { defaultRepeatMs } from "../../devices/scanner/repeats.ts";
import type { DeviceScan, ScannerStatus } from "../../devices/scanner/scan.ts";
import type { SerialPortInfo } from "../../devices/scanner/serial/serial-port.ts";
import type { Ports } from "../../ports.ts";

export const scannersSetting = "scanners";

export type ScannerDesk = {
	settings(): ScannerSettings;
	/** Keeps them and lets the scanners follow. */
	replace(settings: ScannerSettings): Promise<void>;
	list(): ScannerStatus[];
	trouble(): Reason | undefined;
	ports(): Promise<SerialPortInfo[]>;
	/** Returns at once; scanners are opened in the background. */
	start(): void;
	stop(): Promise<void>;
};

export function createScannerDesk(
	local: LocalRows,
	ports: Ports,
	push: (p: Push) => void,
	drivers: ScannerDrivers | undefined,
): ScannerDesk {
	const { clock, timers, log } = ports;
	let hub: ScannerHub | undefined;
	let cancelStart = () => {};

	function settings(): ScannerSettings {
		const kept = scannerSettings.safeParse(local.setting(scannersSetting));
		return kept.success ? kept.data : { serial: [], repeatMs: defaultRepeatMs };
	}

	return {
		settings,
		async replace(next) {
			local.setSetting(scannersSetting, next);
			await hub?.configure(next);
		},
		list: () => hub?.list() ?? [],
		trouble: () => hub?.trouble(),
		ports: async () => (await drivers?.serial())?.list() ?? [],
		start() {
			if (!drivers || hub) return;
			const made = createScannerHub({
				...{ drivers, clock, timers, log, settings: settings() },
				scan: (scan) => push({ type: "scan", text: textOf(scan), source: scan.source }),
				changed: () => push({ type: "devices" }),
			});
			hub = made;
			cancelStart = timers.after(0, made.start);
		},
		async stop() {
			cancelStart();
			await hub?.stop();
			hub = undefined;
		},
	};
}

/** With its AIM prefix, as a scanner that types would send it; one that can't be used says so in its text. */
function textOf({ aim, text, flaw }: DeviceScan): string {
	return flaw === undefined ? aim + text : flawedScanText[flaw];
}
