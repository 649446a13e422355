/**
 * Serial ports a scanner may sit on under Linux, without asking udev: links by device first, because they stay the same
 * wherever the scanner is plugged in. Called by serial-port.ts for the list to choose from; never rejects.
 */
import { readdir, readFile, realpath } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { SerialPortInfo } from "./serial-port.ts";

const usb = /^tty(ACM|USB)\d+$/;
const onBoard = /^ttyS\d+$/;
const byId = "dev/serial/by-id";

/** @param root the file system's root; a made one in tests */
export async function listLinuxPorts(root = "/"): Promise<SerialPortInfo[]> {
	const ports: SerialPortInfo[] = [];
	const linked = new Set<string>();
	for (const link of await names(join(root, byId))) {
		const target = await realpath(join(root, byId, link)).catch(() => undefined);
		if (target === undefined) continue;
		linked.add(basename(target));
		ports.push({ path: join(root, byId, link), name: await deviceName(root, basename(target)) });
	}
	for (const tty of await names(join(root, "dev"))) {
		if (linked.has(tty)) continue;
		// The kernel makes nodes for ports that have no chip behind them; those say so with type 0.
		if (usb.test(tty) || (onBoard.test(tty) && (await text(join(root, "sys/class/tty", tty, "type"))) !== "0")) {
			ports.push({ path: join(root, "dev", tty), name: await deviceName(root, tty) });
		}
	}
	return ports;
}

const names = async (folder: string) => (await readdir(folder).catch(() => [])).sort();
const text = async (path: string) => (await readFile(path, "utf8").catch(() => "0")).trim();

/** The product name stands some folders above the port, at the USB device. */
async function deviceName(root: string, tty: string): Promise<string> {
	let folder = await realpath(join(root, "sys/class/tty", tty, "device")).catch(() => undefined);
	for (let up = 0; folder !== undefined && up < 4; up++) {
		const product = await readFile(join(folder, "product"), "utf8").catch(() => "");
		if (product !== "") return product.trim();
		folder = dirname(folder);
	}
	return "";
}
