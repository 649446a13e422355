import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { stationEvents } from "../../../domain/station/station.ts";
import { openStandard } from "../../../main/services/standard/shipped.ts";
import { appOf, openReadyWorkstation } from "../../support/fixtures.ts";
import { rootDir } from "../../support/memory-workstation.ts";

let dir: string;
let shipped: string;
let data: string;
beforeEach(() => {
	dir = mkdtempSync(join(tmpdir(), "welt-standard-"));
	shipped = join(dir, "shipped");
	data = join(dir, "data");
	cpSync(join(rootDir, "assets", "standard"), shipped, { recursive: true });
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

function tamper(name: string): void {
	const path = join(shipped, name);
	writeFileSync(path, readFileSync(path, "utf8").replace("开胶", "开胶了"));
}

test("a sound standard is in force and kept as the last good copy", () => {
	const desk = openStandard(shipped, data);
	expect(desk.refused).toBeNull();
	expect(desk.index.faults.size).toBe(94);
	expect(readFileSync(join(data, "standard", "manifest.json"), "utf8")).toBe(
		readFileSync(join(shipped, "manifest.json"), "utf8"),
	);
});

test("a tampered file is refused by name and the last good version stays in force", () => {
	const good = openStandard(shipped, data);
	tamper("faults.json");
	const desk = openStandard(shipped, data);
	expect(desk.refused).toEqual({ reason: "standard.checksum", file: "faults.json" });
	expect(desk.sha256).toBe(good.sha256);
	expect(desk.index.faults.get("FW01")?.name.zh).toBe("开胶");
});

test("a file that is no JSON, or gone, is refused too", () => {
	openStandard(shipped, data);
	rmSync(join(shipped, "parts.json"));
	expect(openStandard(shipped, data).refused).toEqual({ reason: "standard.missing-file", file: "parts.json" });
	writeFileSync(join(shipped, "manifest.json"), "{");
	expect(openStandard(shipped, data).refused).toMatchObject({ reason: "standard.shape" });
});

test("without any good copy the workstation says why it cannot start", () => {
	tamper("faults.json");
	expect(() => openStandard(shipped, data)).toThrow(
		expect.objectContaining({ code: "storage-damaged", reason: "standard.checksum" }),
	);
});

test("a last good copy that was tampered with as well is not trusted", () => {
	openStandard(shipped, data);
	tamper("faults.json");
	writeFileSync(join(data, "standard", "parts.json"), "[]");
	expect(() => openStandard(shipped, data)).toThrow(expect.objectContaining({ reason: "standard.checksum" }));
});

test("a newer standard is recorded as adopted once, when a founded workstation starts with it", async () => {
	const ws = await openReadyWorkstation();
	const { dev } = ws.app.log.identity;
	const adopt = stationEvents["standard.adopted"];
	ws.app.log.append(dev, [
		stationEvents["station.opened"].make(`station:${dev}`, { number: 1, label: "" }),
		adopt.make(`station:${dev}`, { what: "standard", version: "2025.1", sha256: "0".repeat(64), sample: true }),
	]);
	const again = await ws.restart();
	const adopted = appOf(again).states.get("station", dev);
	expect(adopted.state.adopted["standard"]).toMatchObject({
		version: "2026.1",
		sha256: again.core.app?.standard.sha256,
	});
	const third = await again.restart();
	expect(appOf(third).states.get("station", dev).version).toBe(adopted.version);
	await third.dispose();
});
