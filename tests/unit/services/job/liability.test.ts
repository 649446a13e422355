import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openReadyWorkstation, type ReadyWorkstation, testPin } from "../../../support/fixtures.ts";
import { Journey, openSole } from "../../job/inspected.ts";

let ws: ReadyWorkstation;
let job: Journey;
beforeEach(async () => {
	ws = await openReadyWorkstation();
	job = new Journey(ws);
	ws.as("inspector");
});
afterEach(() => ws.dispose());

const manager = () => ({ person: ws.staff.manager, pin: testPin });

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
