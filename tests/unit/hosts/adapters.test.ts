import { spawn } from "node:child_process";
import {
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	symlinkSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Refusal } from "../../../domain/errors.ts";
import { defaultDataFolder, openDataFolder } from "../../../main/adapters/data-folder.ts";
import { lockData, runningAddress } from "../../../main/adapters/data-lock.ts";
import { createKeyFile } from "../../../main/adapters/key-file.ts";
import { createRotatingLog } from "../../../main/adapters/rotating-log.ts";
import { startSentence } from "../../../main/adapters/start-sentence.ts";
import { createIds } from "../../../main/adapters/uuid-v7.ts";

let dir: string;
beforeEach(() => {
	dir = mkdtempSync(join(tmpdir(), "welt-adapters-"));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

describe("ids", () => {
	it("are uuids of version 7 that sort as they were made, even when the clock stands still or goes back", () => {
		const times = [1_800_000_000_000, 1_800_000_000_000, 1_799_999_999_000, 1_800_000_000_001];
		let at = 0;
		const clock = { now: () => times[Math.min(at++, 3)] ?? 0, mono: () => 0 };
		const ids = createIds(clock, { bytes: (count) => new Uint8Array(count).fill(0xff) });
		const made = Array.from({ length: 9000 }, () => ids.uuid());
		expect(made[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
		expect(made.toSorted()).toEqual(made);
		expect(new Set(made).size).toBe(made.length);
	});
});

describe("the lock on a data folder", () => {
	it("is held once, by whatever name the folder is called", async () => {
		const lock = await lockData(dir);
		symlinkSync(dir, `${dir}-link`);
		await expect(lockData(dir)).rejects.toMatchObject({ code: "conflict", reason: "data.in-use" });
		await expect(lockData(`${dir}-link`)).rejects.toMatchObject({ reason: "data.in-use" });
		rmSync(`${dir}-link`);
		await lock.release();
		await (await lockData(dir)).release();
	});

	it("tells the second start where the first one is", async () => {
		const lock = await lockData(dir);
		lock.announce("http://127.0.0.1:1/?token=x");
		await expect(lockData(dir)).rejects.toMatchObject({ details: { address: "http://127.0.0.1:1/?token=x" } });
		expect(statSync(join(dir, "running.json")).mode & 0o077).toBe(0);
		await lock.release();
		expect(runningAddress(dir)).toBeUndefined();
	});

	it("is free again the moment its holder is killed", async () => {
		const adapter = join(import.meta.dirname, "../../../main/adapters/data-lock.ts");
		const code = `const { lockData } = await import(${JSON.stringify(adapter)});
			(await lockData(${JSON.stringify(dir)})).announce("http://old/"); console.log("held"); process.stdin.resume();`;
		const holder = spawn(process.execPath, ["--input-type=module", "-e", code], { stdio: ["pipe", "pipe", "inherit"] });
		await new Promise((done) => holder.stdout.once("data", done));
		await expect(lockData(dir)).rejects.toMatchObject({ reason: "data.in-use" });
		const gone = new Promise((done) => holder.once("exit", done));
		holder.kill("SIGKILL");
		await gone;
		await (await lockData(dir)).release();
	});
});

describe("the key file", () => {
	it("is found again, and only its owner may read it", async () => {
		const keys = createKeyFile(dir);
		const key = Uint8Array.from({ length: 32 }, (_, at) => 255 - at);
		expect(await keys.load()).toBeUndefined();
		await keys.save(key);
		expect(await keys.load()).toEqual(key);
		expect(statSync(join(dir, "workstation.key")).mode & 0o777).toBe(0o600);
		expect(readdirSync(dir)).toEqual(["workstation.key"]);
	});

	it("is refused when damaged, or when the desktop app holds the key", async () => {
		writeFileSync(join(dir, "workstation.key"), "short");
		await expect(createKeyFile(dir).load()).rejects.toMatchObject({ reason: "vault.key-unreadable" });
		rmSync(join(dir, "workstation.key"));
		writeFileSync(join(dir, "workstation.key.sealed"), "x");
		await expect(createKeyFile(dir).load()).rejects.toMatchObject({ reason: "vault.key-sealed" });
	});
});

describe("the log", () => {
	const clock = { now: () => 1_800_000_000_000, mono: () => 0 };

	it("writes one line of JSON each, and echoes what is wrong", () => {
		const heard: string[] = [];
		const log = createRotatingLog({ dir, clock, echo: (line) => heard.push(line) });
		log.info("call", { name: "a.b", ms: 1.5 });
		log.error("core.broken", { reason: "行\n二" });
		const lines = readFileSync(join(dir, "welt.log"), "utf8").trimEnd().split("\n");
		expect(lines.map((line) => JSON.parse(line))).toEqual([
			{ at: "2027-01-15T08:00:00.000Z", level: "info", event: "call", name: "a.b", ms: 1.5 },
			{ at: "2027-01-15T08:00:00.000Z", level: "error", event: "core.broken", reason: "行\n二" },
		]);
		expect(heard).toHaveLength(1);
	});

	it("keeps five files", () => {
		const log = createRotatingLog({ dir, clock });
		const text = "x".repeat(1_000_000);
		for (let n = 0; n < 40; n += 1) log.info("long", { text });
		expect(readdirSync(dir).sort()).toEqual(["welt.log", "welt.log.1", "welt.log.2", "welt.log.3", "welt.log.4"]);
		expect(statSync(join(dir, "welt.log.4")).size).toBeLessThanOrEqual(5 * 1024 * 1024);
	});

	it("never stops the work when it can't be written", () => {
		writeFileSync(join(dir, "file"), "");
		const log = createRotatingLog({ dir: join(dir, "file"), clock });
		expect(() => log.info("call")).not.toThrow();
	});
});

describe("the data folder", () => {
	it("is each system's own per-user folder", () => {
		const home = "/home/li";
		expect(defaultDataFolder({ platform: "linux", env: {}, home })).toBe("/home/li/.local/share/welt");
		expect(defaultDataFolder({ platform: "linux", env: { XDG_DATA_HOME: "/x" }, home })).toBe("/x/welt");
		expect(defaultDataFolder({ platform: "darwin", env: {}, home })).toContain("Application Support");
		const local = "C:\\Users\\li\\AppData\\Local";
		expect(defaultDataFolder({ platform: "win32", env: { LOCALAPPDATA: local }, home })).toContain(local);
	});

	it("is made when missing, private; and refused in words when it can't be", () => {
		const made = openDataFolder(join(dir, "a/b"));
		expect(statSync(made).mode & 0o077).toBe(0);
		mkdirSync(join(dir, "c"));
		writeFileSync(join(dir, "c/file"), "");
		expect(() => openDataFolder(join(dir, "c/file/deeper"))).toThrow(Refusal);
	});
});

describe("what a terminal says when Welt can't start", () => {
	it("is a sentence in both languages with the reason's name", () => {
		const said = startSentence(new Refusal("conflict", "data.in-use", { address: "http://127.0.0.1:1/" }));
		expect(said).toMatch(/已被另一个 Welt 打开.*Another Welt.*data\.in-use.*http:\/\/127/s);
		expect(startSentence(Object.assign(new Error("listen"), { code: "EADDRINUSE" }))).toContain("--port=0");
		expect(startSentence(new Error("odd"))).toContain("odd");
	});
});
