/**
 * A HID POS scanner made of software, seen by the kernel as a USB one: /dev/uhid takes its descriptor and its reports.
 * Structures as in the kernel's include/uapi/linux/uhid.h. Runs inside the guest only.
 */
import { closeSync, constants, openSync, readSync, writeSync } from "node:fs";

const create2 = 11;
const input2 = 12;
const destroy = 1;
const getReport = 9;
const getReportReply = 10;
const setReport = 13;
const setReportReply = 14;
const usbBus = 3;
const eventBytes = 4380;

/** Bar code scanner page; input report 2 of 63 bytes, feature report 254 of one. */
const descriptor = [
	...[0x05, 0x8c, 0x09, 0x02, 0xa1, 0x01],
	...[0x85, 0x02, 0x09, 0x12, 0x15, 0x00, 0x26, 0xff, 0x00, 0x75, 0x08, 0x95, 0x3f, 0x81, 0x02],
	...[0x85, 0xfe, 0x09, 0x20, 0x95, 0x01, 0xb1, 0x02, 0xc0],
];

export type UhidIdentity = { name: string; serial: string; vendor: number; product: number };

export class UhidScanner {
	/** Feature reports the workstation sent, their id first. */
	readonly features: number[][] = [];
	private readonly fd: number;
	private readonly timer: NodeJS.Timeout;

	constructor({ name, serial, vendor, product }: UhidIdentity) {
		this.fd = openSync("/dev/uhid", constants.O_RDWR | constants.O_NONBLOCK);
		const event = Buffer.alloc(eventBytes);
		event.writeUInt32LE(create2, 0);
		event.write(name, 4, 127, "utf8");
		event.write("welt-guest", 132, 63, "utf8");
		event.write(serial, 196, 63, "utf8");
		event.writeUInt16LE(descriptor.length, 260);
		event.writeUInt16LE(usbBus, 262);
		event.writeUInt32LE(vendor, 264);
		event.writeUInt32LE(product, 268);
		Buffer.from(descriptor).copy(event, 280);
		writeSync(this.fd, event);
		this.timer = setInterval(() => this.answer(), 20);
	}

	/** One input report, its id first. */
	send(report: Uint8Array): void {
		const event = Buffer.alloc(6 + report.length);
		event.writeUInt32LE(input2, 0);
		event.writeUInt16LE(report.length, 4);
		event.set(report, 6);
		writeSync(this.fd, event);
	}

	/** Answers nothing any more, so that scans alone are timed. */
	rest(): void {
		clearInterval(this.timer);
	}

	unplug(): void {
		this.rest();
		const event = Buffer.alloc(4);
		event.writeUInt32LE(destroy, 0);
		writeSync(this.fd, event);
		closeSync(this.fd);
	}

	/** The kernel waits five seconds for these. */
	private answer(): void {
		const event = Buffer.alloc(eventBytes);
		for (;;) {
			try {
				readSync(this.fd, event);
			} catch {
				return;
			}
			const type = event.readUInt32LE(0);
			if (type !== setReport && type !== getReport) continue;
			if (type === setReport) this.features.push([...event.subarray(12, 12 + event.readUInt16LE(10))]);
			const reply = Buffer.alloc(16);
			reply.writeUInt32LE(type === setReport ? setReportReply : getReportReply, 0);
			reply.writeUInt32LE(event.readUInt32LE(4), 4);
			writeSync(this.fd, reply);
		}
	}
}
