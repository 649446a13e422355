import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openReadyWorkstation, type ReadyWorkstation, testPin } from "../../../support/fixtures.ts";
import { type Choices, Journey, openSole } from "../../job/inspected.ts";

const worn = { ...openSole, evidence: ["symmetric-ground-wear" as const] };

let ws: ReadyWorkstation;
let job: Journey;
beforeEach(async () => {
	ws = await openReadyWorkstation();
	job = new Journey(ws);
	ws.as("inspector");
});
afterEach(() => ws.dispose());

const manager = () => ({ person: ws.staff.manager, pin: testPin });

/** Inspected and decided, the quote not yet issued. */
async function decided(finding = openSole): Promise<string> {
	ws.as("inspector");
	const id = await job.find(finding);
	await job.confirm(id);
	await job.decideRepair();
	ws.as("clerk");
	return id;
}

async function choices(change: (now: Choices) => void): Promise<Choices> {
	const draft = structuredClone((await job.draft()).choices);
	change(draft);
	return draft;
}

const issue = (chosen: Choices, more: object = {}) => job.try("quote.issue", { choices: chosen, ...more });

describe("a quote makes itself", () => {
	test("from findings: the table's remedy, usual parts inside, the brand pays inside the term", async () => {
		const findingId = await decided();
		const draft = await job.draft();
		expect(draft).toMatchObject({
			quoteVersion: 1,
			totals: { customerFen: 0, brandFen: 7_000, totalFen: 7_000 },
			customerWords: "零元整",
			blocked: null,
			approvals: [],
			replaces: null,
			samplePrices: true,
			validDays: 7,
		});
		expect(draft.lines.map((l) => [l.code, l.qty, l.amountFen, l.included ?? false, l.payer])).toEqual([
			["O01", 2, 7_000, false, "brand"],
			["AD01", 2, 0, true, "brand"],
			["AD03", 2, 0, true, "brand"],
		]);
		expect(draft.options).toMatchObject([{ findingId, operations: [{ operation: "O01" }, { operation: "O02" }] }]);
	});

	test("another remedy of the fault is one tap: the pair at the pair's price, wear paid by the customer", async () => {
		const findingId = await decided(worn);
		const draft = await job.draft(await choices((c) => (c.remedies = [{ findingId, operation: "O02" }])));
		expect(draft).toMatchObject({
			totals: { customerFen: 8_500, brandFen: 0 },
			customerWords: "捌拾伍元整",
			approvals: [],
		});
		expect(draft.lines[0]).toMatchObject({ unit: "pair", why: { kind: "rule", rule: "R4", findingId } });
	});

	test("a service asked for needs no fault and no inspector", async () => {
		const clean = new Journey(ws, { services: ["O43"] });
		ws.as("clerk");
		const draft = await clean.draft();
		expect(draft).toMatchObject({ blocked: null, totals: { brandFen: 0 } });
		expect(draft.lines[0]).toMatchObject({ code: "O43", payer: "customer", why: { kind: "service" } });
		expect(await clean.issue()).toBe(1);
		expect(clean.state).toMatchObject({ stage: "quote", outcome: null });
	});

	test("what is missing is named: nothing goes out before outcome and calls", async () => {
		const id = await job.find();
		expect((await job.draft()).needs).toContainEqual({ kind: "liability-call", findingId: id });
		expect((await job.draft()).blocked).toBe("quote.outcome-first");
		expect(await issue((await job.draft()).choices)).toBe("quote.outcome-first");
		await job.confirm(id);
		await job.decideRepair();
		const late = await job.find({ ...openSole, fault: "FW03", component: "upper" });
		expect((await job.draft()).blocked).toBe("outcome.liability-missing");
		await job.confirm(late);
		expect(await issue({ remedies: [], services: [], parts: [], prices: [] })).toBe("quote.empty");
	});
});

