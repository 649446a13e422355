/** Two brands at one archive: everything there is of brand A, and a workstation of brand B that asks for it by name. */
import { randomBytes } from "node:crypto";
import type { LightMyRequestResponse } from "fastify";
import pg from "pg";
import { eraseAll } from "../../../../archive/server/erase/finish.ts";
import { makeRoots } from "../../../../archive/server/receipts/roots.ts";
import { publish } from "../../../../archive/server/reference/publish.ts";
import { makeSnapshot } from "../../../../archive/server/snapshot/make.ts";
import { receive } from "../../../support/fixtures.ts";
import { startArchive, type TestArchive } from "../../support/archive.ts";
import { dispatch, meet, storeOf } from "../../support/parcels.ts";
import { type Database, startPostgres } from "../../support/postgres.ts";
import { type Quoted, quote, takeIn } from "../../support/quoted.ts";
import { openWorkshop, type Workshop } from "../../support/workshop.ts";
import { type Device, enrolDevice, newDevice, signIn } from "../../support/writer.ts";

export type Asked = {
	method?: "GET" | "HEAD" | "POST" | "PUT" | "PATCH" | "DELETE";
	url: string;
	payload?: string | object;
	headers?: Record<string, string>;
	/** Without the token of B's workstation, or with another. */
	token?: string | null;
};

export type TwoBrands = {
	database: Database;
	archive: TestArchive;
	/** Brands' ids. */
	a: string;
	b: string;
	/** Brand A's: one workshop with everything in it, another one an order was sent to. */
	first: Workshop;
	second: Workshop;
	order: Quoted;
	/** An order that moved. */
	moved: { orderId: string; jobId: string; itemId: string };
	subject: string;
	picture: string;
	/** Where an upload of brand A under way lies. */
	upload: string;
	snapshot: string;
	reference: string;
	/** Brand B's: a workshop with an order of its own, and a bare device in it. */
	other: Workshop;
	otherOrder: Quoted;
	device: Device;
	token: string;
	/** By B's device. */
	ask(asked: Asked): Promise<LightMyRequestResponse>;
	/** Every row that is brand A's or of its stores, as the database holds it. */
	rowsOfA(): Promise<string>;
	/** What must never be seen at B unless it said it itself. */
	secrets: string[];
	stop(): Promise<void>;
};

const photo = Buffer.from("ffd8ffe000104a46494600010100000100010000ffd9", "hex");
const tus = { "tus-resumable": "1.0.0" };

export async function openTwoBrands(): Promise<TwoBrands> {
	const database = await startPostgres();
	const archive = await startArchive(database.url);
	const [a = "", b = ""] = archive.brands;
	const first = await openWorkshop(archive, "甲牌徐汇店");
	const second = await openWorkshop(archive, "甲牌浦东店");
	const other = await openWorkshop(archive, "乙牌静安店", b);
	archive.clock.at = first.clock.now;
	// Numbers of orders begin anew in every store of these tests: that of the second one is nobody's at B.
	await takeIn(first, photo);
	const order = await takeIn(first, photo);
	quote(first, order.jobId);
	const received = receive(first);
	await meet(first, second);
	const { orderId, jobId } = dispatch(first, second, received);
	await meet(first, second);
	const otherOrder = await takeIn(other, photo);
	quote(other, otherOrder.jobId);
	for (let round = 0; round < 2; round++) await other.sync();
	archive.clock.at += 86_400_000;
	await makeRoots(archive.archive);
	await eraseAll(archive.archive);
	archive.clock.at += 60_000;
	await makeSnapshot(archive.archive, storeOf(first), [a]);
	const version = { version: "2026.1", stores: [{ code: "10001", name: "甲牌总店", address: "", phone: "" }] };
	await publish(archive.archive, { brand: a, kind: "stores", value: version, effectiveFrom: 0 });

	const device = newDevice(storeOf(other));
	const { storeCode } = other.app.sync.enrolment() ?? { storeCode: "" };
	await enrolDevice(archive, device, [b], storeCode);
	const token = await signIn(archive, device);
	const ask = ({ method = "GET", url, payload, headers = {}, token: own = token }: Asked) =>
		archive.app.inject({
			...{ method, url, ...(payload === undefined ? {} : { payload }) },
			headers: { ...(own === null ? {} : { authorization: `Bearer ${own}` }), ...headers },
		});

	const known = newDevice(storeOf(first));
	await enrolDevice(archive, known, [a], first.app.sync.enrolment()?.storeCode);
	const firstToken = await signIn(archive, known);
	const metadata = `sha ${Buffer.from(randomBytes(32).toString("hex")).toString("base64")}`;
	const begun = await ask({
		...{ method: "POST", url: `/v1/blobs/${a}`, token: firstToken },
		headers: { ...tus, "upload-length": "10", "upload-metadata": metadata },
	});

	const owner = new pg.Client({ connectionString: database.url });
	await owner.connect();
	const stores = [storeOf(first), storeOf(second)];
	const one = async (text: string, values: unknown[]) =>
		String((await owner.query({ text, values, rowMode: "array" })).rows[0]?.[0]);
	const picture = await one("SELECT encode(sha, 'hex') FROM blob WHERE brand = $1 LIMIT 1", [a]);
	const snapshot = await one("SELECT sha FROM snapshot WHERE store = $1", [storeOf(first)]);
	const { subject } = first.app.states.get("order", order.orderId).state;
	const tables = await owner.query<{ table_name: string; column_name: string }>(
		`SELECT c.table_name, c.column_name FROM information_schema.columns c JOIN pg_class p ON p.relname = c.table_name
		WHERE c.table_schema = 'public' AND c.column_name IN ('brand', 'store', 'id') AND c.data_type IN ('uuid', 'text') AND NOT p.relispartition`,
	);

	async function rowsOfA(): Promise<string> {
		const all: string[] = [];
		for (const { table_name: table, column_name: column } of tables.rows) {
			const mine = [a, ...stores];
			const text = `SELECT t::text FROM ${table} t WHERE ${column}::text = ANY ($1) ORDER BY 1`;
			const { rows } = await owner.query<[string]>({ text, values: [mine], rowMode: "array" });
			all.push(...rows.map(([row]) => `${table} ${row}`));
		}
		return all.join("\n");
	}

	const { app } = first;
	const numberOf = app.states.get("order", order.orderId).state;
	return {
		...{
			database,
			archive,
			a,
			b,
			first,
			second,
			order,
			subject,
			picture,
			snapshot,
			other,
			otherOrder,
			device,
			token,
			ask,
			rowsOfA,
		},
		moved: { orderId, jobId, itemId: received.itemIds[0] ?? "" },
		upload: String(begun.headers["location"]),
		reference: `${a}/stores/2026.1`,
		secrets: [
			...[a, ...stores, app.log.identity.dev, known.dev, order.orderId, order.jobId, order.itemId, subject],
			...[order.serial, order.number, numberOf.token, picture, snapshot, orderId, jobId],
			...["甲牌", "SN-BELLE", "SF1234567890"],
		],
		async stop() {
			await owner.end();
			for (const workshop of [first, second, other]) await workshop.dispose();
			await archive.stop();
			await database.stop();
		},
	};
}
