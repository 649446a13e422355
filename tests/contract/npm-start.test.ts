import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { enter } from "../support/browser-client.ts";

const root = join(import.meta.dirname, "../..");

let data: string;
let running: Npm[];
beforeEach(() => {
	data = mkdtempSync(join(tmpdir(), "welt-npm-"));
	running = [];
});
afterEach(async () => {
	for (const one of running) {
		one.child.kill("SIGTERM");
		await one.ended;
	}
	rmSync(data, { recursive: true, force: true });
});

type Npm = {
	child: ChildProcess;
	out(): string;
	err(): string;
	firstLine: Promise<string>;
	ended: Promise<number | null>;
};

/** `npm start --silent -- …`, as a supervisor would run it. */
function npmStart(...words: string[]): Npm {
	const [program = "npm", ...before] = process.env["npm_execpath"]?.endsWith(".js")
		? [process.execPath, process.env["npm_execpath"]]
		: ["npm"];
	const child = spawn(program, [...before, "start", "--silent", "--", ...words], {
		cwd: root,
		stdio: ["ignore", "pipe", "pipe"],
		shell: process.platform === "win32",
	});
	let out = "";
	let err = "";
	const ended = new Promise<number | null>((done) => child.once("close", (code) => done(code)));
	const firstLine = new Promise<string>((done) => {
		child.stdout.on("data", (text: Buffer) => {
			out += text.toString();
			if (out.includes("\n")) done(out.split("\n")[0] ?? "");
		});
	});
	child.stderr.on("data", (text: Buffer) => {
		err += text.toString();
	});
	const one = { child, out: () => out, err: () => err, firstLine, ended };
	running.push(one);
	return one;
}

describe("npm start on the loopback host", () => {
	it.each(["SIGTERM", "SIGINT"] as const)(
		"says one line on stdout when it takes work, and stops well on %s",
		async (signal) => {
			const npm = npmStart("--host=loopback", "--no-open", "--port=0", `--data=${data}`);
			const line = JSON.parse(await npm.firstLine) as { ready: boolean; url: string; data: string };
			expect(Object.keys(line)).toEqual(["ready", "url", "data"]);
			expect(line).toMatchObject({ ready: true, data });
			expect(line.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{43}$/);
			const client = await enter(line.url);
			expect(await client.call("workstation.state")).toMatchObject({ ok: true });
			const page = await fetch(`${client.origin}/`, { headers: { cookie: client.cookie } });
			expect(await page.text()).toContain('<div id="root">');
			npm.child.kill(signal);
			expect(await npm.ended).toBe(0);
			expect(npm.out().trimEnd().split("\n")).toHaveLength(1);
			expect(npm.err()).toContain(data);
			await expect(fetch(client.origin)).rejects.toThrow();
		},
	);

	it("refuses options it doesn't know with a sentence, and says nothing on stdout", async () => {
		const npm = npmStart("--hots=loopback");
		expect(await npm.ended).toBe(2);
		expect(npm.out()).toBe("");
		expect(npm.err()).toMatch(/不认识的选项 --hots=loopback.*Unknown option --hots=loopback/s);
	});

	it("refuses a second start on the same data with a sentence and the first one's address", async () => {
		const words = ["--host=loopback", "--no-open", "--port=0", `--data=${data}`];
		const first = JSON.parse(await npmStart(...words).firstLine) as { url: string };
		const second = npmStart(...words);
		expect(await second.ended).toBe(1);
		expect(second.out()).toBe("");
		expect(second.err()).toContain(first.url);
	});

	it("never falls back to the browser when Electron is demanded", async () => {
		const npm = npmStart("--host=electron", "--no-open", `--data=${data}`);
		expect(await npm.ended).toBe(2);
		expect(npm.err()).toContain("--host=loopback");
	});
});
