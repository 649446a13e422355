import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openReadyWorkstation, type ReadyWorkstation, testPin } from "../../support/fixtures.ts";
import { Journey, openSole } from "../job/inspected.ts";

let ws: ReadyWorkstation;
let job: Journey;
beforeEach(async () => {
	ws = await openReadyWorkstation();
	job = new Journey(ws);
	ws.as("inspector");
});
afterEach(() => ws.dispose());

const manager = () => ({ person: ws.staff.manager, pin: testPin });

describe("findings", () => {
	test("are added by whoever looks, and start the inspection by themselves", async () => {
		ws.as("technician");
		const id = await job.find({ ...openSole, measures: [{ kind: "length-mm", value: 32 }] });
		const page = await job.page();
		expect(page.inspection?.by.name).toBe("李师傅");
		expect(page.findings).toMatchObject([
			{ id, fault: "FW01", component: "outsole", measures: [{ kind: "length-mm", value: 32 }], call: null },
		]);
		expect(page.findings[0]?.coverage).toMatchObject({ covered: true, untilOn: "2027-04-20", ruleId: "SH-repair" });
	});

	test("are looked for only by inspectors and technicians", async () => {
		ws.as("clerk");
		expect(await job.try("inspection.addFinding", { finding: openSole })).toBe("session.wrong-role");
		expect(await job.try("inspection.start", {})).toBe("session.wrong-role");
	});

	test("name only what the standard and the job know", async () => {
		const other = new Journey(ws);
		const foreign = await other.photograph();
		const uuid = "00000000-0000-7000-8000-000000000000";
		const cases: [object, string][] = [
			[{ fault: "FW99" }, "standard.unknown-fault"],
			[{ fault: "LG01" }, "finding.fault-category"],
			[{ component: "trolley" }, "finding.unknown-component"],
			[{ material: "unobtainium" }, "finding.unknown-material"],
			[{ pieceId: uuid }, "finding.unknown-piece"],
			[{ zones: ["nowhere"] }, "finding.unknown-zone"],
			[{ pins: [{ blob: foreign, x: 1, y: 1 }] }, "finding.unknown-photo"],
			[{ evidence: ["burn", "burn"] }, "finding.evidence-twice"],
			[{ measures: [1, 2].map((value) => ({ kind: "count", value })) }, "finding.measured-twice"],
			[{ evidence: ["it-was-me"] }, "call.invalid-input"],
			[{ severity: "terrible" }, "call.invalid-input"],
			[{ pins: [{ blob: foreign, x: 1001, y: 1 }] }, "call.invalid-input"],
			[{ cause: "M" }, "call.invalid-input"],
		];
		for (const [change, reason] of cases) {
			expect(await job.try("inspection.addFinding", { finding: { ...openSole, ...change } })).toBe(reason);
		}
		expect(await job.try("inspection.addFinding", { finding: openSole, note: "a\u0000b" })).toBe("call.invalid-input");
		expect(await job.try("inspection.addFinding", { finding: openSole, note: "长".repeat(501) })).toBe(
			"call.invalid-input",
		);
		expect(job.state.findings).toEqual([]);
	});

	test("change as a whole, keep who found them, and what was before stays in the record", async () => {
		const id = await job.find({ ...openSole, material: "rubber" });
		ws.as("technician");
		const photo = await job.photograph();
		const finding = { ...openSole, severity: "minor", pins: [{ blob: photo, x: 500, y: 250 }] };
		expect(await job.try("inspection.changeFinding", { findingId: id, finding, note: "鞋头处" })).toBe("ok");
		const [found] = (await job.page()).findings;
		expect(found).toMatchObject({ severity: "minor", material: null, note: "鞋头处", hasPhoto: true });
		expect(found?.by.name).toBe("陈静");
		const version = job.version;
		expect(await job.try("inspection.changeFinding", { findingId: id, finding })).toBe("ok");
		expect(job.version).toBe(version);
		const { entries } = await ws.call("job.record", { jobId: job.jobId });
		expect(entries[0]).toMatchObject({ type: "job.finding_changed", words: "鞋头处", facts: { fault: "FW01" } });
		expect(JSON.stringify(ws.app.events.list([`job:${job.jobId}`]))).not.toContain("鞋头处");
	});

	test("are taken back with a coded reason, and their call with them", async () => {
		const id = await job.find();
		await job.confirm(id);
		expect(await job.try("inspection.removeFinding", { findingId: id, reason: { code: "nope" } })).toBe(
			"standard.unknown-reason",
		);
		expect(await job.try("inspection.removeFinding", { findingId: id, reason: { code: "other" } })).toBe(
			"job.note-needed",
		);
		expect(await job.try("inspection.removeFinding", { findingId: id, reason: { code: "typing-error" } })).toBe("ok");
		expect(job.state).toMatchObject({ findings: [], liability: [] });
		expect(await job.try("inspection.removeFinding", { findingId: id, reason: { code: "typing-error" } })).toBe(
			"finding.not-found",
		);
	});

	test("a screen that saw an older job is told so", async () => {
		const { version } = job;
		await job.find();
		expect(await job.try("inspection.addFinding", { finding: openSole, version })).toBe("job.changed-meanwhile");
		expect(await job.try("inspection.start", { version: version + 9 })).toBe("job.changed-meanwhile");
		expect(job.state.findings).toHaveLength(1);
	});

	test("are not what the customer agreed to: an accepted finding stands", async () => {
		const id = await job.quoted();
		expect(await job.accept()).toBe("ok");
		ws.as("inspector");
		const reason = { code: "typing-error" };
		expect(await job.try("inspection.removeFinding", { findingId: id, reason })).toBe("finding.in-accepted-quote");
		expect(await job.try("inspection.changeFinding", { findingId: id, finding: openSole })).toBe(
			"finding.in-accepted-quote",
		);
		expect((await job.page()).findings[0]?.agreed).toBe(true);
		expect(
			await job.try("inspection.addFinding", { finding: { ...openSole, fault: "FW03", component: "upper" } }),
		).toBe("ok");
	});
});

