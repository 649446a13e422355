/** The lease counts what passes, whatever clocks show; what is locked, what isn't, and what lifts it. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { maskedCustomer } from "../../../main/services/print/paper-parts.ts";
import { readSource } from "../../../main/services/print/source.ts";
import { openReadyWorkstation, type ReadyWorkstation, receive } from "../../support/fixtures.ts";
import { draftOf } from "../../support/intake/drop-off.ts";

const dayMs = 86_400_000;
let ws: ReadyWorkstation;
beforeEach(async () => {
	ws = await openReadyWorkstation();
});
afterEach(() => ws.dispose());

const lease = () => ws.app.lease;
const phase = () => lease().view()?.phase;
/** The screen locks itself meanwhile; whoever is there signs in again. */
function days(count: number): void {
	ws.clock.pass(count * dayMs);
	ws.as("clerk");
}
const reasonOf = async (name: string, input: unknown) => {
	const answer = await ws.tryCall(name, input);
	return answer.ok ? "ok" : answer.error.reason;
};
async function restart(): Promise<void> {
	const again = await ws.restart();
	const { app } = again.core;
	if (!app) throw new Error("storage is broken");
	const { staff } = ws;
	ws = { ...again, app, staff, as: (role) => app.session.open({ person: staff[role], roles: [role] }) };
	ws.as("clerk");
}

describe("a lease", () => {
	it("is kept by nobody who belongs to no archive", async () => {
		const { subjectId } = receive(ws);
		days(4_000);
		expect(lease().view()).toBeUndefined();
		expect((await ws.call("sync.state", {})).lease).toBeNull();
		expect((await ws.call("customer.get", { subjectId })).customer.name).toBe("张*");
		lease().renew();
		expect(lease().view()).toBeUndefined();
	});

	it("stands for 75 days, warns for 15 more, and ends", async () => {
		lease().begin(0);
		days(74);
		expect(phase()).toBe("stands");
		days(1);
		expect((await ws.call("sync.state", {})).lease).toEqual({ phase: "ending", daysLeft: 15, silentDays: 75 });
		days(14);
		expect(lease().view()).toMatchObject({ phase: "ending", daysLeft: 1 });
		days(1);
		expect((await ws.call("sync.state", {})).lease).toEqual({ phase: "over", daysLeft: 0, silentDays: 90 });
		lease().renew();
		expect(lease().view()).toEqual({ phase: "stands", silentMs: 0, daysLeft: 90 });
	});

	it("goes on over restarts and while the PC is off", async () => {
		lease().begin(10 * dayMs);
		days(30);
		await restart();
		expect(lease().view()).toMatchObject({ silentMs: 40 * dayMs });
		ws.clock.now += 49 * dayMs;
		expect(phase()).toBe("ending");
		await restart();
		ws.clock.now += dayMs;
		expect(phase()).toBe("over");
	});

	it("is no longer for a clock that is set back, and no shorter for one that is set right again", async () => {
		lease().begin(0);
		days(60);
		ws.clock.now -= 60 * dayMs;
		expect(lease().view()?.silentMs).toBe(60 * dayMs);
		days(20);
		expect(lease().view()?.silentMs).toBe(80 * dayMs);
		await restart();
		// Asleep: only the wall's clock goes on.
		ws.clock.now += 2 * dayMs;
		expect(lease().view()?.silentMs).toBe(82 * dayMs);
		ws.clock.now += 60 * dayMs;
		expect(lease().view()?.silentMs).toBe(82 * dayMs);
		days(8);
		expect(phase()).toBe("over");
	});

	it("is lost to a clock that leaps by years, and stands again after one answer, also with the clock right again", () => {
		lease().begin(0);
		ws.clock.now += 5_000 * dayMs;
		expect(phase()).toBe("over");
		lease().renew();
		expect(phase()).toBe("stands");
		ws.clock.now -= 5_000 * dayMs;
		days(89);
		expect(phase()).toBe("ending");
		days(1);
		expect(phase()).toBe("over");
		lease().renew();
		expect(phase()).toBe("stands");
	});

	it("is vouched for by a sibling no longer than that one's own", () => {
		lease().begin(0);
		days(95);
		lease().vouched(96 * dayMs);
		expect(lease().view()?.silentMs).toBe(95 * dayMs);
		lease().vouched(93 * dayMs);
		expect(phase()).toBe("over");
		lease().vouched(80 * dayMs);
		expect(lease().view()).toMatchObject({ phase: "ending", daysLeft: 10 });
	});
});

