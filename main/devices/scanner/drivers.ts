/** The scanners of the real machine, for the hosts' start; each native module is loaded once, when something needs it. */
import { loadHidDriver } from "./hid/hid-port.ts";
import type { ScannerDrivers } from "./hub.ts";
import { loadSerialDriver } from "./serial/serial-port.ts";

export function systemScanners(): ScannerDrivers {
	let hid: ReturnType<typeof loadHidDriver> | undefined;
	let serial: ReturnType<typeof loadSerialDriver> | undefined;
	return {
		hid: () => {
			hid ??= loadHidDriver();
			return hid;
		},
		serial: () => {
			serial ??= loadSerialDriver();
			return serial;
		},
	};
}
