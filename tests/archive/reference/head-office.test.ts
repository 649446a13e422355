/** The head office's own side: what it may publish, and standard, promises, workshops and staff on their way to a store. */
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { publishFile } from "../../../archive/server/command/publish.ts";
import { createCurrentStandard } from "../../../archive/server/reference/current.ts";
import { carryStaff } from "../../../archive/server/reference/staff.ts";
import { verifyArchive } from "../../../archive/server/verify/verify.ts";
import { listPeople } from "../../../db/queries/people.ts";
import { startArchive, type TestArchive } from "../support/archive.ts";
import { type Database, startPostgres } from "../support/postgres.ts";
import { begun, openShop, priceList, publishFor, type Shop, shippedFiles, soleFen } from "./shop.ts";

let database: Database;
let archive: TestArchive;
let dir: string;
let shop: Shop | undefined;

beforeAll(async () => {
	database = await startPostgres();
});
afterAll(() => database.stop());
beforeEach(async () => {
	archive = await startArchive(database.url);
	dir = mkdtempSync(join(tmpdir(), "welt-hq-"));
});
afterEach(async () => {
	await shop?.ws.dispose();
	shop = undefined;
	await archive.archive.sql.structure("TRUNCATE reference_document, staff_applied");
	await archive.stop();
	rmSync(dir, { recursive: true, force: true });
});

const brandOf = () => archive.brands[0] ?? "";
const write = (name: string, value: unknown) => {
	const path = join(dir, name);
	writeFileSync(path, typeof value === "string" ? value : JSON.stringify(value));
	return path;
};
const publishIt = (kind: string, file: string, more: Record<string, string> = {}) =>
	publishFile(archive.archive, { kind, file, brand: brandOf(), ...more });

/** The shipped standard as the head office's own: a version, signed for use, files changed at will. */
function standardFiles(version: string, change: Record<string, (text: string) => string> = {}): Record<string, string> {
	const files: Record<string, string> = shippedFiles();
	for (const [name, make] of Object.entries(change)) files[name] = make(files[name] ?? "");
	const manifest = JSON.parse(files["manifest.json"] ?? "{}");
	manifest.version = version;
	manifest.sample = false;
	for (const file of manifest.files)
		file.sha256 = createHash("sha256")
			.update(files[file.name] ?? "")
			.digest("hex");
	files["manifest.json"] = JSON.stringify(manifest);
	return files;
}

function writeStandard(name: string, files: Record<string, string>): string {
	const folder = join(dir, name);
	mkdirSync(folder);
	for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
	return folder;
}

test("what may not be published is refused with a sentence, and nothing is kept of it", async () => {
	const no = (kind: string, file: string, more?: Record<string, string>) =>
		publishIt(kind, file, more).then(
			() => "published",
			(error: Error) => error.message,
		);
	expect(await no("weather", "x")).toMatch(/^publish needs --kind=standard\|prices/);
	expect(await no("prices", join(dir, "none.json"))).toMatch(/no file .*none\.json/);
	expect(await no("prices", write("broken.json", "{"))).toMatch(/broken\.json is not JSON/);
	expect(await no("prices", write("list.json", [1]))).toMatch(/needs a "version"/);
	expect(await no("prices", write("half.json", { version: "2026.2" }))).toMatch(/not what it should be: id/);
	expect(await no("prices", write("sample.json", priceList("2026.2", 1, { sample: true })))).toMatch(/a sample/);
	const odd = priceList("2026.2", 1, { operations: [{ code: "O99", unit: "pair", unitFen: 1 }] });
	expect(await no("prices", write("odd.json", odd))).toMatch(/don't fit the standard's: prices → operation O99/);
	expect(await no("prices", write("half-fen.json", priceList("2026.2", 0.5)))).toMatch(/not a safe integer/);
	expect(await no("prices", write("p.json", priceList("2026.2", 1)), { from: "soon" })).toMatch(/--from is a day/);
	expect(await no("prices", write("q.json", priceList("2026.2", 1)), { brand: "0".repeat(8) })).toMatch(
		/^publish needs/,
	);
	expect(await no("standard", write("s.json", {}))).toMatch(/is a folder/);
	const tampered = standardFiles("2026.2");
	tampered["faults.json"] = (tampered["faults.json"] ?? "").replace("开胶", "开胶了");
	expect(await no("standard", writeStandard("tampered", tampered))).toMatch(
		/checksum the manifest gives: faults\.json/,
	);
	expect(
		await archive.archive.sql.transaction([brandOf()], (tx) => tx.rows("SELECT 1 FROM reference_document")),
	).toEqual([]);

	const said = await publishIt("prices", write("good.json", priceList("2026.9", 9900)), { from: "2026-12-01" });
	expect(said).toMatchObject({ kind: "prices", version: "2026.9", effectiveFrom: "2026-11-30T16:00:00.000Z" });
	expect(await no("prices", write("again.json", priceList("2026.9", 9901)))).toMatch(
		/2026\.9 is not newer than 2026\.9/,
	);
	expect(await no("prices", write("older.json", priceList("2026.8", 9901)))).toMatch(/2026\.8 is not newer/);
	expect(await publishIt("prices", write("ten.json", priceList("2026.10", 9902)))).toMatchObject({
		version: "2026.10",
	});
});

