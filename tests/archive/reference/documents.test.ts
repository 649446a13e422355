/** What the head office publishes reaches the counter, and nothing else does. */
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { referenceStatement } from "../../../archive/protocol/statement.ts";
import type { ReferenceHead } from "../../../archive/protocol/trust/reference.ts";
import { sha256 } from "../../../db/log.ts";
import { canonicalText } from "../../../domain/event/canonical.ts";
import { type Ask, LineDown, type Said } from "../../../main/sync/line.ts";
import { draftOf, shoesDraft } from "../../support/intake/drop-off.ts";
import { startArchive, type TestArchive } from "../support/archive.ts";
import { type Database, startPostgres } from "../support/postgres.ts";
import { begun, dayMs, openShop, priceList, publishFor, type Shop, soleFen } from "./shop.ts";

let database: Database;
let archive: TestArchive;
let shops: Shop[] = [];

beforeAll(async () => {
	database = await startPostgres();
});
afterAll(() => database.stop());
afterEach(async () => {
	for (const { ws } of shops) await ws.dispose();
	shops = [];
	await archive.archive.sql.structure("TRUNCATE reference_document, staff_applied");
	await archive.stop();
});

async function open(brand?: string): Promise<Shop> {
	if (!shops.length) archive = await startArchive(database.url);
	const shop = await openShop(archive, brand ?? archive.brands[0]);
	shops.push(shop);
	return shop;
}

const brandOf = () => archive.brands[0] ?? "";
const publishPrices = (version: string, fen: number, from = begun) =>
	publishFor(archive, brandOf(), "prices", priceList(version, fen), from);
const isHeads = ({ path }: Ask) => /^\/v1\/reference(\?|$)/.test(path);
const isBody = ({ path }: Ask) => path.startsWith("/v1/reference/");
const heads = (said: Said) => (JSON.parse(said.body) as { heads: ReferenceHead[] }).heads;
const refused = (shop: Shop) =>
	shop
		.app()
		.standard.rows.list()
		.filter(({ state }) => state === "refused")
		.map(({ version, reason }) => `${version} ${reason}`);
/** The archive's own hand, whatever it signs. */
const signed = (head: Omit<ReferenceHead, "sig">) => ({
	...head,
	sig: archive.archive.signer.sign(referenceStatement(head)),
});

test("a price list is published, fetched, checked and charged by; the sample's mark is gone, and the station's log says so", async () => {
	const shop = await open();
	expect(await soleFen(shop)).toEqual({ fen: 8500, sample: true });
	const head = await publishPrices("2026.2", 9900);
	await shop.round();
	expect(await soleFen(shop)).toEqual({ fen: 9900, sample: false });
	const { dev } = shop.app().log.identity;
	expect(shop.app().states.get("station", dev).state.adopted["prices"]).toEqual({
		...{ version: "2026.2", sha256: head.sha, sample: false },
	});
	// Asked again: nothing is fetched twice.
	const bodies: string[] = [];
	shop.alter = (ask, said) => {
		if (isBody(ask)) bodies.push(ask.path);
		return said;
	};
	await shop.round();
	expect(bodies).toEqual([]);
	await publishPrices("2026.3", 9000);
	await shop.round();
	expect(await soleFen(shop)).toEqual({ fen: 9000, sample: false });
	expect(bodies).toHaveLength(1);
	// What the manager is told, and the older list to be read.
	shop.ws.as("manager");
	const versions = await shop.ws.call("standard.versions", {});
	expect(versions.prices).toMatchObject({ version: "2026.3", source: "archive", sample: false });
	expect(Date.parse(versions.prices.since ?? "")).toBe(shop.ws.clock.now);
	expect(versions.standard).toMatchObject({ version: "2026.1", source: "program", since: null, sample: true });
	expect(versions.archive?.brand).toBe("品牌1");
	expect(versions.earlier).toMatchObject([{ kind: "prices", version: "2026.2", sha256: head.sha }]);
	const older = await shop.ws.call("standard.priceList", { sha256: head.sha });
	expect(older.lines.find(({ code }) => code === "O02")).toMatchObject({ unitFen: 9900, kind: "operation" });
	expect(await shop.ws.tryCall("standard.priceList", { sha256: "0".repeat(64) })).toMatchObject({
		error: { reason: "standard.no-price-list" },
	});
});

