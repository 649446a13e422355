import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { enter } from "../support/browser-client.ts";
import { startWorkstation, type Workstation, type WorkstationOptions } from "../support/workstation.ts";

let data: string;
let running: Workstation[];
beforeEach(() => {
	data = mkdtempSync(join(tmpdir(), "welt-process-"));
	running = [];
});
afterEach(async () => {
	for (const one of running) await one.kill();
	rmSync(data, { recursive: true, force: true });
});

async function start(options: WorkstationOptions = {}): Promise<Workstation> {
	const one = await startWorkstation({ data, ...options });
	running.push(one);
	return one;
}

/** Runs on a file system of its own, mounted for this process only. */
const mounted = (mount: string): string[] => ["unshare", "-m", "sh", "-c", `${mount} && exec "$@"`, "sh"];
const mayMount = process.platform === "linux" && process.getuid?.() === 0;

describe("a workstation process", () => {
	it("takes work, and ends well when told to", async () => {
		const one = await start();
		const client = await enter(one.url);
		expect(await client.call("workstation.state")).toMatchObject({ ok: true, value: { phase: "set-up" } });
		expect(await one.stop()).toBe(0);
		expect(one.errors()).toBe("");
	});

	it("works on and ends well when nobody reads what it says any more", async () => {
		const words = [join(import.meta.dirname, "../../main/loopback/index.ts"), "--port=0", `--data=${data}`];
		const child = spawn(process.execPath, words, { stdio: ["ignore", "pipe", "pipe"] });
		const ended = new Promise((done) => child.once("exit", done));
		try {
			const [line] = (await once(createInterface({ input: child.stdout }), "line")) as [string];
			const { call } = await enter((JSON.parse(line) as { url: string }).url);
			child.stdout.destroy();
			child.stderr.destroy();
			// Slow calls are told, each by a line.
			expect(await call("setup.demo", { language: "zh-CN" })).toMatchObject({ ok: true });
			const { value } = (await call("session.people")) as { value: { people: { id: string; demoPin: string }[] } };
			for (const { id, demoPin } of value.people)
				expect(await call("session.signIn", { person: id, pin: demoPin })).toMatchObject({ ok: true });
			child.kill("SIGTERM");
			expect(await ended).toBe(0);
		} finally {
			child.kill("SIGKILL");
		}
	});

	it("refuses a second start on the same data, in words and with the first one's address", async () => {
		const one = await start();
		await expect(startWorkstation({ data })).rejects.toThrow(/ended with 1.*已被另一个 Welt 打开.*data\.in-use/s);
		await expect(startWorkstation({ data })).rejects.toThrow(new URL(one.url).origin);
		expect(await (await enter(one.url)).call("workstation.state")).toMatchObject({ ok: true });
	});

	it("starts again at once after it was killed, with everything it had acknowledged", async () => {
		const one = await start({ demo: true });
		const before = await (await enter(one.url)).call("workstation.state");
		expect(before).toMatchObject({ ok: true, value: { phase: "ready", demo: true } });
		await one.kill();
		const again = await start();
		expect(again.ready).toBe(true);
		const after = await (await enter(again.url)).call("workstation.state");
		expect(after).toMatchObject({ ok: true, value: { phase: "ready", demo: true } });
	});

	it("gives every run a new token; the old one opens nothing", async () => {
		const one = await start();
		const old = new URL(one.url).searchParams.get("token");
		await one.stop();
		const again = await start();
		const { origin } = new URL(again.url);
		expect((await fetch(`${origin}/?token=${old}`)).status).toBe(401);
	});

	it("says on the screen that the database is damaged, and leaves it alone", async () => {
		await (await start()).stop();
		const file = join(data, "welt.db");
		const damaged = Buffer.concat([Buffer.from("not a database"), readFileSync(file).subarray(14)]);
		writeFileSync(file, damaged);
		const one = await start();
		expect(one).toMatchObject({ ready: false, reason: "storage.damaged" });
		const client = await enter(one.url);
		expect(await client.call("workstation.state")).toMatchObject({ ok: true, value: { phase: "broken" } });
		expect(await client.call("session.signIn", {})).toMatchObject({ ok: false });
		await one.stop();
		expect(Buffer.compare(readFileSync(file), damaged)).toBe(0);
	});

	it("says so when the key is gone, and makes no new one over old data", async () => {
		await (await start()).stop();
		rmSync(join(data, "workstation.key"));
		expect(await start()).toMatchObject({ ready: false, reason: "vault.key-missing" });
	});

	it.runIf(mayMount)("says on the screen that the disk is full", async () => {
		const one = await start({ within: mounted(`mount -t tmpfs -o size=64k tmpfs "${data}"`) });
		expect(one).toMatchObject({ ready: false, reason: "storage.full" });
	});

	it.runIf(mayMount)("says on the screen that the folder is read-only, new or not", async () => {
		const readOnly = mounted(`mount --bind "${data}" "${data}" && mount -o remount,ro,bind "${data}"`);
		const fresh = await start({ within: readOnly });
		expect(fresh).toMatchObject({ ready: false, reason: "storage.read-only" });
		await fresh.stop();
		await (await start()).stop();
		const old = await start({ within: readOnly });
		expect(old.ready).toBe(false);
		// SQLite can't open a write-ahead database it can't write beside.
		expect(["storage.read-only", "storage.cannot-open"]).toContain(old.reason);
	});
});