test("what was published can be neither changed nor deleted by the server", async () => {
	await publishFor(archive, brandOf(), "prices", priceList("2026.2", 9900));
	const { sql } = archive.archive;
	const touched = await sql.transaction([brandOf()], async (tx) => [
		...(await tx.rows("UPDATE reference_document SET text = '' RETURNING 1")),
		...(await tx.rows("DELETE FROM reference_document RETURNING 1")),
	]);
	expect(touched).toEqual([]);
});

test("what is published is verified with the rest: another text, another day, another number", async () => {
	await publishFor(archive, brandOf(), "prices", priceList("2026.2", 9900));
	const { sql } = archive.archive;
	const faults = async (change: string, back: string) => {
		await sql.structure(`UPDATE reference_document SET ${change}`);
		const { faults, looked } = await verifyArchive(archive.archive);
		await sql.structure(`UPDATE reference_document SET ${back}`);
		expect(looked.documents).toBe(1);
		return faults.map(({ kind, what }) => `${kind}: ${what}`);
	};
	expect(await faults("text = text", "text = text")).toEqual([]);
	expect(await faults("text = replace(text, '9900', '9901')", "text = replace(text, '9901', '9900')")).toEqual([
		"document: the text is not the one that was signed",
	]);
	expect(await faults("effective_from = effective_from + 1", "effective_from = effective_from - 1")).toEqual([
		"document: the signature is not this archive's",
	]);
	expect(await faults("rank = rank + 1", "rank = rank - 1")).toEqual(["document: its number was moved"]);
});

test("a standard of the head office's: words, clocks and list change together, and one never leaves the other behind", async () => {
	shop = await openShop(archive);
	const { app } = shop.ws;
	const renamed = standardFiles("2026.2", { "faults.json": (text) => text.replace("前掌开胶", "鞋底前掌开胶") });
	await publishIt("standard", writeStandard("renamed", renamed), { from: "2026-11-20" });
	await publishFor(archive, brandOf(), "prices", priceList("2026.2", 9900));
	await shop.round();
	expect(app.standard.index.standard.manifest).toMatchObject({ version: "2026.2", sample: false });
	expect(app.standard.inForce.standard.row).toMatchObject({ version: "2026.2" });
	expect(await soleFen(shop)).toEqual({ fen: 9900, sample: false });
	// The archive's own page goes by it as well, from its day on.
	const standardOf = createCurrentStandard(archive.archive);
	expect((await standardOf(brandOf())).standard.manifest.version).toBe("2026.2");
	expect((await standardOf(archive.brands[1] ?? "")).standard.manifest.version).toBe("2026.1");
	// A code that jobs may name stays for ever: what is offered no more leaves the price list.
	const short = standardFiles("2026.3", {
		"vocab.json": (text) => {
			const vocab = JSON.parse(text);
			return JSON.stringify({ ...vocab, colours: vocab.colours.slice(1) });
		},
	});
	const refusal = publishIt("standard", writeStandard("short", short));
	await expect(refusal).rejects.toThrow(/don't fit the standard's: left out: colours \w+\./);
	await shop.restart();
	expect(shop.app().standard.index.standard.manifest.version).toBe("2026.2");
	const { dev } = shop.app().log.identity;
	expect(shop.app().states.get("station", dev).state.adopted["standard"]).toMatchObject({ version: "2026.2" });
});

test("promises are judged by: terms, single components and the clocks' limits; the store's rules stay what they were", async () => {
	shop = await openShop(archive);
	const { app } = shop.ws;
	const promises = {
		...{ id: "brand-2027", version: "2026.1", name: { zh: "两年质保" }, clockSet: "B" },
		...{ repair: { unit: "month", amount: 24 }, components: { outsole: { unit: "month", amount: 6 } } },
	};
	await publishFor(archive, brandOf(), "promises", promises);
	await shop.round();
	expect(app.standard.index.promises).toMatchObject({ version: "2026.1" });
	expect(app.store().state.policies.clockSet).toBe("B");
	shop.ws.as("manager");
	expect((await shop.ws.call("store.get", {})).policies.clockSet).toBe("A");
	const odd = { ...promises, version: "2026.2", components: { wing: { unit: "day", amount: 1 } } };
	await expect(publishFor(archive, brandOf(), "promises", odd)).rejects.toThrow(/component wing/);
});