test("with the line down, after a restart as well, the last good one stands; what was promised before keeps its own", async () => {
	const shop = await open();
	await publishPrices("2026.2", 9900);
	await shop.round();
	const services = ["O02"];
	const received = await shop.ws.call("intake.receive", await draftOf(shop.ws, [shoesDraft({ services })]));
	await publishPrices("2026.3", 7700);
	shop.down = true;
	await shop.restart();
	await shop.round();
	expect(shop.app().sync.engine.state().line).toBe("unreachable");
	expect(await soleFen(shop)).toEqual({ fen: 9900, sample: false });
	shop.down = false;
	await shop.round();
	expect(await soleFen(shop)).toEqual({ fen: 7700, sample: false });
	const order = shop.app().states.get("order", received.orderId).state;
	expect(order).toMatchObject({ prices: "2026.2" });
	// The older list is still here to be read.
	const texts = shop
		.app()
		.standard.rows.list()
		.map((row) => [row.version, shop.app().standard.rows.text(row) !== undefined]);
	expect(texts).toEqual([
		["2026.3", true],
		["2026.2", true],
	]);
});

test("a list for later waits, and comes into force on its day without a line", async () => {
	const shop = await open();
	await publishPrices("2026.2", 9900);
	const day = shop.ws.clock.now + 3 * dayMs;
	await publishPrices("2026.3", 7700, day);
	await shop.round();
	expect((await soleFen(shop)).fen).toBe(9900);
	expect(shop.app().standard.inForce.until).toBe(day);
	expect(await shop.ws.call("standard.versions", {})).toMatchObject({
		coming: [{ kind: "prices", version: "2026.3", from: new Date(day).toISOString() }],
	});
	// Overtaken before its day: a newer number counts already.
	await publishPrices("2026.4", 6600, day + dayMs);
	await publishPrices("2026.5", 6600, day + dayMs / 2);
	await shop.round();
	const { coming } = await shop.ws.call("standard.versions", {});
	expect(coming.map(({ version }) => version)).toEqual(["2026.5", "2026.3"]);
	shop.down = true;
	shop.ws.clock.pass(day - shop.ws.clock.now - 1);
	expect((await soleFen(shop)).fen).toBe(9900);
	shop.ws.clock.pass(1);
	expect((await soleFen(shop)).fen).toBe(7700);
	// Its log follows a moment later, on a timer.
	shop.ws.clock.pass(61_000);
	const { dev } = shop.app().log.identity;
	expect(shop.app().states.get("station", dev).state.adopted["prices"]?.version).toBe("2026.3");
});

test("a body that was changed on the way is refused and named; an hour later the true one is taken", async () => {
	const shop = await open();
	await publishPrices("2026.2", 9900);
	shop.alter = (ask, said) => (isBody(ask) ? { ...said, body: said.body.replace("9900", "100") } : said);
	await shop.round();
	expect(await soleFen(shop)).toEqual({ fen: 8500, sample: true });
	expect(refused(shop)).toEqual(["2026.2 checksum"]);
	const said = await shop.ws.call("standard.versions", {});
	expect(said).toMatchObject({
		prices: { version: "2026.1", source: "program" },
		refused: [{ kind: "prices", version: "2026.2", reason: "checksum" }],
	});
	// A broken document is no broken line: the rest of the round went on.
	expect(shop.app().sync.engine.state().line).toBe("idle");
	shop.alter = undefined;
	await shop.round();
	expect(refused(shop)).toEqual(["2026.2 checksum"]);
	shop.ws.clock.pass(60 * 60_000);
	await shop.round();
	expect(refused(shop)).toEqual([]);
	expect((await soleFen(shop)).fen).toBe(9900);
});

