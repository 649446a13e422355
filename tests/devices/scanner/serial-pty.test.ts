import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import iconv from "iconv-lite";
import { afterEach, describe, expect, it } from "vitest";
import type { SerialSetup } from "../../../main/devices/scanner/hub.ts";
import { type Cable, createCable, createPtyRig, type PtyRig } from "./pty.ts";

const opened: { rig: PtyRig; cable: Cable }[] = [];
afterEach(async () => {
	for (const { rig, cable } of opened.splice(0)) {
		await rig.hub.stop();
		await cable.dispose();
	}
});

async function start(more: Partial<SerialSetup> = {}, repeatMs = 150) {
	const cable = await createCable();
	const setup: SerialSetup = {
		...{ id: "serial:a", name: "柜台", path: cable.port, baud: 9600, end: "line", pauseMs: 100 },
		...more,
	};
	const rig = createPtyRig([setup], repeatMs);
	opened.push({ rig, cable });
	rig.hub.start();
	return { cable, ...rig, state: () => rig.hub.list()[0]?.state, error: () => rig.hub.list()[0]?.lastError };
}

async function ready(more: Partial<SerialSetup> = {}, repeatMs = 150) {
	const rig = await start(more, repeatMs);
	await rig.until(() => rig.state() === "ready");
	return rig;
}

describe("a serial scanner on a real terminal", () => {
	it("GS, UTF-8, GB18030, every line end, a line in pieces", async () => {
		const { cable, scans, until } = await ready();
		await cable.send("]C10106901234567892\u001d21AB12\r\n");
		await cable.send("沿条维修 ¥128\r");
		await cable.send(Buffer.concat([iconv.encode("真皮手袋", "gb18030"), Buffer.from("\n")]));
		await cable.send("SPL");
		await cable.send("IT-");
		await cable.send("LINE\r");
		await until(() => scans.length === 4);
		expect(scans.map(({ aim, text, flaw }) => [aim, text, flaw])).toEqual([
			["]C1", "0106901234567892\u001d21AB12", undefined],
			["", "沿条维修 ¥128", undefined],
			["", "真皮手袋", undefined],
			["", "SPLIT-LINE", undefined],
		]);
		expect(scans[0]).toMatchObject({ symbology: "gs1-128", source: "serial:a" });
	});

	it("a scanner that sends no end is read by its silence", async () => {
		const { cable, scans, until } = await ready({ end: "pause", pauseMs: 50 });
		await cable.send("BEGIN:VCARD\r\nN:张\r\nEND:VCARD");
		await until(() => scans.length === 1);
		await cable.send("SECOND");
		await until(() => scans.length === 2);
		expect(scans.map(({ text }) => text)).toEqual(["BEGIN:VCARD\r\nN:张\r\nEND:VCARD", "SECOND"]);
	});

	it("half a line is told, and what follows is read", async () => {
		const { cable, scans, until, error } = await ready();
		await cable.send("HALF");
		await until(() => scans.length === 1);
		expect(scans[0]?.flaw).toBe("half");
		expect(error()).toBe("scanner.half");
		await cable.send("WHOLE\r");
		await until(() => scans.length === 2);
		expect(scans[1]).toMatchObject({ text: "WHOLE" });
	});

	it("500 scans in one breath and 10,000 as fast as the line takes them all come, in order", async () => {
		const { cable, scans, until } = await ready();
		const codes = (count: number, from: number) => Array.from({ length: count }, (_, i) => `WP-${from + i}`);
		await cable.send(
			codes(500, 0)
				.map((code) => `${code}\r\n`)
				.join(""),
		);
		await until(() => scans.length === 500);
		const many = codes(10_000, 500);
		const sent = cable.send(many.map((code) => `${code}\r`).join(""));
		await until(() => scans.length === 10_500);
		await sent;
		expect(scans.map(({ text }) => text)).toEqual([...codes(500, 0), ...many]);
	});

	it("unplugged and plugged back in, any number of times, it reads on", async () => {
		const { cable, scans, until, state } = await ready();
		for (let round = 0; round < 3; round++) {
			await cable.send(`R${round}\r`);
			await until(() => scans.length === round + 1);
			await cable.unplug();
			await until(() => state() === "gone");
			await cable.plug();
			await until(() => state() === "ready");
		}
		expect(scans.map(({ text }) => text)).toEqual(["R0", "R1", "R2"]);
	});

	it("a port another program holds is named, and taken when that program lets go", async () => {
		const cable = await createCable();
		const holder = fork(join(import.meta.dirname, "port-holder.ts"), [cable.port]);
		await once(holder, "message");
		const setup = { id: "serial:a", name: "柜台", path: cable.port, baud: 9600, end: "line", pauseMs: 100 } as const;
		const rig = createPtyRig([setup]);
		opened.push({ rig, cable });
		rig.hub.start();
		await rig.until(() => rig.hub.list()[0]?.state === "busy");
		expect(rig.hub.list()[0]?.lastError).toBe("scanner.busy");
		holder.kill();
		await rig.until(() => rig.hub.list()[0]?.state === "ready");
		await cable.send("FREE\r");
		await rig.until(() => rig.scans.length === 1);
	});

	it("a port that is not there is looked for; what is no port is said to be none", async () => {
		const away = await start({ path: "/dev/ttyWELT9" });
		await away.until(() => away.state() === "searching");
		const wrong = await start({ path: join(import.meta.dirname, "pty.ts") });
		await wrong.until(() => wrong.state() === "failed");
		expect(wrong.error()).toBe("scanner.failed");
	});

	it("binary noise is unreadable, never a crash, and a good scan after it is read", async () => {
		const { cable, scans, until, error } = await ready();
		const noise = Uint8Array.from({ length: 40_000 }, (_, i) => (Math.imul(i + 1, 2_654_435_761) >>> 13) & 0xff);
		await cable.send(noise);
		await until(() => error() === "scanner.garbled");
		await cable.send("\rGOOD\r");
		await until(() => scans.at(-1)?.text === "GOOD");
		expect(scans.slice(0, -1).every(({ flaw }) => flaw !== undefined)).toBe(true);
	});
});
