import { describe, expect, it } from "vitest";
import { staleMs } from "../../../main/devices/scanner/hid/hid-pos.ts";
import { createHubRig, settle } from "./fakes.ts";
import { reportsOf } from "./honeywell-frames.ts";

const honeywell = { vendorId: 0x0c2e, productId: 0x0b61, product: "1900 Area-Imaging Scanner", serialNumber: "H1" };

describe("HID POS scanners", () => {
	it("find themselves, are switched on where their maker wants it, and read", async () => {
		const { hub, hid, scans, pass } = createHubRig();
		const plain = hid.plug("/dev/hidraw0");
		const enabled = hid.plug("/dev/hidraw1", honeywell);
		hid.plug("/dev/hidraw2", { usagePage: 1, usage: 6, product: "Keyboard" });
		hub.start();
		await pass(0);
		expect(hub.list().map(({ id, name, state }) => [id, name, state])).toEqual([
			["hid:05e0:1300:SN1", "DS2208", "ready"],
			["hid:0c2e:0b61:H1", "1900 Area-Imaging Scanner", "ready"],
		]);
		expect([plain.features, enabled.features]).toEqual([[], [[254, 1]]]);
		for (const one of reportsOf("订单 真皮 ".repeat(20), "]Q1", { maker: 0x73 })) enabled.report(one);
		for (const one of reportsOf("0106901234567892\u001d21AB\r", "]d2")) plain.report(one);
		expect(scans).toMatchObject([
			{ text: "订单 真皮 ".repeat(20), aim: "]Q1", symbology: "qr", source: "hid:0c2e:0b61:H1" },
			{ text: "0106901234567892\u001d21AB", aim: "]d2", symbology: "gs1-datamatrix", source: "hid:05e0:1300:SN1" },
		]);
		expect([plain.listeners, enabled.listeners]).toEqual([1, 1]);
		await hub.stop();
		expect([plain.closed, enabled.closed]).toEqual([true, true]);
	});

	it("come and go while the workstation runs, on another path too", async () => {
		const { hub, hid, scans, pass, changes } = createHubRig();
		hub.start();
		await pass(0);
		expect(hub.list()).toEqual([]);
		hid.plug("/dev/hidraw0");
		await pass(2000);
		expect(hub.list()[0]?.state).toBe("ready");
		hid.unplug("/dev/hidraw0");
		await settle();
		expect(hub.list()[0]?.state).toBe("gone");
		const before = changes();
		await pass(2000);
		expect(changes()).toBe(before);
		const back = hid.plug("/dev/hidraw3");
		await pass(2000);
		expect(hub.list().map(({ id, state }) => [id, state])).toEqual([["hid:05e0:1300:SN1", "ready"]]);
		for (const one of reportsOf("AB12", "]C0")) back.report(one);
		expect(scans.map(({ text }) => text)).toEqual(["AB12"]);
		await hub.stop();
	});

	it("that vanish without a word are seen to be gone, and a reused path is another device", async () => {
		const { hub, hid, pass } = createHubRig();
		const first = hid.plug("/dev/hidraw0");
		hub.start();
		await pass(0);
		first.gone = () => undefined;
		hid.unplug("/dev/hidraw0");
		hid.plug("/dev/hidraw0", { serialNumber: "SN2" });
		await pass(5000);
		expect(first.closed).toBe(true);
		expect(hub.list().map(({ id, state }) => [id, state])).toEqual([
			["hid:05e0:1300:SN1", "gone"],
			["hid:05e0:1300:SN2", "ready"],
		]);
		await hub.stop();
	});

	it("two of a kind without serial numbers are two", async () => {
		const { hub, hid, pass } = createHubRig();
		hid.plug("/dev/hidraw0", { serialNumber: "" });
		hid.plug("/dev/hidraw1", { serialNumber: "" });
		hub.start();
		await pass(0);
		expect(hub.list().map(({ id }) => id)).toEqual(["hid:05e0:1300:", "hid:05e0:1300:#2"]);
		await hub.stop();
	});

	it("that can't be opened say why, and are taken as soon as they can be", async () => {
		const { hub, hid, pass } = createHubRig();
		hid.plug("/dev/hidraw0");
		for (const why of ["busy", "denied", "failed"] as const) {
			hid.refuse(why);
			hub.start();
			await pass(2000);
			expect(hub.list()[0]).toMatchObject({ state: why, lastError: `scanner.${why}` });
		}
		hid.refuse(undefined);
		await pass(2000);
		expect(hub.list()[0]).toMatchObject({ state: "ready", lastError: undefined });
		await hub.stop();
	});

	it("that don't take the switch say so and are heard all the same", async () => {
		const { hub, hid, scans, pass } = createHubRig();
		hid.deafen();
		const device = hid.plug("/dev/hidraw0", honeywell);
		hub.start();
		await pass(0);
		expect(hub.list()[0]).toMatchObject({ state: "ready", lastError: "scanner.not-enabled" });
		for (const one of reportsOf("A1", "]C0")) device.report(one);
		expect(scans.length).toBe(1);
		expect(hub.list()[0]?.lastError).toBeUndefined();
		await hub.stop();
	});

	it("half a message is told as one unreadable scan: after its time, and when the device is pulled out", async () => {
		const { hub, hid, scans, pass } = createHubRig();
		const device = hid.plug("/dev/hidraw0");
		const [half] = reportsOf("G".repeat(100), "]Q1");
		if (!half) throw new Error("no report");
		hub.start();
		await pass(0);
		device.report(half);
		await pass(staleMs);
		expect(scans).toMatchObject([{ flaw: "half" }]);
		device.report(half);
		// Longer than noise is kept quiet, shorter than a message may take.
		await pass(600);
		hid.unplug("/dev/hidraw0");
		expect(scans).toMatchObject([{ flaw: "half" }, { flaw: "half" }]);
		await hub.stop();
	});

	it("a list that fails once is asked for again", async () => {
		const { hub, hid, pass } = createHubRig();
		const { list } = hid.driver;
		hid.driver.list = () => Promise.reject(new Error("busy"));
		hid.plug("/dev/hidraw0");
		hub.start();
		await pass(0);
		expect(hub.list()).toEqual([]);
		hid.driver.list = list;
		await pass(2000);
		expect(hub.list()[0]?.state).toBe("ready");
		await hub.stop();
	});
});
