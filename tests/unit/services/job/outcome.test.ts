import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openReadyWorkstation, type ReadyWorkstation, testPin } from "../../../support/fixtures.ts";
import { Journey } from "../../job/inspected.ts";

let ws: ReadyWorkstation;
let job: Journey;
beforeEach(async () => {
	ws = await openReadyWorkstation();
	job = new Journey(ws);
	ws.as("inspector");
});
afterEach(() => ws.dispose());

const manager = () => ({ person: ws.staff.manager, pin: testPin });

const decide = (outcome: string, more: object = {}) => job.try("inspection.decideOutcome", { outcome, ...more });

describe("the outcome", () => {
	test("repair waits for every call and leads to the quote", async () => {
		expect(await decide("repair")).toBe("inspection.not-started");
		const id = await job.find();
		expect(await decide("repair")).toBe("outcome.liability-missing");
		await job.confirm(id);
		ws.as("technician");
		expect(await decide("repair")).toBe("session.wrong-role");
		ws.as("inspector");
		expect(await decide("repair", { amountFen: 100 })).toBe("outcome.amount-not-here");
		expect(await decide("repair")).toBe("ok");
		expect(job.state).toMatchObject({ stage: "quote", returning: false });
		expect(await decide("repair")).toBe("job.wrong-stage");
	});

	test("nothing found and nothing asked for is nothing to repair", async () => {
		expect(await job.try("inspection.start", {})).toBe("ok");
		expect(await job.try("inspection.start", {})).toBe("ok");
		expect(await decide("repair")).toBe("outcome.nothing-to-repair");
	});

	test("exchange and refund inside the term are the inspector's; outside, a manager's", async () => {
		const id = await job.find();
		await job.confirm(id);
		expect(await decide("exchange")).toBe("outcome.reason-needed");
		expect(await decide("exchange", { reason: { code: "quality" } })).toBe("outcome.manager-needed");
		expect(await decide("exchange", { reason: { code: "quality" }, approval: manager() })).toBe("ok");
		expect(job.state).toMatchObject({ stage: "hand-over", returning: true, outcome: { outcome: "exchange" } });

		const fresh = new Journey(ws, { boughtOn: "2026-11-18" });
		job = fresh;
		const second = await job.find();
		await job.confirm(second);
		expect((await job.page()).owed).toEqual({ exchange: true, refund: true });
		expect(await decide("refund", { reason: { code: "quality" } })).toBe("outcome.amount-needed");
		expect(await decide("refund", { reason: { code: "quality" }, amountFen: 89_901 })).toBe(
			"outcome.amount-above-price",
		);
		expect(await decide("refund", { reason: { code: "quality" }, amountFen: 89_900 })).toBe("ok");
		const page = await job.page();
		expect(page.outcome).toMatchObject({ outcome: "refund", amountFen: 89_900, approver: null });
		expect(page.clock).toMatchObject({ clock: "I" });
		expect(page.clocks.find((c) => c.clock === "D")?.state).toBe("met");
	});

	test("compensation is always a manager's, and keeps its approver", async () => {
		const id = await job.find();
		await job.confirm(id);
		const wanted = { reason: { code: "delay" }, amountFen: 5_000 };
		expect(await decide("compensate", wanted)).toBe("outcome.manager-needed");
		expect(await decide("compensate", { ...wanted, approval: manager() })).toBe("ok");
		expect((await job.page()).outcome?.approver?.name).toBe("王店长");
	});

	test("back unrepaired says why", async () => {
		const id = await job.find();
		await job.confirm(id);
		expect(await decide("return-unrepaired", { reason: { code: "not-repairable" } })).toBe("job.note-needed");
		const reason = { code: "not-repairable", note: "中底已粉化,无法承载新底" };
		expect(await decide("return-unrepaired", { reason })).toBe("ok");
		expect((await job.page()).outcome).toMatchObject({ reason: "not-repairable", note: reason.note });
		expect(job.state.clocks.every((c) => c.stoppedAt !== null)).toBe(true);
		expect(await decide("exchange", { reason: { code: "quality" }, approval: manager() })).toBe("job.wrong-stage");
	});

	test("found beyond repair at the bench: a manager decides", async () => {
		await job.quoted();
		await job.accept();
		ws.as("inspector");
		const reason = { code: "part-unavailable" };
		expect(await decide("return-unrepaired", { reason })).toBe("outcome.manager-needed");
		expect(await decide("return-unrepaired", { reason, approval: manager() })).toBe("ok");
		expect(job.state).toMatchObject({ stage: "hand-over", returning: true });
	});
});
