/**
 * A workstation of brand B asks every endpoint for what is brand A's: stores, feeds, items, orders, codes, keys, pictures,
 * documents. No answer holds anything of A that B did not say itself, and no row of A's is another one afterwards.
 */
import type { LightMyRequestResponse } from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type EndpointName, endpoints } from "../../../archive/protocol/endpoints.ts";
import { identifierKinds } from "../../../archive/protocol/passport.ts";
import { enrolStatement, signInStatement } from "../../../archive/protocol/statement.ts";
import { eraseAll } from "../../../archive/server/erase/finish.ts";
import { drawCode } from "../../../archive/server/gate/enrol.ts";
import { projectAll } from "../../../archive/server/project/projector.ts";
import { verifyArchive } from "../../../archive/server/verify/verify.ts";
import { storeOf } from "../support/parcels.ts";
import { newDevice } from "../support/writer.ts";
import { type Asked, openTwoBrands, type TwoBrands } from "./support/two-brands.ts";

let world: TwoBrands;
beforeAll(async () => {
	world = await openTwoBrands();
});
afterAll(async () => {
	await world?.stop();
});

/** What must come: a status, or a refusal's code. */
type Row = Asked & { is: number | string; also?: (answer: LightMyRequestResponse) => void };

const tus = { "tus-resumable": "1.0.0" };
const json = (of: (body: Record<string, unknown>) => unknown, wanted: unknown) => (answer: LightMyRequestResponse) =>
	expect(of(answer.json())).toEqual(wanted);

const feedsOfA = ({ first, order, moved }: TwoBrands) => ({
	store: `store:${storeOf(first)}`,
	item: `item:${order.itemId}`,
	order: `order:${moved.orderId}`,
});

async function enrolling({ archive, first, b, device }: TwoBrands): Promise<Row[]> {
	const rows: Row[] = [];
	for (const [dev, store] of [
		[newDevice(), storeOf(first)],
		[{ ...newDevice(device.store), dev: first.app.log.identity.dev }, device.store],
	] as const) {
		const code = await drawCode(archive.archive, {
			code: dev.store === device.store ? "90002" : "90001",
			name: "新店",
			brands: [b],
		});
		const sig = dev.signed(enrolStatement(code, store, dev.dev));
		const payload = { proto: 1, code, store, dev: dev.dev, key: dev.key, boxKey: dev.key, name: "前台", sig };
		rows.push({ method: "POST", url: endpoints.enrol.path, payload, is: "forbidden" });
	}
	return rows;
}

async function signingIn({ ask, first, archive, device }: TwoBrands): Promise<Row[]> {
	const { nonce } = (await ask({ url: endpoints.nonce.path })).json();
	const { dev } = first.app.log.identity;
	const sig = device.signed(signInStatement(dev, nonce, archive.archive.incarnation));
	return [{ method: "POST", url: endpoints.signIn.path, payload: { proto: 1, dev, nonce, sig }, is: "sign-in" }];
}

function pushing({ a, first, order, moved, subject, device, other }: TwoBrands): Row[] {
	const headers = { "content-type": "application/x-ndjson" };
	const push = { method: "POST", url: endpoints.push.path, headers } as const;
	const from = device.lines.length + 1;
	const refs = [`order:${moved.orderId}`, `item:${order.itemId}`, `job:${moved.jobId}`];
	device.write({ brand: a, agg: `item:${order.itemId}` });
	// The same names in its own brand: each stands there and touches nothing of A's.
	device.write({ agg: `item:${order.itemId}`, type: "item.code_added", body: { kind: "serial", value: order.serial } });
	device.write({ agg: `item:${order.itemId}`, type: "item.merged", body: { into: other.app.ports.ids.uuid() } });
	device.write({ agg: `order:${moved.orderId}`, refs, type: "order.opened", body: { jobs: [moved.jobId] } });
	device.write({
		agg: `job:${moved.jobId}`,
		refs,
		type: "job.received",
		body: { order: moved.orderId, item: order.itemId },
	});
	const sent = { parcel: order.jobId, to: storeOf(other), toName: "", fromName: "", codeHash: "0".repeat(64) };
	device.write({ agg: `job:${moved.jobId}`, refs, type: "job.dispatched", body: sent });
	device.write({ agg: `subject:${subject}`, type: "subject.erased", body: { reason: "request" } });
	const to = device.lines.length;
	const foreign = newDevice(storeOf(first));
	foreign.write();
	return [
		{ ...push, payload: foreign.push(1, 1), is: "forbidden" },
		{
			...{ ...push, payload: device.push(from, to), is: 200 },
			also: json((body) => body["outs"], [{ seq: from, out: "quarantined", reason: "brand" }]),
		},
	];
}

