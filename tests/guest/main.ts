/**
 * Checks of scanners inside the guest (scripts/guest/run.mjs boots it): a HID POS scanner through the kernel's HID core,
 * hidraw and node-hid, a USB-CDC scanner through the kernel's USB stack and serialport, both through our hub.
 */
import { deepEqual, equal } from "node:assert/strict";
import { existsSync } from "node:fs";
import { reportsOf } from "../devices/scanner/honeywell-frames.ts";
import { AcmScanner } from "./acm.ts";
import { bareTimes, check, createGuestRig, figure, finish, percentile } from "./rig.ts";
import { UhidScanner } from "./uhid.ts";

const acmPath = "/dev/ttyACM0";
const hidPath = "/dev/hidraw0";
const acmId = "serial:acm";
const { hub, scans, until, stateOf, latencies } = createGuestRig([
	{ id: acmId, name: "CDC", path: acmPath, baud: 9600, end: "line", pauseMs: 100 },
]);
const honeywell = { name: "Honeywell 1900", serial: "H1", vendor: 0x0c2e, product: 0x0b61 };
const zebra = { name: "Zebra DS2208", serial: "Z1", vendor: 0x05e0, product: 0x1300 };
const honeywellId = "hid:0c2e:0b61:H1";
const zebraId = "hid:05e0:1300:Z1";

const send = (device: UhidScanner, text: string, aim: string, maker = 0) => {
	for (const report of reportsOf(text, aim, { maker })) device.send(report);
};
const take = () => scans.splice(0).map(({ source, aim, text }) => `${source} ${aim}${text}`);
/** Scans timed one by one; the interpreter is slow, and the suite must not be. */
const timed = 300;
const burst = (count: number) => Array.from({ length: count }, (_, i) => `WP-BURST${i}`);

let first = new UhidScanner(honeywell);
const second = new UhidScanner(zebra);
const acm = new AcmScanner("Welt CDC scanner", "A1");
acm.plug();

await check("bare reads, timed: what the guest itself takes", async () => {
	await until("device and port", () => existsSync(hidPath) && existsSync(acmPath));
	const hid = await bareTimes(hidPath, timed, (code) => send(first, code, "]C0"));
	acm.rawPort(acmPath);
	const cdc = await bareTimes(acmPath, timed, (code) => acm.send(`${code}\r`));
	figure("hid-bare-p99-ms", percentile(hid, 0.99));
	figure("cdc-bare-p99-ms", percentile(cdc, 0.99));
});
hub.start();

await check("two HID POS scanners and a CDC scanner are found and opened", async () => {
	await until("Honeywell ready", () => stateOf(honeywellId) === "ready");
	await until("Zebra ready", () => stateOf(zebraId) === "ready");
	await until("CDC ready", () => stateOf(acmId) === "ready");
	deepEqual(
		hub.list().map(({ name }) => name),
		["CDC", "Honeywell 1900", "Zebra DS2208"],
	);
});
await check("Honeywell is switched on by feature report 254, Zebra is left alone", async () => {
	await until("switched on", () => first.features.length === 1);
	deepEqual([first.features, second.features], [[[254, 1]], []]);
});
await check("a QR code of many reports, Chinese, GS and all three at once", async () => {
	const long = `${"沿条维修 鑫犇 ".repeat(40)}#`;
	send(first, long, "]Q1", 0x73);
	send(second, "0106901234567892\u001d21AB12\r", "]d2");
	acm.send("]C10106901234567892\u001d21CD34\r\n");
	await until("three scans", () => scans.length === 3);
	deepEqual(
		take().sort(),
		[
			`${honeywellId} ]Q1${long}`,
			`${zebraId} ]d20106901234567892\u001d21AB12`,
			`${acmId} ]C10106901234567892\u001d21CD34`,
		].sort(),
	);
});
await check("a scanner's answer to a command is no scan", async () => {
	send(first, "Product Name: Voyager", "]X0", 0x3f);
	send(first, "REVINF\u0006.", "]Z6", 0x36);
	send(first, "AFTER", "]C0", 0x6a);
	await until("the scan after it", () => scans.length === 1);
	deepEqual(take(), [`${honeywellId} ]C0AFTER`]);
});
await check("200 of 200 HID scans of a burst, in order", async () => {
	// The kernel keeps 64 reports a reader has not taken; a scanner sends one in a few ms, never all at once.
	for (const [i, code] of burst(200).entries()) {
		send(first, code, "]C0");
		if (i % 32 === 31) await until("so far", () => scans.length === i + 1);
	}
	await until("200 scans", () => scans.length === 200);
	const came = take();
	figure("hid-burst", came.filter((scan, i) => scan === `${honeywellId} ]C0${burst(200)[i]}`).length);
	deepEqual(
		came,
		burst(200).map((code) => `${honeywellId} ]C0${code}`),
	);
});
await check("200 of 200 CDC scans of a burst, in order", async () => {
	acm.send(
		burst(200)
			.map((code) => `${code}\r\n`)
			.join(""),
	);
	await until("200 scans", () => scans.length === 200);
	const came = take();
	figure("cdc-burst", came.filter((scan, i) => scan === `${acmId} ${burst(200)[i]}`).length);
	deepEqual(
		came,
		burst(200).map((code) => `${acmId} ${code}`),
	);
});
await check("HID: pulled out it is gone, back in it reads on, switched on again", async () => {
	first.unplug();
	await until("gone", () => stateOf(honeywellId) === "gone");
	first = new UhidScanner(honeywell);
	await until("ready again", () => stateOf(honeywellId) === "ready");
	send(first, "BACK", "]C0");
	await until("a scan", () => scans.length === 1);
	await until("switched on", () => first.features.length === 1);
	deepEqual([take(), first.features], [[`${honeywellId} ]C0BACK`], [[254, 1]]]);
	equal(stateOf(zebraId), "ready");
});
await check("CDC: pulled out it is gone, back in it reads on", async () => {
	acm.unplug();
	await until("gone", () => stateOf(acmId) === "gone");
	acm.plug();
	await until("ready again", () => stateOf(acmId) === "ready");
	acm.send("BACK\r\n");
	await until("a scan", () => scans.length === 1);
	deepEqual(take(), [`${acmId} BACK`]);
});
await check("the CDC scanner is among the ports to choose, by its name", async () => {
	const ports = await hub.ports();
	deepEqual(
		ports.filter(({ name }) => name !== ""),
		[{ path: acmPath, name: "Welt CDC scanner" }],
	);
});
await check("one scan at a time, timed", async () => {
	first.rest();
	second.rest();
	const hid = await latencies(timed, (code) => send(first, code, "]C0"));
	const cdc = await latencies(timed, (code) => acm.send(`${code}\r`));
	figure("hid-p50-ms", percentile(hid, 0.5));
	figure("hid-p99-ms", percentile(hid, 0.99));
	figure("cdc-p50-ms", percentile(cdc, 0.5));
	figure("cdc-p99-ms", percentile(cdc, 0.99));
	scans.length = 0;
});
await check("closed, nothing is read any more and nothing breaks", async () => {
	await hub.stop();
	send(second, "LATE", "]C0");
	first.unplug();
	second.unplug();
	acm.unplug();
	await new Promise((resolve) => setImmediate(resolve));
	equal(scans.length, 0);
});
finish();
process.exit(0);
