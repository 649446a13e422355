/**
 * One HID POS scanner that is plugged in: opened, switched to reading where its maker wants that, its reports put
 * together into scans. Made by hid-finder.ts when the device is found; ends with the device.
 */
import type { Clock, Timers } from "../../../ports.ts";
import { decodeScan } from "../decode.ts";
import type { DeviceScan, ScannerEvents } from "../scan.ts";
import { makerSymbology, symbologyOf } from "../symbology.ts";
import type { HidInfo, HidPort } from "./hid-port.ts";
import { createHidPosAssembler, type HidPosMessage, staleMs } from "./hid-pos.ts";

/** Honeywell's and Youjie's scanners send nothing until they are told that somebody listens. */
const wantsEnabling = new Set([0x0c2e, 0x23d0]);
const enableReport = [254, 1];

export type HidScanner = { close(): Promise<void> };

export type HidScannerOptions = {
	id: string;
	info: HidInfo;
	port: HidPort;
	clock: Clock;
	timers: Timers;
	events: ScannerEvents;
	/** The device ended; it is closed already. */
	gone(): void;
};

export async function startHidScanner(options: HidScannerOptions): Promise<HidScanner> {
	const { id, info, port, clock, timers, events } = options;
	const assembler = createHidPosAssembler(clock.mono);
	let cancelExpiry = () => {};

	function hand(messages: HidPosMessage[]): void {
		for (const message of messages) if (message.kind !== "reply") events.scan(scanOf(message));
		cancelExpiry();
		cancelExpiry = assembler.pending() ? timers.after(staleMs, () => hand(assembler.expire())) : () => {};
	}

	function scanOf(message: Exclude<HidPosMessage, { kind: "reply" }>): DeviceScan {
		const { text, aim, readable } = decodeScan(message.bytes, message.aim);
		const symbology = (message.kind === "scan" && makerSymbology(info.vendorId, message.maker)) || symbologyOf(aim);
		const scan = { bytes: message.bytes, text, aim, symbology, source: id, at: clock.now() };
		if (message.kind === "broken") return { ...scan, flaw: message.flaw };
		return readable ? scan : { ...scan, flaw: "encoding" };
	}

	// Heard before it is switched on: nothing it sends is missed.
	port.listen(
		(report) => hand(assembler.push(report)),
		() => {
			hand(assembler.end());
			void port.close();
			options.gone();
		},
	);
	if (wantsEnabling.has(info.vendorId)) {
		await port.sendFeature(enableReport).catch(() => events.trouble("scanner.not-enabled"));
	}
	return {
		async close() {
			cancelExpiry();
			await port.close();
		},
	};
}
