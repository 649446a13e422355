/** `npm run archive:verify`: says nothing about a sound archive, and names the place of whatever was changed behind its back. */
import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { makeRoots } from "../../../archive/server/receipts/roots.ts";
import { verifyArchive } from "../../../archive/server/verify/verify.ts";
import { receive } from "../../support/fixtures.ts";
import { startArchive, type TestArchive } from "../support/archive.ts";
import { type Database, startPostgres } from "../support/postgres.ts";
import { quote, takeIn } from "../support/quoted.ts";
import { openWorkshop, type Workshop } from "../support/workshop.ts";

let database: Database;
let archive: TestArchive;
let shop: Workshop;
let owner: pg.Client;

beforeAll(async () => {
	database = await startPostgres();
	archive = await startArchive(database.url);
	shop = await openWorkshop(archive, "徐汇店");
	archive.clock.at = shop.clock.now;
	owner = new pg.Client({ connectionString: database.url });
	await owner.connect();
	receive(shop);
	const order = await takeIn(shop, Buffer.from("ffd8ffe000104a46494600010100000100010000ffd9", "hex"));
	quote(shop, order.jobId);
	await shop.sync();
	const form = new URLSearchParams({ job: order.jobId, answer: "accepted" });
	form.set("quote", shop.app.states.get("job", order.jobId).state.quotes[0]?.event ?? "");
	await archive.app.inject({
		method: "POST",
		url: `${order.path}/answer`,
		headers: { "content-type": "application/x-www-form-urlencoded" },
		payload: form.toString(),
	});
	await shop.sync();
	await makeRoots(archive.archive);
});
afterAll(async () => {
	await owner.end();
	await shop?.dispose();
	await archive.stop();
	await database.stop();
});

beforeEach(async () => {
	expect((await verifyArchive(archive.archive)).faults).toEqual([]);
});

/** Changes a row with the owner's rights, looks, and puts it back. */
async function tampered(change: string, back: string): Promise<string[]> {
	expect((await owner.query(change)).rowCount).toBeGreaterThan(0);
	const { faults } = await verifyArchive(archive.archive);
	await owner.query(back);
	return faults.map(({ kind, what }) => `${kind}: ${what}`);
}

test("a sound archive is counted through without a word", async () => {
	const { looked } = await verifyArchive(archive.archive);
	expect(looked).toMatchObject({ stores: 1, items: 2, roots: 2, pictures: 1 });
	expect(looked.events).toBeGreaterThan(20);
});

test("a changed text is found at its place, in its chain and in the item's feed", async () => {
	await owner.query('CREATE TABLE kept AS SELECT pos, text FROM event WHERE text LIKE \'%"type":"job.quoted"%\'');
	const found: string[] = [];
	await owner.query("UPDATE event e SET text = replace(e.text, '12000', '92000') FROM kept k WHERE e.pos = k.pos");
	const { faults } = await verifyArchive(archive.archive, ({ at }) => found.push(at));
	await owner.query("UPDATE event e SET text = k.text FROM kept k WHERE e.pos = k.pos");
	expect(faults[0]).toMatchObject({ kind: "chain", what: expect.stringContaining("it was changed") });
	expect(found[0]).toMatch(
		new RegExp(`^store ${shop.app.log.identity.store}, chain ${shop.app.log.identity.dev}/1, number \\d+`),
	);
	expect(faults.map(({ kind }) => kind)).toContain("item");
});

test("a lost event, a moved head, a foreign signature, a gap, a wrong checksum", async () => {
	await owner.query("CREATE TABLE lost AS SELECT * FROM event WHERE pos = 5");
	expect(await tampered("DELETE FROM event WHERE pos = 5", "INSERT INTO event SELECT * FROM lost")).toEqual(
		expect.arrayContaining([
			"feed: this place of the feed is missing",
			expect.stringMatching(/^chain: the chain goes from \d+ to \d+/),
		]),
	);
	const head = "UPDATE chain_head SET seq = seq";
	expect(await tampered(`${head} - 1 WHERE seq > 1`, `${head} + 1 WHERE seq > 1`)).toContainEqual(
		expect.stringMatching(/^head: the head stands at \d+/),
	);
	await owner.query("CREATE TABLE signed AS SELECT * FROM signed_head");
	const other = "UPDATE signed_head SET sig = translate(sig, 'ABCDEFabcdef', 'BCDEFAbcdefa')";
	const back =
		"UPDATE signed_head h SET sig = s.sig FROM signed s WHERE (s.dev, s.epoch, s.seq) = (h.dev, h.epoch, h.seq)";
	expect(await tampered(other, back)).toContain("head: the signature is not the writer's");
	const sum = "UPDATE store_feed SET chk = chk";
	expect(await tampered(`${sum} + 1`, `${sum} - 1`)).toContain("feed: the checksum is not that of the feed's events");
});

test("what was derived wrongly, a changed root, a lost picture", async () => {
	const code = "identifier (value, kind, brand, item) SELECT 'MADE-UP', 'serial', brand, item FROM item_feed LIMIT 1";
	expect(await tampered(`INSERT INTO ${code}`, "DELETE FROM identifier WHERE value = 'MADE-UP'")).toEqual([
		"code: kept, but no event says so",
	]);
	await owner.query("CREATE TABLE roots AS SELECT * FROM daily_root");
	const restored = "UPDATE daily_root d SET root = r.root FROM roots r WHERE r.brand = d.brand AND r.day = d.day";
	expect(await tampered("UPDATE daily_root SET root = repeat('0', 64)", restored)).toContain(
		"root: the signature is not this archive's",
	);
	const [picture] = await archive.archive.sql.transaction(archive.brands, (tx) =>
		tx.rows<{ sha: string; brand: string }>("SELECT encode(sha, 'hex') AS sha, brand FROM blob"),
	);
	await archive.archive.files.remove(`${picture?.brand}/${picture?.sha.slice(0, 2)}/${picture?.sha}`);
	const { faults } = await verifyArchive(archive.archive);
	expect(faults).toMatchObject([{ kind: "picture", what: "the file is missing" }]);
	await owner.query("DELETE FROM blob");
});