test("without the archive's own signature nothing is used, whoever answers", async () => {
	const shop = await open();
	await publishPrices("2026.2", 9900);
	await shop.round();
	const text = canonicalText(priceList("2026.9", 1));
	const forged = {
		...{ brand: brandOf(), kind: "prices", version: "2026.9" },
		effectiveFrom: begun,
		sha: sha256(text),
	};
	const sig = "A".repeat(86);
	shop.alter = (ask, said) => {
		if (isHeads(ask)) return { ...said, body: JSON.stringify({ heads: [{ ...forged, sig }] }) };
		return isBody(ask) ? { ...said, status: 200, body: text } : said;
	};
	await shop.round();
	expect(refused(shop)).toEqual(["2026.9 signature"]);
	expect((await soleFen(shop)).fen).toBe(9900);
	// A signed head whose day was moved.
	await publishPrices("2026.10", 7000, shop.ws.clock.now + 30 * dayMs);
	shop.alter = (ask, said) =>
		isHeads(ask)
			? { ...said, body: JSON.stringify({ heads: heads(said).map((head) => ({ ...head, effectiveFrom: begun })) }) }
			: said;
	await shop.round();
	expect(refused(shop)).toContain("2026.10 signature");
	expect((await soleFen(shop)).fen).toBe(9900);
	// The true one is not kept out by the forged one.
	shop.alter = undefined;
	await shop.round();
	expect(refused(shop)).toEqual(["2026.9 signature"]);
	expect(shop.app().standard.inForce.until).toBeGreaterThan(shop.ws.clock.now);
});

test("never back: an older version, and a number given out twice, are refused though signed", async () => {
	const shop = await open();
	await publishPrices("2026.5", 9900);
	await shop.round();
	const tell = (version: string) => {
		const text = canonicalText(priceList(version, 1));
		const head = signed({ ...{ brand: brandOf(), kind: "prices", version }, effectiveFrom: begun, sha: sha256(text) });
		shop.alter = (ask, said) => {
			if (isHeads(ask)) return { ...said, body: JSON.stringify({ heads: [head] }) };
			return isBody(ask) ? { ...said, status: 200, body: text } : said;
		};
		return shop.round();
	};
	await tell("2026.4");
	await tell("2026.5");
	expect(refused(shop).sort()).toEqual(["2026.4 older", "2026.5 older"]);
	expect((await soleFen(shop)).fen).toBe(9900);
	await tell("2026.6");
	expect((await soleFen(shop)).fen).toBe(1);
});

test("another brand's is neither told by the archive nor taken from one that tells it", async () => {
	const shop = await open();
	const [, other = ""] = archive.brands;
	await publishFor(archive, other, "prices", priceList("2026.7", 1));
	await shop.round();
	expect(shop.app().standard.rows.list()).toEqual([]);
	const text = canonicalText(priceList("2026.7", 1));
	const head = signed({
		...{ brand: other, kind: "prices", version: "2026.7" },
		effectiveFrom: begun,
		sha: sha256(text),
	});
	const asked: number[] = [];
	shop.alter = (ask, said) => {
		if (isBody(ask)) asked.push(said.status);
		return isHeads(ask) ? { ...said, body: JSON.stringify({ heads: [head] }) } : said;
	};
	await shop.round();
	expect(refused(shop)).toEqual(["2026.7 brand"]);
	expect((await soleFen(shop)).sample).toBe(true);
	expect(asked).toEqual([]);
	// Its text is not to be had either.
	const client = await archive.app.inject({ method: "GET", url: `/v1/reference/${other}/prices/2026.7` });
	expect(client.statusCode).toBe(401);
});