describe("what may be chosen", () => {
	test("is of the standard, of this kind of item, of this job", async () => {
		const findingId = await decided();
		const none = "00000000-0000-7000-8000-000000000000";
		const cases: [(c: Choices) => void, string][] = [
			[(c) => c.services.push({ operation: "O99" }), "standard.unknown-operation"],
			[(c) => c.services.push({ operation: "O68" }), "quote.operation-category"],
			[(c) => c.services.push({ operation: "AD01" }), "standard.unknown-operation"],
			[(c) => c.remedies.push({ findingId: none, operation: "O02" }), "quote.unknown-finding"],
			[(c) => c.remedies.push({ findingId, operation: "O02", pieceId: none }), "finding.unknown-piece"],
			[(c) => c.parts.push({ operation: "O02", part: "SO01", qty: 1 }), "quote.part-without-work"],
			[(c) => c.parts.push({ operation: "O01", part: "SO99", qty: 1 }), "standard.unknown-part"],
			[(c) => c.parts.push({ operation: "O01", part: "AD01", qty: 1 }), "quote.not-on-list"],
			[(c) => c.prices.push({ code: "O44", unitFen: 1, reason: "member" }), "quote.price-without-line"],
			[(c) => c.prices.push({ code: "O01", unitFen: 1, reason: "because" }), "standard.unknown-reason"],
			[(c) => c.prices.push({ code: "O01", unitFen: 1, reason: "extra-work" }), "job.note-needed"],
			[(c) => c.services.push({ operation: "O44", qty: 0 }), "call.invalid-input"],
			[(c) => c.prices.push({ code: "O01", unitFen: -1, reason: "member" }), "call.invalid-input"],
			[(c) => c.prices.push({ code: "O01", unitFen: 0.5, reason: "member" }), "call.invalid-input"],
			[(c) => Object.assign(c, { lines: [] }), "call.invalid-input"],
		];
		for (const [change, reason] of cases) {
			const chosen = await choices(change);
			expect(await issue(chosen, { approval: manager() })).toBe(reason);
			expect(await job.outcomeOf(ws.tryCall("quote.draft", { jobId: job.jobId, choices: chosen }))).toBe(reason);
		}
		expect(job.state.quotes).toEqual([]);
	});

	test("a price off the list needs its reason and a manager, and keeps both", async () => {
		await decided(worn);
		const chosen = await choices((c) => c.prices.push({ code: "O01", unitFen: 2_000, reason: "goodwill" }));
		expect((await job.draft(chosen)).approvals).toEqual([{ kind: "price", code: "O01" }]);
		expect(await issue(chosen)).toBe("quote.approval-needed");
		expect(await issue(chosen, { approval: { person: ws.staff.inspector, pin: testPin } })).toBe(
			"session.approver-role",
		);
		expect(await issue(chosen, { approval: manager() })).toBe("ok");
		const [quote] = (await job.page()).quotes;
		expect(quote?.lines[0]).toMatchObject({
			unitFen: 2_000,
			listFen: 3_500,
			deviation: { reason: "goodwill", approver: ws.staff.manager },
		});
		expect(quote?.totals.customerFen).toBe(4_000);
	});

	test("the list's own price is no deviation, whoever types it", async () => {
		await decided(worn);
		const chosen = await choices((c) => c.prices.push({ code: "O01", unitFen: 3_500, reason: "member" }));
		expect((await job.draft(chosen)).approvals).toEqual([]);
		expect(await issue(chosen)).toBe("ok");
		expect(job.state.quotes[0]?.lines.some((l) => l.deviation)).toBe(false);
	});

	test("an extra part, work the table does not name, and free service are a manager's", async () => {
		const findingId = await decided(worn);
		const part = await choices((c) => {
			c.parts.push({ operation: "O01", part: "SO09", qty: 1 });
			c.prices.push({ code: "SO09", unitFen: 1_200, reason: "extra-work", note: "顾客指定鞋垫" });
		});
		const other = await choices((c) => c.remedies.push({ findingId, operation: "O16" }));
		const free = await choices((c) => c.services.push({ operation: "O43", payer: "store" }));
		for (const [chosen, kind] of [
			[part, "price"],
			[other, "other-remedy"],
			[free, "free-service"],
		] as const) {
			expect((await job.draft(chosen)).approvals).toMatchObject([{ kind }]);
			expect(await issue(chosen)).toBe("quote.approval-needed");
		}
		ws.as("manager");
		expect(await issue(part)).toBe("ok");
		expect(job.state.quotes[0]?.lines.find((l) => l.code === "SO09")).toMatchObject({
			amountFen: 1_200,
			listFen: null,
			deviation: { approver: ws.staff.manager },
		});
	});
});

describe("issuing", () => {
	test("stops the diagnosis, starts the customer's time and the law's ceiling, and copies what it relied on", async () => {
		await decided();
		await job.issue();
		const page = await job.page();
		expect(page.clocks.map((c) => [c.clock, c.state])).toEqual([
			["D", "met"],
			["E", "running"],
			["J", "running"],
		]);
		expect(page.quotes[0]).toMatchObject({
			version: 1,
			standard: "2026.1",
			samplePrices: true,
			expired: false,
			answer: null,
			by: { name: "周敏" },
			validUntilAt: "2026-11-28T15:59:59.999Z",
		});
		expect(job.state.quotes[0]?.coverage).toMatchObject([{ covered: true, rule: "SH-repair" }]);
	});

	test("is the clerk's and the inspector's, at the version the screen saw", async () => {
		await decided();
		const { choices: chosen } = await job.draft();
		ws.as("technician");
		expect(await issue(chosen)).toBe("session.wrong-role");
		ws.as("clerk");
		expect(await issue(chosen, { version: job.version - 1 })).toBe("job.changed-meanwhile");
		expect(await issue(chosen, { validDays: 0 })).toBe("call.invalid-input");
		expect(await issue(chosen, { validDays: 14 })).toBe("ok");
		expect((await job.page()).quotes[0]?.validUntilAt).toBe("2026-12-05T15:59:59.999Z");
	});

	test("again replaces the version with a reason", async () => {
		await job.quoted();
		const { choices: chosen, replaces } = await job.draft();
		expect(replaces).toBe(1);
		expect(await issue(chosen)).toBe("quote.reason-needed");
		expect(await issue(chosen, { reason: "because" })).toBe("call.invalid-input");
		expect(await issue(chosen, { reason: "customer-asked" })).toBe("ok");
		expect(await job.try("quote.answer", { quoteVersion: 1, answer: "accepted", means: "paper" })).toBe(
			"quote.not-current",
		);
		expect((await job.page()).quotes.map((q) => [q.version, q.reason])).toEqual([
			[2, "customer-asked"],
			[1, null],
		]);
	});
});