const nothing = (feed: string) => (answer: LightMyRequestResponse) => {
	expect(answer.body.trimEnd().split("\n")).toHaveLength(1);
	const { heads } = JSON.parse(answer.body.slice(4)) as { heads: Record<string, unknown> };
	expect(heads).toEqual({ [feed]: { n: 0, chk: "0".repeat(16) } });
};

/** One row or more for every endpoint; a new one without any doesn't compile. */
const rows: Record<EndpointName, (world: TwoBrands) => Row[] | Promise<Row[]>> = {
	enrol: enrolling,
	nonce: () => [{ url: endpoints.nonce.path, is: 200 }],
	signIn: signingIn,
	push: pushing,
	pull: (w) => {
		const { store, item, order } = feedsOfA(w);
		const pull = (feed: string) => ({ url: `${endpoints.pull.path}?f=${feed}@0&limit=1000` });
		return [
			{ ...pull(store), is: "forbidden" },
			{ ...pull(order), is: "forbidden" },
			{ ...pull(`ref:${w.a}`), is: "forbidden" },
			{ ...pull(item), is: 200, also: nothing(item) },
			{ url: `${endpoints.pull.path}?f=${item}@0&f=${store}@0`, is: "forbidden" },
		];
	},
	passport: ({ order, first }) => {
		const { token } = first.app.states.get("order", order.orderId).state;
		const values = { serial: order.serial, order: order.number, token, tag: order.serial };
		return identifierKinds.map((kind) => {
			const value = (values as Record<string, string>)[kind] ?? order.serial;
			return { url: `${endpoints.passport.path}?kind=${kind}&value=${value}`, is: "not-found" };
		});
	},
	interest: (w) => [
		// Noted, and worth nothing: what is read is decided when it is read.
		{ method: "PUT", url: endpoints.interest.path, payload: { feeds: Object.values(feedsOfA(w)) }, is: 200 },
	],
	workshops: ({ first, second }) => {
		const none = json((body) => body["workshops"], []);
		const code = first.app.sync.enrolment()?.storeCode ?? "";
		return [
			{ url: `${endpoints.workshops.path}?id=${storeOf(first)}&id=${storeOf(second)}`, is: 200, also: none },
			{ url: `${endpoints.workshops.path}?q=${code}`, is: 200, also: none },
			{ url: `${endpoints.workshops.path}?q=${encodeURIComponent("甲牌")}`, is: 200, also: none },
		];
	},
	orders: () => [{ url: `${endpoints.orders.path}?after=0`, is: 200, also: json((body) => body["orders"], []) }],
	snapshot: (w) => {
		const path = endpoints.snapshot.path;
		return [
			{ url: `${path}/${feedsOfA(w).store}`, is: "forbidden" },
			{ url: `${path}/${feedsOfA(w).store}/${w.snapshot}`, is: "forbidden" },
			{ url: `${path}/store:${w.device.store}/${w.snapshot}`, is: "not-found" },
		];
	},
	putKeys: ({ a, b, first, device, subject }) => {
		const kid = `subject:${subject}`;
		const put = (...holders: string[]) => {
			const keys = holders.map((holder) => ({ kid, for: holder, sealed: "AAAA" }));
			return { method: "PUT", url: endpoints.putKeys.path, payload: { keys } } as const;
		};
		return [
			{ ...put(`brand:${a}`), is: "forbidden" },
			{ ...put(`brand:${b}`, `brand:${a}`), is: "forbidden" },
			{ ...put(`brand:${b}`, `store:${storeOf(first)}`), is: "forbidden" },
			{ ...put(`brand:${b}`, `store:${device.store}`), is: 200 },
		];
	},
	askKeys: (w) => {
		const ask = (feed: string) => {
			const payload = { feed, reason: "repair", actor: w.device.dev };
			return { method: "POST", url: endpoints.askKeys.path, payload } as const;
		};
		const { store, item, order } = feedsOfA(w);
		const none = json((body) => body["keys"], []);
		return [
			{ ...ask(item), is: 200, also: none },
			{ ...ask(store), is: "forbidden" },
			{ ...ask(order), is: "forbidden" },
		];
	},
	ownKeys: ({ subject, order, moved }) => {
		const kids = [`subject:${subject}`, `order:${order.orderId}`, `order:${moved.orderId}`];
		const own = { method: "POST", url: endpoints.ownKeys.path, payload: { kids } } as const;
		return [{ ...own, is: 200, also: json((body) => body["keys"], []) }];
	},
	// Its hints: tests/archive/watch.test.ts and tests/archive/faults/instances.test.ts.
	live: () => [{ url: endpoints.live.path, token: null, is: "sign-in" }],
	blobs: ({ a, b, picture, upload }) => {
		const path = endpoints.blobs.path;
		const begin = {
			...tus,
			"upload-length": "10",
			"upload-metadata": `sha ${Buffer.from(picture).toString("base64")}`,
		};
		const piece = { ...tus, "content-type": "application/offset+octet-stream", "upload-offset": "0" };
		const inB = upload.replace(`/${a}/`, `/${b}/`);
		return [
			{ method: "POST", url: `${path}/${a}`, headers: begin, is: "not-found" },
			{ url: `${path}/${a}/${picture}`, is: "not-found" },
			{ method: "HEAD", url: `${path}/${a}/${picture}`, is: 404 },
			{ url: `${path}/${b}/${picture}`, is: "not-found" },
			...[upload, inB].flatMap((url): Row[] => [
				{ method: "HEAD", url, headers: tus, is: 404 },
				{ method: "PATCH", url, headers: piece, payload: "0123456789", is: "not-found" },
				{ method: "DELETE", url, headers: tus, is: "not-found" },
			]),
		];
	},
	roots: ({ b }) => [
		{
			...{ url: endpoints.roots.path, is: 200 },
			also: json((body) => [...new Set((body["roots"] as { brand: string }[]).map(({ brand }) => brand))], [b]),
		},
	],
	reference: ({ reference, a }) => [
		{ url: endpoints.reference.path, is: 200, also: json((body) => body["heads"], []) },
		{ url: `${endpoints.reference.path}?known=${a}/stores/2025.1`, is: 200, also: json((body) => body["heads"], []) },
		{ url: `${endpoints.reference.path}/${reference}`, is: "not-found" },
	],
	health: () => [{ url: endpoints.health.path, is: 200 }],
	ready: () => [{ url: endpoints.ready.path, is: 200 }],
	metrics: () => [{ url: endpoints.metrics.path, is: 200 }],
	// A page belongs to who holds its slip; B's own slip opens nothing of A's.
	page: ({ otherOrder, order, first, picture }) => {
		const { state } = first.app.states.get("job", order.jobId);
		const form = new URLSearchParams({ job: order.jobId, quote: state.quotes[0]?.event ?? "", answer: "accepted" });
		const headers = { "content-type": "application/x-www-form-urlencoded" };
		return [
			{ url: `${otherOrder.path}/photo/${picture}`, is: 404 },
			{ method: "POST", url: `${otherOrder.path}/answer`, payload: form.toString(), headers, is: 409 },
		];
	},
};

