import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openReadyWorkstation, type ReadyWorkstation } from "../../../support/fixtures.ts";
import { type Choices, Journey, openSole } from "../../job/inspected.ts";

const day = 86_400_000;
const worn = { ...openSole, evidence: ["symmetric-ground-wear" as const] };

let ws: ReadyWorkstation;
let job: Journey;
beforeEach(async () => {
	ws = await openReadyWorkstation();
	job = new Journey(ws);
	ws.as("inspector");
});
afterEach(() => ws.dispose());

async function choices(change: (now: Choices) => void): Promise<Choices> {
	const draft = structuredClone((await job.draft()).choices);
	change(draft);
	return draft;
}

const issue = (chosen: Choices, more: object = {}) => job.try("quote.issue", { choices: chosen, ...more });

describe("the customer's answer", () => {
	test("accepted on paper: the plan, what QC checks and the work's warranty are copied in, the repair clock runs", async () => {
		await job.quoted();
		expect(await job.accept({ returnOldParts: true })).toBe("ok");
		const { state } = job;
		expect(state).toMatchObject({ stage: "repair", returning: false, returnOldParts: true });
		expect(state.steps).toHaveLength(8);
		expect(state.acceptance).toEqual(["A1", "A13"]);
		expect(state.workWarranty).toEqual([{ operation: "O01", days: 90 }]);
		expect((await job.page()).clocks.filter((c) => c.stoppedAt === null).map((c) => c.clock)).toEqual(["J", "F"]);
		const order = ws.app.states.get("order", state.order).state;
		expect(order.signatures).toMatchObject([{ what: "quote", how: "paper", job: job.jobId, blob: null }]);
	});

	test("accepted with a signature that was sent for it", async () => {
		await job.quoted();
		expect(await job.accept({ means: "signature" })).toBe("quote.signature-needed");
		const photo = await job.photograph();
		expect(await job.accept({ means: "signature", signature: photo })).toBe("quote.picture-not-theirs");
		const { ticket } = await ws.call("quote.ticket", { jobId: job.jobId, what: "signature" });
		const signature = await job.send(ticket);
		expect(await job.accept({ means: "signature", signature })).toBe("ok");
		const order = ws.app.states.get("order", job.state.order).state;
		expect(order.signatures).toMatchObject([{ how: "screen", blob: signature }]);
	});

	test("by phone or chat leaves channel, words and screenshot, sealed with the customer", async () => {
		await job.quoted();
		expect(await job.accept({ means: "phone" })).toBe("quote.channel-needed");
		expect(await job.accept({ means: "phone", channel: "店内座机" })).toBe("quote.words-needed");
		const said = { means: "chat", channel: "微信", words: "可以,修吧,周日来取" };
		expect(await job.accept(said)).toBe("quote.screenshot-needed");
		const { ticket } = await ws.call("quote.ticket", { jobId: job.jobId, what: "answer" });
		const screenshot = await job.send(ticket);
		expect(await job.accept({ ...said, screenshot })).toBe("ok");
		expect((await job.page()).quotes[0]?.answer).toMatchObject({
			means: "chat",
			channel: "微信",
			words: said.words,
			screenshot,
			by: { name: "周敏" },
		});
		expect(JSON.stringify(ws.app.events.list([`job:${job.jobId}`]))).not.toContain("周日来取");
	});

	test("a picture of another customer is refused", async () => {
		const other = new Journey(ws);
		await other.quoted();
		const { ticket } = await ws.call("quote.ticket", { jobId: other.jobId, what: "signature" });
		const signature = await other.send(ticket);
		await job.quoted();
		expect(await job.accept({ means: "signature", signature })).toBe("quote.picture-not-theirs");
	});

	test("declined goes back with a reason; the test fee is the customer's only for their own fault", async () => {
		await job.quoted();
		const decline = { answer: "declined", means: "paper" };
		expect(await job.accept(decline)).toBe("quote.decline-reason-needed");
		expect(await job.accept({ ...decline, reason: { code: "nah" } })).toBe("standard.unknown-reason");
		const reason = { code: "too-slow" };
		expect(await job.accept({ ...decline, reason, testFee: true })).toBe("quote.test-fee-not-customers");
		expect(await job.accept({ ...decline, reason })).toBe("ok");
		expect(job.state).toMatchObject({ stage: "hand-over", returning: true, testFeeFen: 0 });
		expect(job.state.clocks.every((c) => c.stoppedAt !== null)).toBe(true);

		job = new Journey(ws);
		await job.quoted(worn);
		expect((await job.page()).testFeePossible).toBe(true);
		expect(await job.accept({ testFee: true })).toBe("quote.no-test-fee-here");
		expect(await job.accept({ ...decline, reason, testFee: true })).toBe("ok");
		expect(job.state).toMatchObject({ returning: true, testFeeFen: 2_000 });
	});

	test("changed: the wish is kept, the diagnosis clock runs again, the next version answers it", async () => {
		await job.quoted(worn);
		expect(await job.accept({ answer: "changed", means: "paper" })).toBe("quote.words-needed");
		expect(await job.accept({ answer: "changed", means: "paper", words: "只修左脚" })).toBe("ok");
		expect(job.state.stage).toBe("quote");
		expect((await job.page()).clock?.clock).toBe("D");
		expect(await job.accept()).toBe("quote.answered-already");
		const chosen = await choices((c) => {
			for (const remedy of c.remedies) remedy.qty = 1;
		});
		expect(await issue(chosen, { reason: "customer-asked" })).toBe("ok");
		expect(job.state.quotes.at(-1)?.totals.customerFen).toBe(3_500);
		expect(await job.accept()).toBe("ok");
	});

	test("an expired quote has to be issued again", async () => {
		await job.quoted();
		ws.clock.pass(8 * day);
		ws.as("clerk");
		expect((await job.page()).quotes[0]?.expired).toBe(true);
		expect(await job.accept()).toBe("quote.expired");
		expect(await issue((await job.draft()).choices, { reason: "expired" })).toBe("ok");
		expect(await job.accept()).toBe("ok");
	});

	test("is taken in the quote stage only, once, by clerk or inspector", async () => {
		expect(await job.accept()).toBe("job.wrong-stage");
		expect(await job.outcomeOf(ws.tryCall("quote.ticket", { jobId: job.jobId, what: "signature" }))).toBe(
			"job.wrong-stage",
		);
		await job.find();
		await job.confirm(job.state.findings[0]?.id ?? "");
		await job.decideRepair();
		expect(await job.accept()).toBe("quote.none");
		ws.as("clerk");
		await job.issue();
		ws.as("technician");
		expect(await job.accept()).toBe("session.wrong-role");
		ws.as("clerk");
		expect(await job.accept({ means: "at-intake" })).toBe("call.invalid-input");
		expect(await job.accept({ version: job.version - 1 })).toBe("job.changed-meanwhile");
		expect(await job.accept()).toBe("ok");
		expect(await job.accept()).toBe("job.wrong-stage");
	});
});

