import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
	openReadyWorkstation,
	type ReadyWorkstation,
	type Received,
	receive,
	testPin,
} from "../../../support/fixtures.ts";
import { finish } from "../../../support/orders/finished.ts";
import { type Choice, pickUp } from "../../../support/orders/pick-up.ts";
import { refusals } from "../../../support/refusal.ts";

let ws: ReadyWorkstation;
beforeEach(async () => {
	ws = await openReadyWorkstation();
});
afterEach(() => ws.dispose());

const refusal = refusals(() => ws);

const managerPin = () => ({ person: ws.staff.manager, pin: testPin });

const input = (orderId: string, choice: Choice = {}, more: Record<string, unknown> = {}) =>
	pickUp(ws, orderId, choice, more);

function ready(options: Parameters<typeof receive>[1] = {}, fen = 18_000): Received {
	const order = receive(ws, options);
	for (const id of order.jobIds) finish(ws, id, { customerFen: fen });
	return order;
}

describe("who takes it", () => {
	const other = {
		to: "other" as const,
		name: "张小明",
		phone: "13900001111",
		slip: "shown" as const,
		proof: null,
		phoneTail: "",
	};

	it("gives it to somebody sent with the slip, and keeps their name masked", async () => {
		const order = ready();
		const nameless = await input(order.orderId, {}, { pickup: { ...other, name: "" } });
		expect(await refusal("handover.complete", nameless)).toMatchObject({ reason: "handover.name-needed" });
		await ws.call("handover.complete", await input(order.orderId, {}, { pickup: other }));
		const page = await ws.call("order.get", { orderId: order.orderId });
		expect(page.handovers).toMatchObject([{ to: "other", name: "张*", phone: "1******1111" }]);
		const [stored] = ws.app.events.list([`order:${order.orderId}`]).filter((e) => e.type === "order.handed_over");
		expect(JSON.stringify(stored)).not.toContain("张小明");
	});

	it("compares the phone's last four digits where the slip is lost", async () => {
		const order = ready();
		const lost = { to: "customer", name: "", phone: "", slip: "lost", proof: "id-seen", phoneTail: "" } as const;
		const ask = async (pickup: object, more = {}) =>
			input(order.orderId, {}, { pickup: { ...lost, ...pickup }, ...more });
		expect(await refusal("handover.complete", await ask({ proof: null }))).toMatchObject({
			reason: "handover.proof-needed",
		});
		expect(await refusal("handover.complete", await ask({}))).toMatchObject({ reason: "handover.phone-needed" });
		expect(await refusal("handover.complete", await ask({ phoneTail: "5679" }))).toMatchObject({
			reason: "handover.phone-differs",
		});
		const done = await ws.call("handover.complete", (await ask({ phoneTail: "5678" })) as never);
		expect(done.partial).toBe(false);
	});

	it("asks a manager where nothing proves it", async () => {
		const nobody = ready({ phone: "", name: "" });
		const pickup = {
			to: "customer",
			name: "",
			phone: "",
			slip: "lost",
			proof: "describes-item",
			phoneTail: "",
		} as const;
		const unproved = await input(nobody.orderId, {}, { pickup });
		expect(await refusal("handover.complete", unproved)).toMatchObject({ details: { needs: ["identity"] } });
		await ws.call("handover.complete", { ...unproved, approval: managerPin() } as never);
		const sent = ready();
		const both = { ...other, slip: "lost", proof: "order-on-phone", phoneTail: "5678" };
		expect(await refusal("handover.complete", await input(sent.orderId, {}, { pickup: both }))).toMatchObject({
			details: { needs: ["identity"] },
		});
	});

	it("takes a signature only of this customer", async () => {
		const order = ready();
		const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1]);
		const keep = (kid: `subject:${string}`, role: string) =>
			ws.app.blobs.put(kid, "image/png", role, png, ws.clock.now).sha;
		const strange = { how: "screen" as const, handle: keep(`subject:${ws.app.ports.ids.uuid()}`, "signature") };
		expect(await refusal("handover.complete", await input(order.orderId, {}, { signature: strange }))).toMatchObject({
			reason: "handover.signature-not-for-this",
		});
		const own = { how: "screen" as const, handle: keep(`subject:${order.subjectId}`, "signature") };
		await ws.call("handover.complete", await input(order.orderId, {}, { signature: own }));
		const page = await ws.call("order.get", { orderId: order.orderId });
		expect(page.signatures).toMatchObject([{ picture: own.handle }]);
	});

	it("lets nobody sign, with a reason", async () => {
		const order = ready();
		const none = (code: string, note?: string) => ({ how: "none", reason: note ? { code, note } : { code } });
		const silent = await input(order.orderId, {}, { signature: none("declined-to-sign") });
		expect(await refusal("handover.complete", silent)).toMatchObject({ reason: "job.note-needed" });
		await ws.call("handover.complete", (await input(order.orderId, {}, { signature: none("mailed-in") })) as never);
		const { entries } = await ws.call("order.timeline", { orderId: order.orderId });
		expect(entries.find((e) => e.type === "order.handed_over")?.reason).toEqual({
			name: { zh: "寄修", en: "Mailed in" },
		});
	});
});

describe("what is owed", () => {
	it("must be settled, or a manager lets it go", async () => {
		const order = ready();
		const short = await input(order.orderId, { cash: 17_999 });
		expect(await refusal("handover.complete", short)).toMatchObject({
			reason: "handover.balance-left",
			details: { leftYuan: "0.01" },
		});
		const open = { ...short, leaveOpen: true };
		expect(await refusal("handover.complete", open)).toMatchObject({ details: { needs: ["open-balance"] } });
		await ws.call("handover.complete", { ...open, approval: managerPin() });
		const page = await ws.call("order.get", { orderId: order.orderId });
		expect(page).toMatchObject({ money: { dueFen: 1 }, handovers: [{ openFen: 1 }] });
	});

	it("may be billed to the brand", async () => {
		const order = ready();
		const payments = [{ method: "brand" as const, amountFen: 18_000, reference: "BR-88" }];
		const done = await ws.call("handover.complete", await input(order.orderId, {}, { payments }));
		expect(done.money).toEqual({ owedFen: 18_000, paidFen: 0, brandBilledFen: 18_000, dueFen: 0, creditFen: 0 });
	});

	it("is never taken twice over, and nothing of a refused hand-over is kept", async () => {
		const order = ready();
		expect(await refusal("handover.complete", await input(order.orderId, { cash: 18_001 }))).toMatchObject({
			reason: "payment.more-than-due",
			details: { dueYuan: "180.00" },
		});
		const page = await ws.call("order.get", { orderId: order.orderId });
		expect(page).toMatchObject({ payments: [], handovers: [], signatures: [], money: { paidFen: 0 } });
	});
});
