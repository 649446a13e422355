import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openReadyWorkstation, type ReadyWorkstation } from "../../../support/fixtures.ts";
import { Journey, openSole } from "../../job/inspected.ts";

let ws: ReadyWorkstation;
let job: Journey;
beforeEach(async () => {
	ws = await openReadyWorkstation();
	job = new Journey(ws);
	ws.as("inspector");
});
afterEach(() => ws.dispose());

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
