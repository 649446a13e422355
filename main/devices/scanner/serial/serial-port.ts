/**
 * Serial ports of this PC (USB-CDC scanners appear as one) through serialport, told as a small interface that tests
 * fake. The native module is loaded when it is first asked for.
 */
import { readSync } from "node:fs";
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
		async open(path, baud) {
			try {
				return lineOf(await SerialPort.binding.open({ path, baudRate: baud }));
			} catch (error) {
				return troubleOf(error instanceof Error ? error.message : String(error));
			}
		},
	};
}

type Port = Awaited<ReturnType<typeof import("serialport")["SerialPort"]["binding"]["open"]>>;

const chunkBytes = 16 * 1024;

function lineOf(port: Port): SerialLine {
	let over = false;

	async function readAll(data: (bytes: Uint8Array) => void): Promise<void> {
		const buffer = Buffer.alloc(chunkBytes);
		while (!over) {
			const count = await readOnce(port, buffer);
			if (count === undefined) return;
			if (!over && count > 0) data(new Uint8Array(buffer.subarray(0, count)));
		}
	}

	return {
		listen(data, closed) {
			const end = async () => {
				if (over) return;
				over = true;
				if (port.isOpen) await port.close().catch(() => undefined);
				closed();
			};
			void readAll(data).then(end, end);
		},
		async close() {
			over = true;
			if (port.isOpen) await port.close().catch(() => undefined);
		},
	};
}

/** Undefined at the end of the line. */
async function readOnce(port: Port, buffer: Buffer): Promise<number | undefined> {
	if (!("poller" in port)) return (await port.read(buffer, 0, buffer.length)).bytesRead;
	// The module's own loop asks a line that was hung up again and again, for ever, without a pause. And waiting on a
	// poller whose port was closed meanwhile ends the process.
	if (port.fd === null) return undefined;
	const { poller } = port;
	await new Promise<void>((resolve, reject) => {
		poller.once("readable", (error: unknown) => (error ? reject(error) : resolve()));
	});
	try {
		// Opened not to block, and there is something to read: a thread would only cost time. Nothing read means hung up.
		return (port.fd !== null && readSync(port.fd, buffer, 0, buffer.length, null)) || undefined;
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		if (code === "EAGAIN" || code === "EWOULDBLOCK" || code === "EINTR") return 0;
		throw error;
	}
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
