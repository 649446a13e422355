/** Devices made of variables, for what needs no operating system: a hub on them, with a clock the test moves. */
import type { HidDriver, HidInfo, OpenTrouble } from "../../../main/devices/scanner/hid/hid-port.ts";
import { createScannerHub, type HubSettings, type ScannerHub } from "../../../main/devices/scanner/hub.ts";
import type { DeviceScan } from "../../../main/devices/scanner/scan.ts";
import type { SerialDriver } from "../../../main/devices/scanner/serial/serial-port.ts";
import { type TestClock, testPorts } from "../../support/memory-workstation.ts";

/** Lets every promise that can settle do so. */
export async function settle(): Promise<void> {
	for (let i = 0; i < 20; i++) await Promise.resolve();
}

type Plugged = {
	info: HidInfo;
	features: number[][];
	listeners: number;
	closed: boolean;
	report: (bytes: Uint8Array) => void;
	gone: () => void;
};

export function createFakeHid() {
	const plugged = new Map<string, Plugged>();
	let trouble: OpenTrouble | undefined;
	let deaf = false;
	const driver: HidDriver = {
		list: async () => [...plugged.values()].map(({ info }) => info),
		async open(path) {
			const device = plugged.get(path);
			if (trouble || !device) return trouble ?? "gone";
			return {
				listen(report, gone) {
					device.listeners += 1;
					device.report = report;
					device.gone = gone;
				},
				async sendFeature(bytes) {
					if (deaf) throw new Error("pipe");
					device.features.push([...bytes]);
				},
				async close() {
					device.closed = true;
				},
			};
		},
	};
	return {
		driver,
		refuse: (why: OpenTrouble | undefined) => {
			trouble = why;
		},
		deafen: () => {
			deaf = true;
		},
		plug(path: string, info: Partial<HidInfo> = {}): Plugged {
			const device: Plugged = {
				info: {
					...{ path, vendorId: 0x05e0, productId: 0x1300, serialNumber: "SN1", product: "DS2208" },
					...{ usagePage: 0x8c, usage: 2, ...info },
				},
				features: [],
				listeners: 0,
				closed: false,
				report: () => undefined,
				gone: () => undefined,
			};
			plugged.set(path, device);
			return device;
		},
		/** The way the system tells it: the read fails, and the device is no longer listed. */
		unplug(path: string): void {
			const device = plugged.get(path);
			plugged.delete(path);
			device?.gone();
		},
	};
}

export function createFakeSerial() {
	const lines = new Map<string, { data: (bytes: Uint8Array) => void; closed: () => void; baud: number }>();
	const answers = new Map<string, OpenTrouble>();
	let opens = 0;
	const driver: SerialDriver = {
		list: async () => [{ path: "/dev/ttyACM0", name: "Scanner" }],
		async open(path, baud) {
			opens += 1;
			const answer = answers.get(path);
			if (answer) return answer;
			return {
				listen: (data, closed) => void lines.set(path, { data, closed, baud }),
				close: async () => void lines.delete(path),
			};
		},
	};
	return { driver, lines, answers, opens: () => opens };
}

export type HubRig = {
	hub: ScannerHub;
	scans: DeviceScan[];
	clock: TestClock;
	hid: ReturnType<typeof createFakeHid>;
	serial: ReturnType<typeof createFakeSerial>;
	changes(): number;
	/** Time passes and what it starts settles. */
	pass(ms: number): Promise<void>;
};

export function createHubRig(settings: HubSettings = { serial: [], repeatMs: 150 }): HubRig {
	const { ports, clock } = testPorts();
	const hid = createFakeHid();
	const serial = createFakeSerial();
	const scans: DeviceScan[] = [];
	let changes = 0;
	const hub = createScannerHub({
		...{ drivers: { hid: async () => hid.driver, serial: async () => serial.driver }, settings },
		...{ clock: ports.clock, timers: ports.timers, log: ports.log },
		scan: (scan) => scans.push(scan),
		changed: () => {
			changes += 1;
		},
	});
	return {
		...{ hub, scans, clock, hid, serial },
		changes: () => changes,
		async pass(ms) {
			clock.pass(ms);
			await settle();
		},
	};
}
