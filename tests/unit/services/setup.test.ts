import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { finishBackup, foundInput, managerPin, openFounded } from "../../support/door.ts";
import { appOf } from "../../support/fixtures.ts";
import { openWorkstation, type Workstation } from "../../support/memory-workstation.ts";

const opened: Workstation[] = [];
const folders: string[] = [];
const keep = (ws: Workstation) => {
	opened.push(ws);
	return ws;
};
const tempFolder = () => {
	const dir = mkdtempSync(join(tmpdir(), "welt-setup-"));
	folders.push(dir);
	return dir;
};
afterEach(async () => {
	for (const ws of opened.splice(0)) await ws.dispose();
	for (const dir of folders.splice(0)) rmSync(dir, { recursive: true, force: true });
});

const sheetWords = { language: "zh-CN", centreName: "沿条", stationNumber: 1 } as const;

describe("set-up", () => {
	test("offers sensible first values and refuses everything once the centre is founded", async () => {
		const ws = keep(await openWorkstation());
		const defaults = await ws.call("setup.defaults", {});
		expect(defaults.code).toMatch(/^[1-9]\d{4}$/);
		expect(defaults.backupFolder).toBe(join(ws.dir, "..", "welt-backup"));
		const founded = await openFounded();
		keep(founded.ws);
		folders.push(founded.backupFolder);
		for (const [name, input] of [
			["setup.defaults", {}],
			["setup.drawRecovery", sheetWords],
			["setup.checkFolder", { folder: tmpdir() }],
			["setup.checkRecovery", { text: "ABCDE" }],
			["setup.findBackups", { folder: tmpdir() }],
			["setup.demo", { language: "zh-CN" }],
			["setup.found", foundInput("ABCDE", null)],
			["setup.restore", { folder: "/", code: "ABCDE", stationNumber: 2 }],
		] as const) {
			const answer = await founded.ws.tryCall(name, input);
			expect(answer, name).toMatchObject({ ok: false, error: { reason: "setup.already-done" } });
		}
	});

	test("founds the centre with its facts and signs the manager in", async () => {
		const { ws, manager, backupFolder } = await openFounded();
		keep(ws);
		folders.push(backupFolder);
		expect(await ws.call("workstation.state", {})).toMatchObject({
			phase: "ready",
			centreName: "沿条维修中心(徐汇店)",
			person: { id: manager, name: "王店长", roles: ["manager"], number: "01" },
			notices: [],
		});
		const app = appOf(ws);
		const { store, dev } = app.log.identity;
		const types = app.events.list([`station:${dev}`, `store:${store}`, `person:${manager}`]).map((e) => e.type);
		expect(types).toEqual([
			"station.opened",
			"store.founded",
			"standard.adopted",
			"standard.adopted",
			"person.added",
			"person.credential_set",
		]);
		expect(app.states.get("station", dev).state.adopted).toMatchObject({
			standard: { version: app.standard.index.standard.manifest.version, sha256: app.standard.sha256 },
			prices: { sample: true },
		});
		await ws.call("session.lock", {});
		expect(await ws.call("session.signIn", { person: manager, pin: managerPin })).toMatchObject({ id: manager });
	});

	test("needs the sheet read back: the asked group, or the whole code", async () => {
		const ws = keep(await openWorkstation());
		expect(await ws.tryCall("setup.checkRecovery", { text: "ABCDE" })).toMatchObject({
			error: { reason: "recovery.not-drawn" },
		});
		const { groups, ask, paper } = await ws.call("setup.drawRecovery", sheetWords);
		expect(groups).toHaveLength(8);
		const holds = async (text: string) => (await ws.call("setup.checkRecovery", { text })).holds;
		expect(await holds(groups[ask - 1]?.toLowerCase() ?? "")).toBe(true);
		expect(await holds(`WR-${groups.join("")}`)).toBe(true);
		expect(await holds(groups[ask % 8] ?? "")).toBe(false);
		expect(await ws.tryCall("setup.found", foundInput("00000", null))).toMatchObject({
			error: { reason: "recovery.check-wrong" },
		});
		expect(await ws.call("workstation.state", {})).toMatchObject({ phase: "set-up" });
		const read = await ws.core.readMedia(paper, { host: "memory", client: "test" });
		expect(read.ok && Buffer.from(read.value.bytes).subarray(0, 5).toString()).toBe("%PDF-");
	});

	test("refuses PINs anybody would guess and hours that cannot be", async () => {
		const ws = keep(await openWorkstation());
		const { groups } = await ws.call("setup.drawRecovery", sheetWords);
		const input = foundInput(groups.join(""), null);
		for (const pin of ["0000", "1234", "87654321"]) {
			const answer = await ws.tryCall("setup.found", { ...input, manager: { name: "王", pin } });
			expect(answer).toMatchObject({ error: { reason: "session.weak-pin" } });
		}
		const closed = { ...input.calendar, weekly: [[], [], [], [], [], [], []] };
		expect(await ws.tryCall("setup.found", { ...input, calendar: closed })).toMatchObject({
			error: { reason: "store.never-open" },
		});
	});

	test("tries a backup folder without leaving anything behind", async () => {
		const ws = keep(await openWorkstation());
		const base = tempFolder();
		const wanted = join(base, "a", "b");
		expect(await ws.call("setup.checkFolder", { folder: wanted })).toMatchObject({ folder: wanted, sameDisk: true });
		expect(readdirSync(base)).toEqual([]);
		writeFileSync(join(base, "file"), "");
		for (const [folder, reason] of [
			["relative/path", "backup.folder-relative"],
			[join(ws.dir, "backups"), "backup.folder-in-data"],
			[join(base, "file"), "backup.folder-not-a-folder"],
		] as const) {
			expect(await ws.tryCall("setup.checkFolder", { folder })).toMatchObject({ error: { reason } });
		}
	});

	test("without a backup folder every screen says so", async () => {
		const ws = keep(await openWorkstation());
		const { groups } = await ws.call("setup.drawRecovery", sheetWords);
		await ws.call("setup.found", foundInput(groups.join(""), null));
		expect((await ws.call("workstation.state", {})).notices).toEqual(["backup.no-folder"]);
	});

	test("the demo workshop shows its PINs on the sign-in screen and nowhere else", async () => {
		const ws = keep(await openWorkstation());
		await ws.call("setup.demo", { language: "zh-CN" });
		ws.clock.pass(0);
		expect(await ws.call("workstation.state", {})).toMatchObject({ phase: "ready", demo: true, person: null });
		const { people } = await ws.call("session.people", {});
		expect(people.length).toBeGreaterThanOrEqual(4);
		for (const { id, demoPin } of people) {
			expect(await ws.call("session.signIn", { person: id, pin: demoPin ?? "" })).toMatchObject({ id });
		}
		const { ws: real, backupFolder } = await openFounded();
		keep(real);
		folders.push(backupFolder);
		expect((await real.call("session.people", {})).people.map((p) => p.demoPin)).toEqual([null]);
	}, 60_000);

	test("restores a backup into an empty workstation and goes on with it", async () => {
		const old = await openFounded();
		keep(old.ws);
		folders.push(old.backupFolder);
		await old.ws.call("backup.start", {});
		await finishBackup(old.ws);
		const identity = appOf(old.ws).log.identity;

		const ws = keep(await openWorkstation({ seed: 77 }));
		const { backups } = await ws.call("setup.findBackups", { folder: old.backupFolder });
		expect(backups).toMatchObject([{ code: "01234", usedStations: [1], nextStation: 2, photos: 0 }]);
		const folder = backups[0]?.folder ?? "";
		const wrong = await ws.tryCall("setup.restore", { folder, code: old.groups.join("").slice(1), stationNumber: 2 });
		expect(wrong).toMatchObject({ error: { reason: "recovery.length", details: { count: 39 } } });
		const used = await ws.tryCall("setup.restore", { folder, code: old.groups.join(""), stationNumber: 1 });
		expect(used).toMatchObject({ error: { reason: "restore.station-used" } });
		await ws.call("setup.restore", { folder, code: old.groups.join(" "), stationNumber: 2 });
		ws.clock.pass(0);
		expect(await ws.call("workstation.state", {})).toMatchObject({
			phase: "ready",
			centreName: "沿条维修中心(徐汇店)",
			person: null,
		});
		const app = appOf(ws);
		expect(app.log.identity).toEqual({ ...identity, epoch: 2 });
		expect(app.states.get("station", identity.dev).state).toMatchObject({ number: 2, epoch: 2, label: "前台" });
		expect(await ws.call("session.signIn", { person: old.manager, pin: managerPin })).toMatchObject({ number: "01" });
		expect(existsSync(join(ws.dir, "restored"))).toBe(false);
		const again = keep(await ws.restart());
		expect(await again.call("workstation.state", {})).toMatchObject({ phase: "ready" });
	});
});