test("signed nonsense, a sample, codes nobody knows, a kind from the future: each has its reason or is passed over", async () => {
	const shop = await open();
	const tell = (version: string, text: string, kind = "prices") => {
		const head = signed({ ...{ brand: brandOf(), kind, version }, effectiveFrom: begun, sha: sha256(text) });
		shop.alter = (ask, said) => {
			if (isHeads(ask)) return { ...said, body: JSON.stringify({ heads: [head] }) };
			return isBody(ask) ? { ...said, status: 200, body: text } : said;
		};
		return shop.round();
	};
	await tell("2026.1", "{");
	await tell("2026.2", canonicalText({ version: "2026.2" }));
	await tell("2026.3", canonicalText(priceList("2026.3", 1, { sample: true })));
	await tell(
		"2026.4",
		canonicalText(priceList("2026.4", 1, { operations: [{ code: "O99", unit: "pair", unitFen: 1 }] })),
	);
	await tell("2026.5", canonicalText(priceList("2026.6", 1)));
	await tell("2026.6", canonicalText(priceList("2026.6", 1)), "weather");
	expect(refused(shop).sort()).toEqual([
		...["2026.1 shape", "2026.2 shape", "2026.3 sample", "2026.4 does-not-fit", "2026.5 shape"],
	]);
	expect(await soleFen(shop)).toEqual({ fen: 8500, sample: true });
	expect(shop.app().sync.engine.state().line).toBe("idle");
});

test("cut between the head and its document, or killed before it is used: the next round has it", async () => {
	const shop = await open();
	await publishPrices("2026.2", 9900);
	shop.alter = (ask, said) => {
		if (isBody(ask)) shop.down = true;
		return said;
	};
	await shop.round();
	expect((await soleFen(shop)).fen).toBe(9900);
	await publishPrices("2026.3", 7700);
	shop.down = false;
	shop.alter = (ask, said) => {
		if (isHeads(ask)) shop.down = true;
		return said;
	};
	await shop.round();
	expect(shop.app().sync.engine.state().line).toBe("unreachable");
	expect((await soleFen(shop)).fen).toBe(9900);
	await shop.restart();
	shop.down = false;
	shop.alter = undefined;
	await shop.round();
	expect((await soleFen(shop)).fen).toBe(7700);
});

test("an archive from before there was such a thing is no broken line", async () => {
	const shop = await open();
	const body = JSON.stringify({ code: "not-found", message: "no such address" });
	shop.alter = (ask, said) => (isHeads(ask) ? { ...said, status: 404, body } : said);
	await shop.round();
	expect(shop.app().sync.engine.state()).toMatchObject({ line: "idle", reason: null });
	expect(await soleFen(shop)).toEqual({ fen: 8500, sample: true });
});

test("a document that never comes whole over this line is named after three tries; the rest of the exchange goes on", async () => {
	const shop = await open();
	await publishPrices("2026.2", 9900);
	shop.alter = (ask, said) => {
		if (isBody(ask)) throw new LineDown("cut");
		return said;
	};
	const lines: string[] = [];
	for (let round = 0; round < 4; round++) {
		await shop.round();
		lines.push(shop.app().sync.engine.state().line);
	}
	expect(lines).toEqual(["unreachable", "unreachable", "idle", "idle"]);
	expect(refused(shop)).toEqual(["2026.2 missing"]);
	shop.alter = undefined;
	shop.ws.clock.pass(60 * 60_000);
	await shop.round();
	expect((await soleFen(shop)).fen).toBe(9900);
});

test("a document changed on this PC's disk is not used: the one before it is", async () => {
	const shop = await open();
	await publishPrices("2026.2", 9900);
	await shop.round();
	await publishPrices("2026.3", 7700);
	await shop.round();
	shop
		.app()
		.writer.prepare("UPDATE reference_document SET text = replace(text, '7700', '77') WHERE version = '2026.3'")
		.run();
	await shop.restart();
	expect((await soleFen(shop)).fen).toBe(9900);
	expect(shop.app().standard.inForce.passedOver.map(({ fault }) => fault)).toEqual(["checksum"]);
});
