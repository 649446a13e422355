import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeItemCode } from "../../../domain/code/own.ts";
import { openReadyWorkstation, type ReadyWorkstation, testPin } from "../../support/fixtures.ts";
import { draftOf, shoesDraft, upload } from "../../support/intake/drop-off.ts";

let ws: ReadyWorkstation;
let itemId: string;
let orderId: string;

beforeAll(async () => {
	ws = await openReadyWorkstation();
	const drop = await draftOf(ws);
	orderId = drop.orderId;
	itemId = (await ws.call("intake.receive", drop)).jobs[0]?.itemId ?? "";
});
afterAll(() => ws.dispose());

const reasonOf = async (name: string, input: unknown) => {
	const answer = await ws.tryCall(name, input);
	return answer.ok ? "ok" : (answer.error.reason ?? answer.error.code);
};
const item = () => ws.app.states.get("item", itemId);
const at = () => ({ itemId, version: item().version });

describe("an item's record is corrected", () => {
	it("with a reason; the earlier words stay in the history", async () => {
		const changes = { brand: "达芙妮", kind: "high-heel" };
		await ws.call("item.set", { ...at(), changes, reason: "typing-error" });
		expect(item().state).toMatchObject({ brand: "达芙妮", kind: "high-heel", category: "shoes", colour: "black" });
		expect(await reasonOf("item.set", { ...at(), changes, reason: "typing-error" })).toBe("item.nothing-changed");
		expect(await reasonOf("item.set", { ...at(), changes: { kind: "ship" }, reason: "typing-error" })).toBe(
			"item.unknown-kind",
		);
		expect(await reasonOf("item.set", { ...at(), changes: { size: "240" }, reason: "mood" })).toBe(
			"standard.unknown-reason",
		);
		expect(await reasonOf("item.set", { itemId, version: 1, changes: { size: "240" }, reason: "typing-error" })).toBe(
			"item.changed-meanwhile",
		);
		expect(await reasonOf("item.set", { ...at(), changes: { owner: "x" }, reason: "typing-error" })).toBe(
			"call.invalid-input",
		);
		const { timeline } = await ws.call("item.record", { itemId });
		expect(timeline[0]).toMatchObject({ type: "item.set", facts: { fields: ["brand", "kind"] } });
	});

	it("with codes and purchase, proof under its owner's key", async () => {
		await ws.call("item.addCode", { ...at(), code: { kind: "tag", value: "T-9" } });
		expect(await reasonOf("item.addCode", { ...at(), code: { kind: "tag", value: "T-9" } })).toBe(
			"item.nothing-changed",
		);
		const proof = await upload(ws, orderId, "proof");
		const purchase = {
			channel: "jd",
			shop: "",
			boughtOn: "2026-10-01",
			proof: "invoice",
			orderNumber: "312345678901",
			priceFen: 120_000,
			proofs: [proof],
		};
		await ws.call("item.setPurchase", { ...at(), purchase });
		const record = await ws.call("item.record", { itemId });
		expect(record.purchase).toMatchObject({ channel: "jd", authenticity: "unknown", proofs: [proof] });
		expect(record.coverage).toMatchObject({ covered: true, startOn: "2026-10-01" });
		const shot = await upload(ws, orderId, "before");
		expect(await reasonOf("item.setPurchase", { ...at(), purchase: { ...purchase, shop: "x", proofs: [shot] } })).toBe(
			"intake.other-picture",
		);
	});

	it("with a code for life, drawn once and understood when it is scanned", async () => {
		const given = await ws.call("item.giveTag", at());
		expect(given.tag).toMatch(/^[0-9A-Z]{13}$/);
		expect(await ws.call("item.giveTag", at())).toMatchObject({ tag: given.tag, version: given.version });
		expect(await ws.call("scan.resolve", { text: makeItemCode(given.tag) })).toMatchObject({
			kind: "item",
			item: { itemId },
		});
		expect(await reasonOf("item.giveTag", { itemId, version: 1 })).toBe("item.changed-meanwhile");
	});

	it("with how sure we are; a suspicion is only ever called held", async () => {
		expect(await reasonOf("item.verify", { ...at(), authenticity: "held" })).toBe("session.wrong-role");
		ws.as("inspector");
		await ws.call("item.verify", { ...at(), authenticity: "held" });
		expect(item().state.purchase?.authenticity).toBe(-1);
		const record = await ws.call("item.record", { itemId });
		expect(record.purchase?.authenticity).toBe("held");
		expect(await reasonOf("item.verify", { ...at(), authenticity: "fake" })).toBe("item.unknown-authenticity");
		ws.as("clerk");
	});
});

