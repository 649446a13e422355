import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openReadyWorkstation, type ReadyWorkstation } from "../../support/fixtures.ts";
import { draftOf, shoesDraft, upload } from "../../support/intake/drop-off.ts";

let ws: ReadyWorkstation;

const reasonOf = async (name: string, input: unknown) => {
	const answer = await ws.tryCall(name, input);
	return answer.ok ? "ok" : (answer.error.reason ?? answer.error.code);
};

describe("a drop-off is refused with a reason", () => {
	beforeAll(async () => {
		ws = await openReadyWorkstation();
	});
	afterAll(() => ws.dispose());

	const cases: [string, Parameters<typeof draftOf>[1], Parameters<typeof draftOf>[2]][] = [
		["order.no-items", [], {}],
		["customer.phone-missing", undefined, { customer: { phone: "" } }],
		["customer.name-missing", undefined, { customer: { name: "" } }],
		["customer.bad-phone", undefined, { customer: { phone: "12ab" } }],
		["customer.notice-missing", undefined, { customer: { notice: null } }],
		["item.unknown-kind", [shoesDraft({ kind: "" })], {}],
		["item.no-pieces", [shoesDraft({ pieces: [] })], {}],
		["item.unknown-piece", [shoesDraft({ pieces: [{ key: "p", kind: "wing" }] })], {}],
		["job.nothing-asked", [shoesDraft({ words: "" })], {}],
		["job.unknown-service", [shoesDraft({ services: ["O99"] })], {}],
		["job.agreed-without-service", [shoesDraft({ agreed: true })], {}],
		[
			"job.unknown-mark",
			[shoesDraft({ condition: [{ key: "m", zone: "moon", flaw: "stain", piece: null, photo: null }] })],
			{},
		],
		[
			"job.unknown-piece",
			[shoesDraft({ condition: [{ key: "m", zone: "shoe-toe", flaw: "stain", piece: "x", photo: null }] })],
			{},
		],
		["order.deposit-method", undefined, { deposit: { amountFen: 1, method: "brand", reference: "" } }],
		["order.promise-past", undefined, { promisedOn: "2026-11-20" }],
		["media.gone", [shoesDraft({ photos: [{ handle: "0".repeat(64), piece: null }] })], {}],
		["item.not-found", [shoesDraft({ itemId: "00000000-0000-7000-8000-000000000000" })], {}],
		["subject.not-found", undefined, { customer: { knownId: "00000000-0000-7000-8000-000000000000" } }],
	];
	it.each(cases)("%s", async (reason, items, more) => {
		const { orderId, draft } = await draftOf(ws, items ?? [shoesDraft()], more ?? {});
		expect(await reasonOf("intake.receive", { orderId, draft })).toBe(reason);
		expect(ws.app.reader.prepare("SELECT count(*) FROM orders").pluck().get()).toBe(0);
	});

	it("odd purchases", async () => {
		const bought = {
			channel: "tmall",
			shop: "",
			boughtOn: null,
			proof: "none",
			orderNumber: "",
			priceFen: null,
			proofs: [],
		};
		const purchases: [string, object][] = [
			["item.odd-order-number", { orderNumber: "12345" }],
			["item.odd-order-number", { orderNumber: "1234 5678 90" }],
			["item.order-number-without-channel", { orderNumber: "12345678", channel: "unknown" }],
			["item.bought-in-future", { boughtOn: "2026-11-22" }],
			["item.unknown-channel", { channel: "moon" }],
			["item.unknown-channel", { proof: "oath" }],
		];
		for (const [reason, odd] of purchases) {
			const { orderId, draft } = await draftOf(ws, [shoesDraft({ purchase: { ...bought, ...odd } })]);
			expect(await reasonOf("intake.receive", { orderId, draft })).toBe(reason);
			await ws.call("intake.draft.discard", { orderId });
		}
	});

	it("another order's picture, one item twice, too many pieces, another draft's customer", async () => {
		const one = await draftOf(ws);
		const shot = await upload(ws, one.orderId, "before");
		await ws.call("intake.receive", one);
		const two = await draftOf(ws, [shoesDraft({ photos: [{ handle: shot, piece: null }] })]);
		expect(await reasonOf("intake.receive", two)).toBe("intake.other-picture");
		const itemId = ws.app.states.get("order", one.orderId).state.jobs[0] ?? "";
		const twice = { ...two.draft, items: [shoesDraft({ itemId }), shoesDraft({ key: "i2", itemId })] };
		expect(await reasonOf("intake.receive", { orderId: two.orderId, draft: twice })).toBe("order.item-twice");
		const pieces = Array.from({ length: 20 }, (_, at) => ({ key: `p${at}`, kind: "spare-part" }));
		const many = { ...two.draft, items: [1, 2, 3, 4, 5].map((n) => shoesDraft({ key: `i${n}`, pieces })) };
		expect(await reasonOf("intake.receive", { orderId: two.orderId, draft: many })).toBe("order.too-many-pieces");
		const stolen = { ...two.draft, customer: { ...two.draft.customer, subjectId: one.draft.customer.subjectId } };
		expect(await reasonOf("intake.receive", { orderId: two.orderId, draft: stolen })).toBe("intake.other-customer");
		expect(await reasonOf("intake.draft.save", { orderId: two.orderId, draft: stolen })).toBe("intake.other-customer");
		expect(await reasonOf("intake.receive", { orderId: itemId, draft: two.draft })).toBe("intake.no-draft");
	});

	it("input that no page of ours sends", async () => {
		const { orderId, draft } = await draftOf(ws);
		const send = (change: (d: Record<string, unknown>) => void) => {
			const copy = structuredClone(draft) as unknown as Record<string, unknown>;
			change(copy);
			return reasonOf("intake.receive", { orderId, draft: copy });
		};
		const item = (d: Record<string, unknown>) => (d.items as Record<string, unknown>[])[0] ?? {};
		const odd = "call.invalid-input";
		expect(await send((d) => Object.assign(d, { discount: 1 }))).toBe(odd);
		expect(await send((d) => Object.assign(item(d), { price: 1 }))).toBe(odd);
		expect(await send((d) => Object.assign(item(d), { words: 7 }))).toBe(odd);
		expect(await send((d) => Object.assign(item(d), { words: "长".repeat(1001) }))).toBe(odd);
		expect(await send((d) => Object.assign(item(d), { brand: "a\u0000b" }))).toBe(odd);
		expect(await send((d) => Object.assign(item(d), { brand: "a\nb" }))).toBe(odd);
		expect(await send((d) => Object.assign(item(d), { declaredValueFen: 1.5 }))).toBe(odd);
		expect(await send((d) => Object.assign(item(d), { declaredValueFen: -1 }))).toBe(odd);
		expect(await send((d) => Object.assign(d, { deposit: { amountFen: 1e12, method: "cash", reference: "" } }))).toBe(
			odd,
		);
		expect(await send((d) => Object.assign(d, { promisedOn: "2026-02-30" }))).toBe(odd);
		expect(await send((d) => Object.assign(d, { items: Array.from({ length: 41 }, () => item(d)) }))).toBe(odd);
		expect(await reasonOf("intake.receive", { orderId: "../../etc", draft })).toBe(odd);
		expect(await reasonOf("intake.receive", { orderId, draft, extra: 1 })).toBe(odd);
		expect(await reasonOf("intake.preview", { items: [{ services: [], agreed: "yes", kind: null }] })).toBe(odd);
		ws.as("technician");
		expect(await reasonOf("intake.receive", { orderId, draft })).toBe("session.wrong-role");
		expect(await reasonOf("intake.draft.start", {})).toBe("session.wrong-role");
		ws.core.lock();
		expect(await reasonOf("intake.receive", { orderId, draft })).toBe("session.not-signed-in");
		expect(await reasonOf("counter.home", {})).toBe("session.not-signed-in");
	});
});