/** The push last: what B writes about A's things in its own name it may read. */
const names = (Object.keys(endpoints) as EndpointName[]).sort((x, y) => Number(x === "push") - Number(y === "push"));

test.each(names)("%s: nothing of brand A is shown, and nothing of it changes", async (name) => {
	const before = await world.rowsOfA();
	const asked = await rows[name](world);
	expect(asked.length).toBeGreaterThan(0);
	for (const { is, also, ...ask } of asked) {
		const answer = await world.ask(ask);
		const what = `${ask.method ?? "GET"} ${ask.url}: ${answer.body.slice(0, 300)}`;
		if (typeof is === "number") expect(answer.statusCode, what).toBe(is);
		else expect(answer.json().code, what).toBe(is);
		also?.(answer);
		const told = JSON.stringify(ask);
		const heard = answer.body + JSON.stringify(answer.headers);
		expect(world.secrets.filter((secret) => heard.includes(secret) && !told.includes(secret))).toEqual([]);
	}
	await projectAll(world.archive.archive);
	await eraseAll(world.archive.archive);
	expect(await world.rowsOfA()).toBe(before);
});

test("after all of it brand A's workshops read what they read before, and the archive is sound", async () => {
	const { first, second, moved, archive, order } = world;
	await first.sync();
	await second.sync();
	expect(await second.call("passport.ask", { text: order.serial })).toMatchObject({ item: { itemId: order.itemId } });
	expect(second.app.states.get("job", moved.jobId).state.custody).toMatchObject({ to: storeOf(second) });
	expect((await verifyArchive(archive.archive)).faults).toEqual([]);
});