describe("an item is turned away", () => {
	const approval = () => ({ person: ws.staff.manager, pin: testPin });

	it("only for a coded reason, with note and manager where the standard asks, and can be taken after all", async () => {
		const brought = shoesDraft({ codes: [{ kind: "serial", value: "BAD1" }] });
		const { orderId: draftId } = await draftOf(ws, [brought], { customer: { phone: "", noPhone: true } });
		const input = { orderId: draftId, itemId: null, key: "i1", reason: "biohazard", note: "鞋内有虫卵" };
		expect(await reasonOf("item.refuse", { ...input, reason: "not-our-shop" })).toBe("standard.unknown-reason");
		expect(await reasonOf("item.refuse", { ...input, note: "" })).toBe("item.refusal-note");
		expect(await reasonOf("item.refuse", input)).toBe("item.refusal-manager");
		expect(await reasonOf("item.refuse", { ...input, approval: { ...approval(), pin: "0000" } })).toBe(
			"session.wrong-pin",
		);
		expect(await reasonOf("item.refuse", { ...input, approval: { person: ws.staff.technician, pin: testPin } })).toBe(
			"session.approver-role",
		);
		expect(await reasonOf("item.refuse", { ...input, key: "i7", approval: approval() })).toBe("intake.no-such-item");
		const refused = await ws.call("item.refuse", { ...input, approval: approval() });
		const record = await ws.call("item.record", { itemId: refused.itemId });
		expect(record.refusals).toMatchObject([{ reason: "biohazard", note: "鞋内有虫卵", by: "周敏", appeal: null }]);
		expect(record.codes).toEqual(brought.codes);
		const stored = ws.app.events.list([`item:${refused.itemId}`]).map((e) => JSON.stringify(e.body));
		expect(stored.join()).not.toContain("虫卵");
		expect(stored.join()).toContain(ws.staff.manager);

		const refusal = record.refusals[0]?.id ?? "";
		const appeal = { ...refused, refusal, decision: "lifted", note: "已清洁", approval: approval() } as const;
		expect(await reasonOf("item.appeal", { ...appeal, refusal: itemId })).toBe("item.unknown-refusal");
		const lifted = await ws.call("item.appeal", appeal);
		expect(await reasonOf("item.appeal", { ...appeal, version: lifted.version })).toBe("item.appeal-decided");
		const after = await ws.call("item.record", { itemId: refused.itemId });
		expect(after.refusals).toMatchObject([{ appeal: { decision: "lifted" } }]);
	});

	it("without leaving a trace of the customer when they withdraw by themselves", async () => {
		const { orderId: draftId } = await draftOf(ws, [shoesDraft({ kind: "", pieces: [] })]);
		const input = { orderId: draftId, itemId: null, key: "i1", reason: "customer-withdrew", note: "" };
		const { itemId: refusedId } = await ws.call("item.refuse", input);
		const record = await ws.call("item.record", { itemId: refusedId });
		expect(record).toMatchObject({ item: { category: "shoes" }, refusals: [{ note: "" }] });
		expect((await ws.call("intake.draft.load", { orderId: draftId })).draft.items).toHaveLength(1);
	});
});