test("the list of workshops names them, here and at the archive, with address and telephone", async () => {
	shop = await openShop(archive);
	const { store } = shop.ws.app.log.identity;
	const stores = [
		{ code: shop.code, name: "徐汇旗舰店", address: "上海市徐汇区", phone: "021-64370000" },
		{ code: "99999", name: "还没接入的店", address: "", phone: "" },
	];
	await publishFor(archive, brandOf(), "stores", { version: "2026.1", stores });
	await shop.round();
	const { writer } = shop.ws.app;
	expect(writer.prepare("SELECT * FROM workshop").all()).toEqual([{ id: store, ...stores[0] }]);
	const named = await archive.archive.sql.transaction([], (tx) =>
		tx.rows("SELECT name FROM store WHERE id = $1", [store]),
	);
	expect(named).toEqual([{ name: "徐汇旗舰店" }]);
	const twice = { version: "2026.2", stores: [stores[0], stores[0]] };
	await expect(publishFor(archive, brandOf(), "stores", twice)).rejects.toThrow(/a store code twice/);
});

test("staff come as events of the archive's chain: added, changed, gone; PINs are the store's; no store is left without a manager", async () => {
	shop = await openShop(archive);
	const { app, staff } = shop.ws;
	const code = shop.code;
	const people = () =>
		listPeople(app.reader).map(({ name, number, roles, active }) => [number, name, roles.join("+"), active]);
	const person = (number: string, name: string, roles: string[], more = {}) => ({
		number,
		name,
		roles,
		stores: [code],
		...more,
	});
	const list = (version: string, rows: object[]) =>
		publishIt("staff", write(`${version}.json`, { version, people: rows }));

	const said = await list("2026.1", [
		person("02", "李师傅", ["technician", "inspector"]),
		person("11", "赵新", ["clerk"]),
		{ ...person("12", "孙远", ["clerk"]), stores: ["99998"] },
	]);
	expect(said.staff).toEqual({ written: [code], waiting: ["99998"], refused: [] });
	await shop.round();
	expect(people()).toEqual(
		expect.arrayContaining([
			["01", "周敏", "clerk", true],
			["02", "李师傅", "technician+inspector", true],
			["11", "赵新", "clerk", true],
			["04", "王店长", "manager", true],
		]),
	);
	// The same person, not another of that number.
	expect(people().filter(([number]) => number === "02")).toHaveLength(1);
	expect(app.states.get("person", staff.technician).state.roles).toEqual(["technician", "inspector"]);
	const fresh = listPeople(app.reader).find(({ number }) => number === "11");
	expect(app.local.findPin(fresh?.id ?? "")).toBeUndefined();
	shop.ws.as("manager");
	await shop.ws.call("staff.setPin", { person: fresh?.id ?? "", pin: "8642" });
	expect(app.local.findPin(fresh?.id ?? "")).toBeDefined();

	// Carried once: a second look writes nothing.
	const { pos = 0 } = app.sync.rows.findCursor(`store:${app.log.identity.store}`) ?? {};
	await carryStaff(archive.archive, brandOf());
	await shop.round();
	const after = app.sync.rows.findCursor(`store:${app.log.identity.store}`);
	const own = app.events.list([`person:${fresh?.id ?? ""}`]).length;
	expect({ grew: (after?.pos ?? 0) - pos, own }).toEqual({ grew: 1, own: 2 });

	await list("2026.2", [person("11", "赵新", ["clerk"], { left: true }), person("01", "周敏", ["clerk"])]);
	await shop.round();
	expect(people().find(([number]) => number === "11")).toEqual(["11", "赵新", "clerk", false]);

	// Who stands at the screen meanwhile: other roles count at once, who left is out, PIN and all.
	shop.ws.as("clerk");
	await list("2026.3", [person("01", "周敏", ["clerk", "inspector"])]);
	await shop.round();
	expect(app.session.current()).toMatchObject({ person: staff.clerk, roles: ["clerk", "inspector"] });
	await list("2026.4", [person("01", "周敏", ["clerk"], { left: true })]);
	await shop.round();
	expect(app.session.current()).toBeUndefined();
	expect(app.local.findPin(staff.clerk)).toBeUndefined();
	await list("2026.5", [person("01", "周敏", ["clerk"])]);
	await shop.round();
	expect(people().find(([number]) => number === "01")).toEqual(["01", "周敏", "clerk", true]);
	expect(app.local.findPin(staff.clerk)).toBeUndefined();

	const alone = await list("2026.6", [person("04", "王店长", ["manager"], { left: true })]);
	expect(alone.staff).toMatchObject({ written: [], refused: [code] });
	await shop.round();
	expect(people().find(([number]) => number === "04")).toEqual(["04", "王店长", "manager", true]);
	await expect(publishIt("staff", write("x.json", {}), { from: "2026-12-01" })).rejects.toThrow(/leave --from out/);
	// Nobody is handed the list of all stores.
	expect(app.standard.rows.list()).toEqual([]);
	expect(begun).toBeLessThan(shop.ws.clock.now);
});
