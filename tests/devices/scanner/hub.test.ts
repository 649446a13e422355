import { describe, expect, it } from "vitest";
import { createScannerHub, type SerialSetup } from "../../../main/devices/scanner/hub.ts";
import { testPorts } from "../../support/memory-workstation.ts";
import { createFakeSerial, createHubRig, settle } from "./fakes.ts";
import { reportsOf } from "./honeywell-frames.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const setup = (id: string, path: string, more: Partial<SerialSetup> = {}): SerialSetup => ({
	...{ id, path, name: id, baud: 9600, end: "line", pauseMs: 100 },
	...more,
});

describe("the hub", () => {
	it("reads every scanner at once, in the order scans come, whoever sends them", async () => {
		const rig = createHubRig({
			serial: [setup("serial:a", "/dev/ttyACM0"), setup("serial:b", "/dev/ttyUSB0")],
			repeatMs: 150,
		});
		const { hub, hid, serial, scans, pass } = rig;
		const device = hid.plug("/dev/hidraw0");
		hub.start();
		await pass(0);
		serial.lines.get("/dev/ttyACM0")?.data(bytes("A1\rA2\r"));
		for (const one of reportsOf("H1", "]C0")) device.report(one);
		serial.lines.get("/dev/ttyUSB0")?.data(bytes("]E06901234567892\r\n"));
		expect(scans.map(({ source, aim, text }) => [source, aim + text])).toEqual([
			["serial:a", "A1"],
			["serial:a", "A2"],
			["hid:05e0:1300:SN1", "]C0H1"],
			["serial:b", "]E06901234567892"],
		]);
		expect(hub.list().map(({ id, kind, state }) => [id, kind, state])).toEqual([
			["serial:a", "serial", "ready"],
			["serial:b", "serial", "ready"],
			["hid:05e0:1300:SN1", "hid", "ready"],
		]);
		await hub.stop();
	});

	it("takes a doubled reading once per device, and two readings by hand twice", async () => {
		const { hub, serial, scans, clock, pass } = createHubRig({
			serial: [setup("serial:a", "/dev/ttyACM0"), setup("serial:b", "/dev/ttyUSB0")],
			repeatMs: 150,
		});
		hub.start();
		await pass(0);
		const [a, b] = [serial.lines.get("/dev/ttyACM0"), serial.lines.get("/dev/ttyUSB0")];
		const say = () => scans.splice(0).map(({ source, text }) => `${source} ${text}`);
		a?.data(bytes("L1\rL1\r"));
		clock.pass(149);
		a?.data(bytes("L1\r"));
		b?.data(bytes("L1\r"));
		expect(say()).toEqual(["serial:a L1", "serial:b L1"]);
		clock.pass(1);
		a?.data(bytes("L1\r"));
		a?.data(bytes("L2\rL1\r"));
		expect(say()).toEqual(["serial:a L1", "serial:a L2", "serial:a L1"]);
		expect(hub.list()[0]?.repeats).toBe(2);
		await hub.configure({ serial: [setup("serial:a", "/dev/ttyACM0")], repeatMs: 0 });
		a?.data(bytes("L1\rL1\r"));
		expect(say()).toEqual(["serial:a L1", "serial:a L1"]);
		await hub.stop();
	});

	it("says noise once in a while, not at every burst, and forgets it at the next good scan", async () => {
		const { hub, serial, scans, clock, pass } = createHubRig({
			serial: [setup("serial:a", "/dev/ttyACM0")],
			repeatMs: 150,
		});
		hub.start();
		await pass(0);
		const line = serial.lines.get("/dev/ttyACM0");
		const noise = Uint8Array.from([0xff, 0xfe, 0x00, 0x81, 13]);
		for (let i = 0; i < 100; i++) line?.data(noise);
		expect(scans).toMatchObject([{ flaw: "encoding" }]);
		expect(hub.list()[0]).toMatchObject({ state: "ready", lastError: "scanner.garbled" });
		clock.pass(500);
		line?.data(noise);
		expect(scans.length).toBe(2);
		line?.data(bytes("OK1\r"));
		expect(hub.list()[0]?.lastError).toBeUndefined();
		expect(scans.at(-1)).toMatchObject({ text: "OK1" });
		await hub.stop();
	});

	it("opens anew only what was changed, and closes what was removed", async () => {
		const { hub, serial, pass } = createHubRig({
			serial: [setup("serial:a", "/dev/ttyACM0"), setup("serial:b", "/dev/ttyUSB0")],
			repeatMs: 150,
		});
		hub.start();
		await pass(0);
		expect(serial.opens()).toBe(2);
		await hub.configure({ serial: [setup("serial:a", "/dev/ttyACM0", { name: "前台" })], repeatMs: 150 });
		await settle();
		expect(serial.opens()).toBe(2);
		expect([...serial.lines.keys()]).toEqual(["/dev/ttyACM0"]);
		expect(hub.list().map(({ id, name }) => [id, name])).toEqual([["serial:a", "前台"]]);
		await hub.configure({ serial: [setup("serial:a", "/dev/ttyACM0", { baud: 115_200 })], repeatMs: 150 });
		await settle();
		expect(serial.lines.get("/dev/ttyACM0")?.baud).toBe(115_200);
		await hub.stop();
		expect(serial.lines.size).toBe(0);
	});

	it("looks for a port that is away with growing patience, and names one that is held", async () => {
		const { hub, serial, pass } = createHubRig({ serial: [setup("serial:a", "/dev/ttyACM0")], repeatMs: 150 });
		serial.answers.set("/dev/ttyACM0", "gone");
		hub.start();
		await pass(0);
		expect(hub.list()[0]?.state).toBe("searching");
		for (let i = 0; i < 120; i++) await pass(500);
		expect(serial.opens()).toBeLessThan(25);
		serial.answers.set("/dev/ttyACM0", "busy");
		await pass(4000);
		expect(hub.list()[0]).toMatchObject({ state: "busy", lastError: "scanner.busy" });
		serial.answers.delete("/dev/ttyACM0");
		await pass(4000);
		expect(hub.list()[0]).toMatchObject({ state: "ready", lastError: undefined });
		serial.lines.get("/dev/ttyACM0")?.closed();
		expect(hub.list()[0]?.state).toBe("gone");
		await pass(250);
		expect(hub.list()[0]?.state).toBe("ready");
		await hub.stop();
	});

	it("a native module that can't be loaded is a state with words, and nothing else suffers", async () => {
		const { ports, clock } = testPorts();
		const serial = createFakeSerial();
		const make = (drivers: Parameters<typeof createScannerHub>[0]["drivers"]) =>
			createScannerHub({
				...{ drivers, clock: ports.clock, timers: ports.timers, log: ports.log },
				settings: { serial: [setup("serial:a", "/dev/ttyACM0")], repeatMs: 150 },
				scan: () => undefined,
				changed: () => undefined,
			});
		const broken = () => Promise.reject(new Error("libudev.so.1: cannot open shared object file"));
		const hub = make({ hid: broken, serial: async () => serial.driver });
		hub.start();
		clock.pass(0);
		await settle();
		expect(hub.trouble()).toBe("scanner.no-hid-driver");
		expect(hub.list()[0]?.state).toBe("ready");
		await hub.stop();
		const other = make({ hid: broken, serial: broken });
		other.start();
		await settle();
		expect(other.list()[0]).toMatchObject({ state: "failed", lastError: "scanner.no-serial-driver" });
		await expect(other.ports()).rejects.toThrow();
		await other.stop();
	});
});
