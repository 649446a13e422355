import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openReadyWorkstation, type ReadyWorkstation } from "../../support/fixtures.ts";
import { draftOf } from "../../support/intake/drop-off.ts";

let ws: ReadyWorkstation;
let subjectId: string;
let orderId: string;

beforeAll(async () => {
	ws = await openReadyWorkstation();
	const drop = await draftOf(ws);
	subjectId = drop.draft.customer.subjectId;
	orderId = drop.orderId;
	await ws.call("intake.receive", drop);
});
afterAll(() => ws.dispose());

const reasonOf = async (name: string, input: unknown) => {
	const answer = await ws.tryCall(name, input);
	return answer.ok ? "ok" : (answer.error.reason ?? answer.error.code);
};
const version = () => ws.app.states.get("subject", subjectId).version;

describe("customers", () => {
	it("are found by phone however it is written, and masked", async () => {
		for (const phone of ["13812345678", "138 1234 5678", "+86 138-1234-5678", "138123456 78"]) {
			const { readable, customers } = await ws.call("customer.find", { phone });
			expect(readable, phone).toBe(true);
			expect(customers, phone).toMatchObject([{ subjectId, name: "张*", phone: "1******5678", orders: 1 }]);
		}
		expect(await ws.call("customer.find", { phone: "138123" })).toEqual({ readable: false, customers: [] });
		expect(await ws.call("customer.find", { phone: "13900000000" })).toEqual({ readable: true, customers: [] });
	});

	it("come with their orders and items", async () => {
		const { customer, orders, items } = await ws.call("customer.get", { subjectId });
		expect(customer).toMatchObject({ name: "张*", erased: false, marketing: false });
		expect(orders).toMatchObject([{ orderId, jobs: 1 }]);
		expect(items).toMatchObject([{ brand: "百丽", kind: "dress-shoe", jobId: expect.any(String) }]);
	});

	it("are shown in full only with a reason, which is recorded", async () => {
		const shown = await ws.call("customer.reveal", { subjectId, field: "phone", reason: "contact" });
		expect(shown).toEqual({ value: "13812345678" });
		const last = ws.app.events.list([`subject:${subjectId}`]).at(-1);
		expect(last).toMatchObject({
			type: "subject.viewed",
			actor: ws.staff.clerk,
			body: { field: "phone", reason: "contact" },
		});
		expect(await reasonOf("customer.reveal", { subjectId, field: "phone", reason: "curious" })).toBe(
			"standard.unknown-reason",
		);
		expect(await reasonOf("customer.reveal", { subjectId, field: "address", reason: "ship" })).toBe(
			"customer.not-told",
		);
		expect(ws.lines.some((l) => JSON.stringify(l).includes("13812345678"))).toBe(false);
	});

	it("are corrected by the one who saw the newest version", async () => {
		const changed = { subjectId, version: version(), phone: "+86 139 8765 4321", name: "张小雯" };
		const { customer } = await ws.call("customer.set", changed);
		expect(customer).toMatchObject({ name: "张*", phone: "1******4321", version: changed.version + 1 });
		expect((await ws.call("customer.find", { phone: "13812345678" })).customers).toEqual([]);
		expect((await ws.call("customer.find", { phone: "13987654321" })).customers).toHaveLength(1);
		expect(await reasonOf("customer.set", changed)).toBe("subject.changed-meanwhile");
		expect(await reasonOf("customer.set", { ...changed, version: version() })).toBe("customer.nothing-changed");
		expect(await reasonOf("customer.set", { subjectId, version: version(), phone: "abc" })).toBe("customer.bad-phone");
		expect(await reasonOf("customer.set", { subjectId, version: version(), name: "a\tb" })).toBe("call.invalid-input");
		await ws.call("customer.set", { subjectId, version: version(), phone: "" });
		expect(ws.app.states.get("subject", subjectId).state.has).toMatchObject({ phone: false, name: true });
		expect((await ws.call("customer.find", { phone: "13987654321" })).customers).toEqual([]);
	});

	it("give and withdraw consent apart", async () => {
		const yes = await ws.call("customer.consent", { subjectId, version: version(), marketing: true });
		expect(yes.customer.marketing).toBe(true);
		const no = await ws.call("customer.consent", { subjectId, version: version(), marketing: false });
		expect(no.customer.marketing).toBe(false);
	});

	it("are nobody's but the counter's to change", async () => {
		ws.as("technician");
		expect(await reasonOf("customer.set", { subjectId, version: version(), name: "x" })).toBe("session.wrong-role");
		ws.core.lock();
		expect(await reasonOf("customer.find", { phone: "13812345678" })).toBe("session.not-signed-in");
		expect(await reasonOf("customer.reveal", { subjectId, field: "name", reason: "contact" })).toBe(
			"session.not-signed-in",
		);
		ws.as("clerk");
	});
});
