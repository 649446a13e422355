import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { listLinuxPorts } from "../../../main/devices/scanner/serial/serial-list.ts";

it("ports are listed without asking udev: by device first, chips that are not there left out, with the device's name", async () => {
	const root = mkdtempSync(join(tmpdir(), "welt-ports-"));
	const write = (path: string, text = "") => {
		mkdirSync(dirname(join(root, path)), { recursive: true });
		writeFileSync(join(root, path), text);
	};
	const link = (path: string, target: string) => {
		mkdirSync(dirname(join(root, path)), { recursive: true });
		symlinkSync(join(root, target), join(root, path));
	};
	try {
		for (const tty of ["ttyACM0", "ttyUSB3", "ttyS0", "ttyS1", "tty1", "null"]) write(`dev/${tty}`);
		write("sys/devices/usb1/1-1/product", "NLS-HR22 \n");
		write("sys/devices/usb1/1-1/1-1:1.0/bInterfaceClass", "02\n");
		write("sys/class/tty/ttyS0/type", "4\n");
		write("sys/class/tty/ttyS1/type", "0\n");
		link("sys/class/tty/ttyACM0/device", "sys/devices/usb1/1-1/1-1:1.0");
		link("dev/serial/by-id/usb-Newland_HR22-if00", "dev/ttyACM0");
		link("dev/serial/by-id/usb-gone-if00", "dev/ttyACM7");
		const ports = await listLinuxPorts(root);
		expect(ports.map(({ path, name }) => [path.slice(root.length), name])).toEqual([
			["/dev/serial/by-id/usb-Newland_HR22-if00", "NLS-HR22"],
			["/dev/ttyS0", ""],
			["/dev/ttyUSB3", ""],
		]);
		expect(await listLinuxPorts(join(root, "none"))).toEqual([]);
	} finally {
		rmSync(root, { recursive: true, force: true });
	}
});
