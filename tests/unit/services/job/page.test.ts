import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { jobEvents } from "../../../../domain/job/job.ts";
import { openReadyWorkstation, type ReadyWorkstation, receive } from "../../../support/fixtures.ts";
import { Journey } from "../../job/inspected.ts";

let ws: ReadyWorkstation;
let job: Journey;
beforeEach(async () => {
	ws = await openReadyWorkstation();
	job = new Journey(ws);
});
afterEach(() => ws.dispose());

describe("the job page", () => {
	test("shows what it is, whose it is (masked), the customer's words and the clock that matters", async () => {
		const page = await job.page();
		expect(page).toMatchObject({
			stage: "inspection",
			customer: { name: "张*", phone: "1******5678" },
			item: { kind: "dress-shoe", brand: "百丽", boughtOn: "2026-10-20", priceFen: 89_900 },
			words: "前掌开胶,走路进水",
			clock: { clock: "D", state: "running" },
			coverage: { covered: true, untilOn: "2027-04-20" },
			order: { number: job.received.number },
			receivedBy: { name: "周敏" },
			conflicts: [],
		});
		expect(page.pieces.map((p) => [p.no, p.short.zh])).toEqual([
			[1, "左"],
			[2, "右"],
		]);
		expect(page.approvers.map((p) => p.name)).toEqual(["陈静", "王店长"]);
		expect(JSON.stringify(page)).not.toContain("13812345678");
		expect(JSON.stringify(page)).not.toContain("张晓雯");
	});

	test("is read by whoever is signed in, by nobody else, and only for jobs there are", async () => {
		const none = "00000000-0000-7000-8000-000000000000";
		expect(await job.outcomeOf(ws.tryCall("job.get", { jobId: none }))).toBe("job.not-found");
		expect(await job.outcomeOf(ws.tryCall("job.get", { jobId: "x" }))).toBe("call.invalid-input");
		expect(await job.outcomeOf(ws.tryCall("job.get", { jobId: job.jobId, more: 1 }))).toBe("call.invalid-input");
		ws.app.session.lock();
		expect(await job.outcomeOf(ws.tryCall("job.get", { jobId: job.jobId }))).toBe("session.not-signed-in");
		expect(await job.outcomeOf(ws.tryCall("job.record", { jobId: job.jobId }))).toBe("session.not-signed-in");
	});

	test("a customer without name or phone, or erased, is a job all the same", async () => {
		const quiet = new Journey(ws, { name: "", phone: "", words: "" });
		expect(await quiet.page()).toMatchObject({ customer: { name: "", phone: "" }, words: null });
		ws.app.vault.destroy(`subject:${job.received.subjectId}`);
		ws.app.directory.refresh(job.received.subjectId);
		expect(await job.page()).toMatchObject({ customer: { name: "", phone: "" }, words: null });
	});

	test("an overdue clock says so", async () => {
		ws.clock.pass(25 * 3_600_000);
		ws.as("clerk");
		expect((await job.page()).clock).toMatchObject({ clock: "D", state: "overdue" });
	});

	test("our own work on the item is remembered when it comes back", async () => {
		const findingId = await job.quoted();
		await job.accept();
		ws.clock.pass(86_400_000);
		ws.app.log.append(ws.staff.clerk, [
			jobEvents["job.handed_over"].make(
				`job:${job.jobId}`,
				{
					handover: "h1",
					pieces: job.state.pieces.map((p) => p.id),
					missing: [],
					complete: true,
					warranty: [{ operation: "O01", until: "2027-06-30" }],
				},
				{ base: job.state.heads.stage ?? [] },
			),
		]);
		expect(job.state.findings[0]?.id).toBe(findingId);
		ws.clock.pass(70 * 86_400_000);
		ws.as("inspector");
		const again = new Journey(ws, { boughtOn: null });
		ws.app.log.append(ws.staff.clerk, [
			jobEvents["job.corrected"].make(`job:${again.jobId}`, {
				changes: { item: { was: again.state.item, now: job.state.item } },
			}),
		]);
		await again.find();
		// Both shoes were away a day for a repair the brand paid, and the glue itself is warranted longest.
		expect((await again.page()).findings[0]?.coverage).toMatchObject({
			covered: true,
			basis: "work",
			ruleId: "O01",
			untilOn: "2027-06-30",
		});
	});
});