describe("a later change, while it is at the bench", () => {
	async function more(): Promise<Choices> {
		await job.quoted(worn);
		await job.accept();
		ws.as("inspector");
		const late = await job.find({ ...worn, fault: "FW03", component: "upper", evidence: ["matches-w"] });
		await job.confirm(late);
		ws.as("clerk");
		return (await job.draft()).choices;
	}

	test("is a new version with the old lines and the new; the job waits, the repair clock stands still", async () => {
		const chosen = await more();
		expect(chosen.remedies.map((r) => r.operation)).toEqual(["O01", "O36"]);
		expect(await issue(chosen)).toBe("quote.reason-needed");
		expect(await issue(chosen, { reason: "new-damage" })).toBe("ok");
		expect(job.state.stage).toBe("quote");
		expect((await job.page()).clocks.find((c) => c.clock === "F")).toMatchObject({ state: "paused" });
		expect((await job.page()).clock?.clock).toBe("E");
	});

	test("accepted, what was done stays done and the new steps follow", async () => {
		const chosen = await more();
		const before = job.state.steps.map((s) => s.id);
		await issue(chosen, { reason: "new-damage" });
		expect(await job.accept()).toBe("ok");
		expect(job.state.stage).toBe("repair");
		expect(job.state.steps.slice(0, before.length).map((s) => s.id)).toEqual(before);
		expect(job.state.steps.length).toBeGreaterThan(before.length);
		expect((await job.page()).clocks.filter((c) => c.clock === "F")).toMatchObject([{ state: "running" }]);
	});

	test("declined, the work goes on as agreed before", async () => {
		const chosen = await more();
		const { steps } = job.state;
		await issue(chosen, { reason: "new-damage" });
		expect(await job.accept({ answer: "declined", means: "paper", reason: { code: "too-expensive" } })).toBe("ok");
		expect(job.state).toMatchObject({ stage: "repair", returning: false, steps });
		expect((await job.page()).clocks.find((c) => c.clock === "F")?.state).toBe("running");
	});
});
