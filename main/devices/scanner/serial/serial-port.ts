/**
 * Serial ports of this PC (USB-CDC scanners appear as one) through serialport, told as a small interface that tests
 * fake. The native module is loaded when it is first asked for.
 */
import type { OpenTrouble } from "../hid/hid-port.ts";
import { listLinuxPorts } from "./serial-list.ts";

export type SerialPortInfo = {
	/** What to open: `COM3`, `/dev/serial/by-id/…`, `/dev/ttyACM0`. */
	path: string;
	/** As the device calls itself, or empty. */
	name: string;
};

/** One open port. */
export type SerialLine = {
	/** To be called once. `closed` comes once, whatever ended it, but not after {@link close}. */
	listen(data: (bytes: Uint8Array) => void, closed: () => void): void;
	close(): Promise<void>;
};

export type SerialDriver = {
	list(): Promise<SerialPortInfo[]>;
	open(path: string, baud: number): Promise<SerialLine | OpenTrouble>;
};

/** Rejects when the native module can't be loaded here. */
export async function loadSerialDriver(): Promise<SerialDriver> {
	const { SerialPort } = await import("serialport");
	return {
		// serialport asks udevadm on Linux, and where that is missing the whole process ends.
		list: process.platform === "linux" ? listLinuxPorts : () => listPorts(SerialPort.list),
		open(path, baud) {
			return new Promise((resolve) => {
				const port = new SerialPort({ path, baudRate: baud, autoOpen: false });
				port.on("error", () => undefined);
				port.open((error) => resolve(error ? troubleOf(error.message) : lineOf(port)));
			});
		},
	};
}

type Port = InstanceType<typeof import("serialport")["SerialPort"]>;

function lineOf(port: Port): SerialLine {
	let over = false;
	return {
		listen(data, closed) {
			const end = () => {
				if (over) return;
				over = true;
				if (port.isOpen) port.close(() => undefined);
				closed();
			};
			port.on("data", (bytes: Buffer) => {
				if (!over) data(bytes);
			});
			port.on("close", end);
			port.on("end", end);
			port.on("error", end);
		},
		close() {
			over = true;
			return new Promise((resolve) => {
				if (port.isOpen) port.close(() => resolve());
				else resolve();
			});
		},
	};
}

/** The module gives no codes, only the system's words; Windows says "Access denied" of a port another program holds. */
function troubleOf(message: string): OpenTrouble {
	if (/No such file|File not found|not found|No such device|ENOENT|ENXIO/i.test(message)) return "gone";
	if (/Cannot lock port|busy|EBUSY|Access denied|temporarily unavailable/i.test(message)) return "busy";
	return /Permission denied|EACCES|EPERM|not permitted/i.test(message) ? "denied" : "failed";
}

async function listPorts(
	list: () => Promise<{ path: string; manufacturer?: string | undefined; friendlyName?: string }[]>,
): Promise<SerialPortInfo[]> {
	const ports = await list();
	return ports.map(({ path, manufacturer, friendlyName }) => ({
		// On a Mac the tty.* half of a port waits for a carrier that scanners don't give.
		path: path.replace(/^\/dev\/tty\./, "/dev/cu."),
		name: friendlyName ?? manufacturer ?? "",
	}));
}