describe("without a lease", () => {
	const words = "前掌开胶,走路进水";

	it("what customers told is locked on every screen; work goes on; a new customer is read by who takes them in", async () => {
		const before = receive(ws, { name: "张晓雯", phone: "13812345678" });
		const [jobId = ""] = before.jobIds;
		const proof = ws.app.blobs.put(`subject:${before.subjectId}`, "image/jpeg", "proof", Buffer.from("receipt"), 1);
		const photo = ws.app.blobs.put(`order:${before.orderId}`, "image/jpeg", "photo", Buffer.from("shoe"), 1);
		for (const ref of [proof, photo]) ws.app.blobs.own(ref, null, 1);
		lease().begin(0);
		days(89);
		expect((await ws.call("customer.find", { phone: "13812345678" })).customers).toHaveLength(1);
		days(1);
		const { subjectId, orderId } = before;
		expect(await ws.call("customer.find", { phone: "13812345678" })).toEqual({ readable: true, customers: [] });
		expect((await ws.call("search.find", { text: "张晓雯" })).customers).toEqual([]);
		expect((await ws.call("customer.get", { subjectId })).customer).toMatchObject({ name: "***", phone: "***" });
		expect((await ws.call("job.get", { jobId })).customer).toMatchObject({ name: "***", phone: "***" });
		expect(JSON.stringify(await ws.call("order.get", { orderId }))).not.toMatch(/张|5678/);
		expect(JSON.stringify(await ws.call("order.timeline", { orderId }))).not.toContain(words);
		expect(await reasonOf("customer.reveal", { subjectId, field: "phone", reason: "contact" })).toBe("customer.locked");
		const { version } = ws.app.states.get("subject", subjectId);
		expect(await reasonOf("customer.set", { subjectId, version, phone: "13900000000" })).toBe("customer.locked");
		expect(() => ws.app.blobs.read(proof.sha)).toThrow(/customer.locked/);
		expect(ws.app.blobs.read(photo.sha).bytes.toString()).toBe("shoe");

		const fresh = await draftOf(ws);
		fresh.draft.customer = { ...fresh.draft.customer, name: "李敏", phone: "13900001111" };
		await ws.call("intake.receive", fresh);
		const mine = fresh.draft.customer.subjectId;
		const [found] = (await ws.call("customer.find", { phone: "13900001111" })).customers;
		expect(found).toMatchObject({ subjectId: mine, name: "李*", phone: "1******1111" });
		expect(await ws.call("customer.reveal", { subjectId: mine, field: "name", reason: "contact" })).toEqual({
			value: "李敏",
		});
		await restart();
		expect((await ws.call("customer.find", { phone: "13900001111" })).customers).toHaveLength(1);
		expect((await ws.call("customer.find", { phone: "13812345678" })).customers).toEqual([]);

		lease().renew();
		expect((await ws.call("customer.find", { phone: "13812345678" })).customers).toMatchObject([{ name: "张*" }]);
		ws.clock.pass(1);
		expect((await ws.call("search.find", { text: "张晓雯" })).customers).toMatchObject([
			{ id: subjectId, name: "张*" },
		]);
		expect(ws.app.blobs.read(proof.sha).bytes.toString()).toBe("receipt");
		days(90);
		expect((await ws.call("customer.find", { phone: "13900001111" })).customers).toEqual([]);
	});

	it("a known customer's item is taken in as theirs, with nothing new about them", async () => {
		const first = await draftOf(ws);
		await ws.call("intake.receive", first);
		const { subjectId } = first.draft.customer;
		lease().begin(90 * dayMs);
		const again = await draftOf(ws);
		const told = { ...again.draft.customer, knownId: subjectId, name: "", phone: "", noName: false, noPhone: false };
		again.draft.customer = { ...told, under14: true, phone: "13911112222" };
		expect(await reasonOf("intake.receive", again)).toBe("customer.locked");
		again.draft.customer = { ...told, under14: true };
		expect(await reasonOf("intake.receive", again)).toBe("ok");
		expect(maskedCustomer(readSource(ws.app, again.orderId, "zh-CN"))).toEqual({ name: "***" });
		expect(await reasonOf("print.paper", { orderId: again.orderId, paper: "slip", language: "zh-CN" })).toBe("ok");
		lease().renew();
		expect((await ws.call("customer.get", { subjectId })).customer).toMatchObject({
			name: "张*",
			phone: "1******5678",
		});
		expect(ws.app.states.get("subject", subjectId).state.under14).toBe(false);
	});

	it("keys that come from elsewhere stay locked, and are found by phone once it is lifted", async () => {
		const one = receive(ws, { name: "王芳", phone: "13700001111" });
		const kid = `subject:${one.subjectId}` as const;
		const key = ws.app.vault.keyOf(kid) ?? Buffer.alloc(0);
		ws.app.vault.destroy(kid);
		lease().begin(90 * dayMs);
		ws.app.vault.takeKey(kid, key, false);
		expect((await ws.call("customer.get", { subjectId: one.subjectId })).customer.name).toBe("***");
		lease().renew();
		ws.clock.pass(1);
		expect((await ws.call("customer.find", { phone: "13700001111" })).customers).toMatchObject([{ name: "王*" }]);
	});
});
