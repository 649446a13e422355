import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterEach, describe, expect, it } from "vitest";
import { openPrinter } from "../../../main/devices/printer/open-printer.ts";
import { printerProfileSchema } from "../../../main/devices/printer/profile.ts";
import { startVirtualPrinter, type VirtualPrinter } from "../../../main/devices/virtual/virtual-printer.ts";
import { blankBitmap, fillRect } from "../../../main/print/label/bitmap.ts";
import { encodeZpl } from "../../../main/print/label/language/encode-zpl.ts";

const running: VirtualPrinter[] = [];
afterEach(async () => {
	await Promise.all(running.splice(0).map((each) => each.close()));
});

async function start(...options: Parameters<typeof startVirtualPrinter>) {
	const printer = await startVirtualPrinter(...options);
	running.push(printer);
	return printer;
}

/** Writes and closes without asking anything, as a cheap driver would. */
const pour = (port: number, text: string) =>
	new Promise<void>((resolve, reject) => {
		const socket = connect(port, "127.0.0.1", () => socket.end(text));
		socket.on("close", () => resolve());
		socket.on("error", reject);
		socket.resume();
	});

describe("the virtual printer", () => {
	it("keeps what it is sent without paper, and prints it when paper is back", async () => {
		const printer = await start({ faults: { outOfPaper: true } });
		const poured = pour(printer.port, "^XA^FDone^FS^XZ^XA^FDtwo^FS^XZ");
		await printer.set({ outOfPaper: false });
		await printer.printed(2);
		await poured;
		expect(printer.jobs.map((job) => Buffer.from(job.bytes).toString())).toEqual([
			"^XA^FDone^FS^XZ",
			"^XA^FDtwo^FS^XZ",
		]);
	});

	it("prints half a label never", async () => {
		const printer = await start();
		await pour(printer.port, "^XA^FDwhole^FS^XZ^XA^FDhalf");
		expect(printer.jobs.map((job) => Buffer.from(job.bytes).toString())).toEqual(["^XA^FDwhole^FS^XZ"]);
	});

	it("keeps its port when it stops and starts taking connections", async () => {
		const printer = await start();
		await printer.set({ refuse: true });
		await expect(pour(printer.port, "^XA^XZ")).rejects.toMatchObject({ code: "ECONNREFUSED" });
		await printer.set({ refuse: false });
		await pour(printer.port, "^XA^XZ");
		expect(printer.jobs).toHaveLength(1);
	});

	it("runs as a command, writes labels as ZPL and picture, and takes faults by typing", async () => {
		const out = mkdtempSync(join(tmpdir(), "welt-labels-"));
		const command = join(import.meta.dirname, "../../../main/devices/virtual/command.ts");
		const child = spawn(process.execPath, [command, "--port=0", `--out=${out}`], {
			stdio: ["pipe", "pipe", "inherit"],
		});
		const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
		const until = async (pattern: RegExp) => {
			for (;;) {
				const { value, done } = await lines.next();
				if (done) throw new Error("the virtual printer ended");
				const found = pattern.exec(value);
				if (found) return found;
			}
		};
		try {
			const port = Number((await until(/127\.0\.0\.1:(\d+)/))[1]);
			const bitmap = blankBitmap(320, 240);
			fillRect(bitmap, 5, 5, 50, 50);
			const profile = printerProfileSchema.parse({ id: "p", name: "p", host: "127.0.0.1", port });
			const to = openPrinter(profile);
			const signal = new AbortController().signal;
			expect((await to.send({ id: "j", title: "t", bytes: encodeZpl(bitmap), options: null }, signal)).outcome).toBe(
				"sent",
			);
			expect(readdirSync(out).sort()).toEqual(["0001.png", "0001.zpl"]);
			expect(readFileSync(join(out, "0001.png")).subarray(1, 4).toString()).toBe("PNG");
			child.stdin.write("paused on\n");
			await until(/^paused on/);
			expect(await to.status(signal)).toEqual({ state: "attention", trouble: "paused" });
			const ended = new Promise((resolve) => child.on("exit", resolve));
			child.stdin.write("quit\n");
			expect(await ended).toBe(0);
		} finally {
			child.kill();
			rmSync(out, { recursive: true, force: true });
		}
	});
});
