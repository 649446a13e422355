import { loadHidDriver } from "../devices/scanner/hid/hid-port.ts";
import type { ScannerDrivers } from "../devices/scanner/hub.ts";
import { loadSerialDriver } from "../devices/scanner/serial/serial-port.ts";

/** The scanners of the real machine; each native module is loaded once, when something first needs it. */
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