describe("photos", () => {
	test("of the item are added to the job, to a piece, to a finding", async () => {
		ws.as("inspector");
		const findingId = await job.find();
		const first = await job.photograph();
		const second = await job.photograph(findingId);
		expect((await job.page()).photos).toMatchObject([
			{ handle: first, role: "before", findingId: null },
			{ handle: second, role: "finding", findingId, by: { name: "陈静" } },
		]);
		const { version } = job;
		await ws.call("job.addPhotos", { jobId: job.jobId, photos: [second], findingId });
		expect(job.version).toBe(version);
	});

	test("of another order, unknown or misplaced ones are refused", async () => {
		const other = new Journey(ws);
		const foreign = await other.photograph();
		const add = (input: object) => job.outcomeOf(ws.tryCall("job.addPhotos", { jobId: job.jobId, ...input }));
		const none = "00000000-0000-7000-8000-000000000000";
		expect(await add({ photos: [foreign] })).toBe("job.photo-of-another-order");
		expect(await add({ photos: ["0".repeat(64)] })).toBe("media.gone");
		expect(await add({ photos: ["../../etc/passwd"] })).toBe("call.invalid-input");
		expect(await add({ photos: [] })).toBe("call.invalid-input");
		expect(await add({ photos: [foreign], pieceId: none })).toBe("finding.unknown-piece");
		expect(await add({ photos: [foreign], findingId: none })).toBe("finding.not-found");
		expect(await add({ photos: [foreign], stepId: none })).toBe("job.unknown-step");
		expect(job.state.photos).toEqual([]);
	});
});

describe("two decisions on one base", () => {
	/** What a second workstation decided without knowing the first: both stand on the same decision. */
	async function clash() {
		const { jobIds } = job.received;
		ws.as("inspector");
		await job.confirm(await job.find());
		const base = { base: job.state.heads.stage ?? [] };
		await job.decideRepair();
		ws.clock.pass(1000);
		const second = { outcome: "exchange", reason: "quality" } as const;
		ws.app.log.append(ws.staff.manager, [
			jobEvents["job.outcome_decided"].make(`job:${jobIds[0]}`, { ...second, clocks: {} }, base),
		]);
	}

	test("are shown with who and when, and nothing moves until a person chose", async () => {
		await clash();
		const [conflict] = (await job.page()).conflicts;
		expect(conflict?.decisions).toMatchObject([
			{ choice: "repair", by: { name: "陈静" }, stands: true, stage: "quote" },
			{ choice: "exchange", by: { name: "王店长" }, stands: false, stage: "inspection" },
		]);
		expect(job.state).toMatchObject({ stage: "quote", outcome: { outcome: "repair" } });
		const { choices } = await job.draft();
		expect(await job.try("quote.issue", { choices })).toBe("job.in-conflict");
		expect((await job.draft()).blocked).toBe("job.in-conflict");
	});

	test("the chosen one counts; a clerk cannot choose; there must be a conflict", async () => {
		expect(await job.try("job.resolveConflict", { kept: job.state.heads.stage?.[0], reason: "x" })).toBe(
			"session.wrong-role",
		);
		await clash();
		const ids = job.state.heads.stage ?? [];
		ws.as("clerk");
		expect(await job.try("job.resolveConflict", { kept: ids[0], reason: "先到先得" })).toBe("session.wrong-role");
		ws.as("inspector");
		expect(await job.try("job.resolveConflict", { kept: job.jobId, reason: "?" })).toBe("job.not-a-decision");
		expect(await job.try("job.resolveConflict", { kept: ids[1], reason: "顾客要换货" })).toBe("ok");
		expect(job.state.stage).toBe("inspection");
		expect((await job.page()).conflicts).toEqual([]);
		expect(await job.try("job.resolveConflict", { kept: ids[0], reason: "再选" })).toBe("job.no-conflict");
	});

	test("keeping the one that stands keeps the stage", async () => {
		await clash();
		const [first] = job.state.heads.stage ?? [];
		expect(await job.try("job.resolveConflict", { kept: first, reason: "已与顾客说定维修" })).toBe("ok");
		expect(job.state.stage).toBe("quote");
		expect((await job.draft()).blocked).toBe(null);
	});
});

test("several jobs of one drop-off are jobs of their own", async () => {
	const order = receive(ws, { jobs: 3 });
	const pages = await Promise.all(order.jobIds.map((jobId) => ws.call("job.get", { jobId })));
	expect(pages.map((p) => [p.ordinal, p.order.id])).toEqual([1, 2, 3].map((n) => [n, order.orderId]));
	expect(pages[0]?.order.jobs).toEqual(order.jobIds);
});
