/**
 * HID devices of this PC through node-hid, told as a small interface that tests fake. The native module is loaded when
 * it is first asked for: a PC on which it can't be loaded still works with every other scanner.
 */
import { access, constants } from "node:fs/promises";

export type HidInfo = {
	path: string;
	vendorId: number;
	productId: number;
	serialNumber: string;
	/** As the device calls itself, or empty. */
	product: string;
	usagePage: number;
	usage: number;
};

/** One open device. */
export type HidPort = {
	/**
	 * Reports with their id in front, in order; `gone` once, whatever ended it. To be called exactly once: a second
	 * reader makes node-hid end the process.
	 */
	listen(report: (bytes: Uint8Array) => void, gone: () => void): void;
	/** Sends a feature report, its id first. Rejects when the device doesn't take it. */
	sendFeature(bytes: readonly number[]): Promise<void>;
	/** Safe to call on a device that is gone. */
	close(): Promise<void>;
};

export type OpenTrouble = "gone" | "busy" | "denied" | "failed";
export type HidDriver = {
	list(): Promise<HidInfo[]>;
	open(path: string): Promise<HidPort | OpenTrouble>;
};

/** Rejects when the native module can't be loaded here. */
export async function loadHidDriver(): Promise<HidDriver> {
	const hid = await import("node-hid");
	// The module itself loads without its native half; asking for the version loads that too.
	hid.getHidapiVersion();
	return {
		async list() {
			const devices = await hid.devicesAsync();
			return devices.flatMap(({ path, vendorId, productId, serialNumber, product, usagePage, usage }) =>
				path === undefined
					? []
					: [
							{
								...{ path, vendorId, productId },
								serialNumber: serialNumber ?? "",
								product: product ?? "",
								usagePage: usagePage ?? 0,
								usage: usage ?? 0,
							},
						],
			);
		},
		async open(path) {
			try {
				return portOf(await hid.HIDAsync.open(path));
			} catch {
				return whyNot(path);
			}
		},
	};
}

type Device = Awaited<ReturnType<typeof import("node-hid")["HIDAsync"]["open"]>>;

function portOf(device: Device): HidPort {
	let heard = false;
	let over = false;
	return {
		listen(report, gone) {
			if (heard) throw new Error("a HID port has one listener");
			heard = true;
			device.on("error", () => {
				if (over) return;
				over = true;
				gone();
			});
			device.on("data", (bytes: Buffer) => {
				if (!over) report(new Uint8Array(bytes));
			});
		},
		async sendFeature(bytes) {
			await device.sendFeatureReport([...bytes]);
		},
		async close() {
			over = true;
			// Closing what was pulled out fails; there is nothing left to close then.
			await device.close().catch(() => undefined);
		},
	};
}

/** node-hid says only that it could not. A device that is there and ours to open is held by another program. */
async function whyNot(path: string): Promise<OpenTrouble> {
	if (process.platform !== "linux") return "busy";
	try {
		await access(path, constants.R_OK | constants.W_OK);
		return "busy";
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		if (code === "ENOENT") return "gone";
		return code === "EACCES" || code === "EPERM" ? "denied" : "failed";
	}
}