const call = (findingId: string, more: object) =>
	job.try("inspection.decideLiability", { findingId, cause: "M", outcome: "free-repair", stopUseTold: false, ...more });

describe("the liability call", () => {
	test("confirms what the rules proposed, names them, and is the inspector's", async () => {
		const id = await job.find({ ...openSole, evidence: ["unworn", "tags-on", "defect-at-receipt"] });
		const [before] = (await job.page()).findings;
		expect(before?.proposal).toMatchObject({ cause: "M", ground: "rule" });
		expect(before?.ruleId).toBe("R1");
		ws.as("technician");
		expect(await call(id, { outcome: before?.proposal.outcome })).toBe("session.wrong-role");
		ws.as("inspector");
		expect(await call(id, { outcome: before?.proposal.outcome })).toBe("ok");
		expect(job.state.liability).toMatchObject([{ proposed: "M", cause: "M", rules: ["R1"], reason: null }]);
	});

	test("decided otherwise needs a coded reason, its note, and where it says so a manager", async () => {
		const id = await job.find({ ...openSole, evidence: ["symmetric-ground-wear"] });
		expect((await job.page()).findings[0]?.proposal).toMatchObject({ cause: "W", outcome: "paid-repair" });
		expect(await call(id, {})).toBe("liability.reason-needed");
		expect(await call(id, { reason: { code: "made-up" } })).toBe("standard.unknown-reason");
		expect(await call(id, { reason: { code: "new-evidence" } })).toBe("job.note-needed");
		expect(await call(id, { reason: { code: "goodwill" } })).toBe("liability.manager-needed");
		expect(await call(id, { reason: { code: "goodwill" }, approval: { person: ws.staff.clerk, pin: testPin } })).toBe(
			"session.approver-role",
		);
		expect(await call(id, { reason: { code: "goodwill" }, approval: { person: ws.staff.manager, pin: "9753" } })).toBe(
			"session.wrong-pin",
		);
		expect(await call(id, { reason: { code: "goodwill" }, approval: manager() })).toBe("ok");
		expect(job.state.liability).toMatchObject([
			{ proposed: "W", cause: "M", outcome: "free-repair", reason: "goodwill", chargeback: "factory" },
		]);
	});

	test("the same cause but who pays otherwise is a different verdict too", async () => {
		const id = await job.find();
		expect(await call(id, { outcome: "paid-repair" })).toBe("liability.reason-needed");
		const reason = { code: "brand-decision", note: "品牌答复按收费处理" };
		expect(await call(id, { outcome: "paid-repair", reason })).toBe("ok");
		expect((await job.page()).findings[0]?.call).toMatchObject({ outcome: "paid-repair", note: reason.note });
	});

	test("misuse needs the evidence on a photo", async () => {
		const id = await job.find({ ...openSole, evidence: ["machine-washed"] });
		const verdict = { cause: "U", outcome: "paid-repair" };
		expect(await call(id, verdict)).toBe("liability.photo-needed");
		await job.photograph(id);
		expect(await call(id, verdict)).toBe("ok");
	});

	test("crumbling PU is never the customer's, with or without a reason", async () => {
		const id = await job.find({ ...openSole, evidence: ["hydrolysis"] });
		await job.photograph(id);
		const reason = { code: "rule-does-not-fit", note: "顾客自述泡水" };
		const otherwise = { cause: "U", outcome: "paid-repair", reason, approval: manager(), second: manager() };
		expect(await call(id, otherwise)).toBe("liability.never-misuse");
	});

	test("weak evidence asks for a second inspector, who is somebody else", async () => {
		const id = await job.find({ ...openSole, evidence: ["flex-line", "tread-over-half", "symmetric-ground-wear"] });
		const [found] = (await job.page()).findings;
		expect(found?.proposal.needs).toContain("second-inspector");
		const verdict = { cause: found?.proposal.cause, outcome: found?.proposal.outcome };
		expect(await call(id, verdict)).toBe("liability.second-needed");
		const self = { person: ws.staff.inspector, pin: testPin };
		expect(await call(id, { ...verdict, second: self })).toBe("liability.second-same-person");
		expect(await call(id, { ...verdict, second: { person: ws.staff.technician, pin: testPin } })).toBe(
			"session.approver-role",
		);
		expect(await call(id, { ...verdict, second: manager() })).toBe("ok");
		expect((await job.page()).findings[0]?.call?.second?.name).toBe("王店长");
	});

	test("a safety fault asks whether the customer was told to stop using it", async () => {
		const id = await job.find({ fault: "FW05", component: "heel", severity: "critical", evidence: ["matches-m"] });
		const [found] = (await job.page()).findings;
		const verdict = { cause: found?.proposal.cause, outcome: found?.proposal.outcome };
		expect(found?.proposal.needs).toContain("stop-use-notice");
		expect(await call(id, verdict)).toBe("liability.stop-use-not-told");
		expect(await call(id, { ...verdict, stopUseTold: true })).toBe("ok");
		expect((await job.page()).findings[0]?.call).toMatchObject({ stopUseTold: true, rules: ["R9"] });
	});

	test("is out of date when the evidence changed, and no quote goes out until it is looked at again", async () => {
		const id = await job.find();
		await job.confirm(id);
		await job.decideRepair();
		const finding = { ...openSole, evidence: ["symmetric-ground-wear"] };
		expect(await job.try("inspection.changeFinding", { findingId: id, finding })).toBe("ok");
		expect((await job.page()).findings[0]?.outdated).toBe(true);
		expect((await job.draft()).blocked).toBe("quote.call-outdated");
		const { choices } = await job.draft();
		expect(await job.try("quote.issue", { choices })).toBe("quote.call-outdated");
		await job.confirm(id);
		expect((await job.draft()).blocked).toBe(null);
	});

	test("our own time costs the customer no cover", async () => {
		await ws.dispose();
		ws = await openReadyWorkstation();
		job = new Journey(ws, { boughtOn: "2026-05-22" });
		ws.as("inspector");
		await job.find();
		expect((await job.page()).findings[0]?.coverage).toMatchObject({ covered: true, untilOn: "2026-11-22" });
		ws.clock.pass(5 * 86_400_000);
		ws.as("inspector");
		expect((await job.page()).findings[0]?.coverage.covered).toBe(true);
	});
});

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
