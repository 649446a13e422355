/**
 * A USB-CDC scanner made by the kernel itself: a gadget with a serial function on a pretended USB socket (dummy_hcd).
 * The workstation's side is /dev/ttyACM0, the scanner's is /dev/ttyGS0. Runs inside the guest only.
 */
import { execFileSync } from "node:child_process";
import { closeSync, constants, mkdirSync, openSync, symlinkSync, writeFileSync, writeSync } from "node:fs";

const gadget = "/sys/kernel/config/usb_gadget/scanner";

export class AcmScanner {
	private fd: number | undefined;

	constructor(product: string, serial: string) {
		mkdirSync(gadget);
		const put = (path: string, text: string) => writeFileSync(`${gadget}/${path}`, text);
		put("idVendor", "0x1eab");
		put("idProduct", "0x1a06");
		mkdirSync(`${gadget}/strings/0x409`, { recursive: true });
		put("strings/0x409/manufacturer", "Welt guest");
		put("strings/0x409/product", product);
		put("strings/0x409/serialnumber", serial);
		mkdirSync(`${gadget}/configs/c.1`);
		mkdirSync(`${gadget}/functions/acm.usb0`);
		symlinkSync(`${gadget}/functions/acm.usb0`, `${gadget}/configs/c.1/acm.usb0`);
	}

	plug(): void {
		writeFileSync(`${gadget}/UDC`, "dummy_udc.0");
		this.fd = openSync("/dev/ttyGS0", constants.O_RDWR | constants.O_NOCTTY | constants.O_NONBLOCK);
		// A scanner sends bytes, not lines of a terminal.
		execFileSync("/bin/stty", ["-F", "/dev/ttyGS0", "raw", "-echo"]);
	}

	send(text: string): void {
		if (this.fd !== undefined) writeSync(this.fd, text);
	}

	/** Makes the workstation's end a line of bytes too, for a program that only reads it. */
	rawPort(port: string): void {
		execFileSync("/bin/stty", ["-F", port, "raw", "-echo", "clocal"]);
	}

	unplug(): void {
		if (this.fd !== undefined) closeSync(this.fd);
		this.fd = undefined;
		writeFileSync(`${gadget}/UDC`, "\n");
	}
}
