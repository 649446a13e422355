import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { dammHolds } from "../../../domain/code/check.ts";
import { openReadyWorkstation, type ReadyWorkstation } from "../../support/fixtures.ts";
import { draftOf, shoesDraft, upload } from "../../support/intake/drop-off.ts";

let ws: ReadyWorkstation;
const open = async () => {
	ws = await openReadyWorkstation();
};
const close = () => ws.dispose();

const reasonOf = async (name: string, input: unknown) => {
	const answer = await ws.tryCall(name, input);
	return answer.ok ? "ok" : (answer.error.reason ?? answer.error.code);
};

describe("a drop-off is received", () => {
	beforeEach(open);
	afterEach(close);

	it("as one order with a job per item, pieces numbered through, and the draft gone", async () => {
		const bag = shoesDraft({
			key: "i2",
			kind: "handbag",
			category: "bags",
			pieces: [{ key: "b", kind: "bag" }],
			words: "",
			services: ["O44"],
		});
		const { orderId, draft } = await draftOf(ws, [shoesDraft(), bag], {
			deposit: { amountFen: 5000, method: "wechat", reference: "" },
			signature: { how: "paper" },
		});
		const received = await ws.call("intake.receive", { orderId, draft });
		expect(received).toMatchObject({ orderId, repeated: false });
		expect(received.number).toMatch(/^0123401000001\d$/);
		expect(dammHolds(received.number)).toBe(true);
		const order = ws.app.states.get("order", orderId).state;
		expect(order).toMatchObject({ number: received.number, jobs: received.jobs.map((j) => j.jobId) });
		expect(order.token).toMatch(/^[0-9A-Z]{26}$/);
		expect(order.payments).toMatchObject([{ kind: "deposit", method: "wechat", amountFen: 5000 }]);
		expect(order.signatures).toMatchObject([{ what: "intake", how: "paper" }]);
		const jobs = received.jobs.map(({ jobId }) => ws.app.states.get("job", jobId).state);
		expect(jobs.flatMap((j) => j.pieces.map((p) => [p.kind, p.no]))).toEqual([
			["left", 1],
			["right", 2],
			["bag", 3],
		]);
		expect(jobs[0]).toMatchObject({ stage: "inspection", services: [], ordinal: 1 });
		expect(jobs[0]?.clocks.filter((c) => c.stoppedAt === null).map((c) => c.clock)).toEqual(["D"]);
		expect(jobs[0]?.clocks.map((c) => c.clock)).toEqual(["A", "C", "D"]);
		expect(await ws.call("intake.draft.list", {})).toEqual({ drafts: [] });
		const subject = ws.app.states.get("subject", order.subject).state;
		expect(subject).toMatchObject({ has: { name: true, phone: true }, noticed: order.notice, marketing: false });
	});

	it("once, however often it is asked", async () => {
		const { orderId, draft } = await draftOf(ws);
		const first = await ws.call("intake.receive", { orderId, draft });
		const second = await ws.call("intake.receive", { orderId, draft });
		expect(second).toEqual({ ...first, repeated: true });
		const answers = await Promise.all([1, 2].map(() => ws.call("intake.receive", { orderId, draft })));
		expect(answers.every((a) => a.number === first.number)).toBe(true);
		expect(ws.app.reader.prepare("SELECT count(*) FROM orders").pluck().get()).toBe(1);
		expect(await reasonOf("intake.draft.save", { orderId, draft })).toBe("intake.received-already");
		expect(await reasonOf("intake.draft.discard", { orderId })).toBe("intake.received-already");
	});

	it("with the next number each time, also after a restart", async () => {
		const numbers: string[] = [];
		for (let i = 0; i < 3; i++) {
			const { orderId, draft } = await draftOf(ws, [shoesDraft()], { customer: { phone: "", noPhone: true } });
			numbers.push((await ws.call("intake.receive", { orderId, draft })).number.slice(0, 13));
		}
		expect(numbers).toEqual(["0123401000001", "0123401000002", "0123401000003"]);
	});

	it("and leaves nothing behind when a part of it is refused", async () => {
		const before = ws.app.reader.prepare("SELECT count(*) FROM event").pluck().get();
		const { orderId, draft } = await draftOf(ws, [shoesDraft(), shoesDraft({ key: "i2", services: ["O68"] })]);
		expect(await reasonOf("intake.receive", { orderId, draft })).toBe("job.service-of-other-category");
		expect(ws.app.reader.prepare("SELECT count(*) FROM event").pluck().get()).toBe(before);
		expect((await ws.call("intake.draft.list", {})).drafts).toHaveLength(1);
		const { orderId: other, draft: good } = await draftOf(ws);
		expect((await ws.call("intake.receive", { orderId: other, draft: good })).number.slice(7, 13)).toBe("000001");
	});

	it("from a customer without phone or name, and from a child's guardian", async () => {
		const nobody = await draftOf(ws, [shoesDraft()], {
			customer: { phone: "", name: "", noPhone: true, noName: true },
		});
		await ws.call("intake.receive", nobody);
		const subject = ws.app.states.get("subject", nobody.draft.customer.subjectId).state;
		expect(subject).toMatchObject({ has: { name: false, phone: false, address: false }, personalIn: null });
		const child = await draftOf(ws, [shoesDraft({ kind: "child-shoe" })], { customer: { under14: true } });
		await ws.call("intake.receive", child);
		expect(ws.app.states.get("subject", child.draft.customer.subjectId).state.under14).toBe(true);
	});

	it("for a known customer and item: nothing is registered twice, what changed is", async () => {
		const first = await draftOf(ws, [shoesDraft({ codes: [{ kind: "serial", value: "SN1" }] })]);
		const { jobs } = await ws.call("intake.receive", first);
		const itemId = jobs[0]?.itemId ?? "";
		const again = shoesDraft({ itemId, colour: "brown", codes: [{ kind: "serial", value: "SN1" }] });
		const early = await draftOf(ws, [again], {
			customer: { knownId: first.draft.customer.subjectId, phone: "", name: "" },
		});
		expect(await reasonOf("intake.receive", early)).toBe("item.already-here");
		handOver(jobs[0]?.jobId ?? "");
		const known = ws.app.states.get("item", itemId).state;
		const pieces = [...known.pieces.map(({ id, kind }) => ({ key: id, kind })), { key: "n", kind: "dust-bag" }];
		const back = { ...early.draft, items: [{ ...again, pieces }] };
		await ws.call("intake.receive", { orderId: early.orderId, draft: back });
		const item = ws.app.states.get("item", itemId).state;
		expect(item).toMatchObject({ colour: "brown", codes: [{ kind: "serial", value: "SN1" }] });
		expect(item.pieces.map((p) => p.kind)).toEqual(["left", "right", "dust-bag"]);
		expect(ws.app.reader.prepare("SELECT count(*) FROM subjects").pluck().get()).toBe(1);
	});

	it("with pictures where they belong, sealed anew for the customer chosen later", async () => {
		const before = await draftOf(ws);
		await ws.call("intake.receive", before);
		const knownId = before.draft.customer.subjectId;
		const { orderId, draft } = await draftOf(ws, [shoesDraft()]);
		const shot = await upload(ws, orderId, "before", 1);
		const close = await upload(ws, orderId, "condition", 2);
		const proof = await upload(ws, orderId, "proof", 3);
		const item = shoesDraft({
			photos: [{ handle: shot, piece: "p1" }],
			condition: [{ key: "m1", zone: "shoe-toe", flaw: "scratches", piece: "p2", photo: close }],
			purchase: {
				channel: "tmall",
				shop: "",
				boughtOn: "2026-11-01",
				proof: "order-screenshot",
				orderNumber: "1234567890123456789",
				priceFen: 89_900,
				proofs: [proof],
			},
		});
		const filled = { ...draft, items: [item], customer: { ...draft.customer, knownId, phone: "", name: "" } };
		const { jobs } = await ws.call("intake.receive", { orderId, draft: filled });
		const job = ws.app.states.get("job", jobs[0]?.jobId ?? "").state;
		expect(job.photos.map((p) => [p.sha, p.role, p.pieceId === job.pieces[0]?.id, p.mark !== null])).toEqual([
			[shot, "before", true, false],
			[close, "condition", false, true],
		]);
		expect(job.condition).toMatchObject([{ zone: "shoe-toe", flaw: "scratches", pieceId: job.pieces[1]?.id }]);
		expect(job.clocks.map((c) => c.clock)).toContain("J");
		const { purchase, proofs } = ws.app.states.get("item", job.item).state;
		expect(purchase).toMatchObject({ channel: "tmall", authenticity: 0 });
		expect(proofs).toHaveLength(1);
		expect(proofs[0]).not.toBe(proof);
		const owned = ws.app.blobs.ref(proofs[0] ?? "");
		expect(owned).toMatchObject({ kid: `subject:${knownId}`, role: "proof" });
		expect(ws.app.blobs.read(proofs[0] ?? "").bytes.at(-1)).toBe(3);
	});

	it("straight from the price list when that is agreed at the counter", async () => {
		const item = shoesDraft({ words: "", services: ["O43", "O41"], agreed: true });
		const { orderId, draft } = await draftOf(ws, [item]);
		const preview = await ws.call("intake.preview", {
			items: [{ services: item.services, agreed: true, kind: item.kind }],
		});
		const { jobs, promisedAt } = await ws.call("intake.receive", { orderId, draft });
		const job = ws.app.states.get("job", jobs[0]?.jobId ?? "").state;
		expect(job).toMatchObject({ stage: "repair", outcome: { outcome: "repair" } });
		expect(job.quotes).toMatchObject([{ version: 1, answer: { answer: "accepted", means: "at-intake" } }]);
		expect(job.quotes[0]?.totals.customerFen).toBe(preview.items[0]?.totalFen);
		expect(job.steps.length).toBeGreaterThan(2);
		expect(job.steps.every((s, at) => s.no === at + 1 && s.state === "todo")).toBe(true);
		expect(job.acceptance.length).toBeGreaterThan(0);
		expect(job.workWarranty.map((w) => w.operation)).toEqual(["O43", "O41"]);
		expect(job.clocks.filter((c) => c.stoppedAt === null).map((c) => c.clock)).toEqual(["F"]);
		expect(promisedAt).toBe(preview.promisedAt);
		expect(ws.app.reader.prepare("SELECT owed_fen FROM jobs").pluck().get()).toBe(preview.items[0]?.totalFen);
		expect((await ws.call("intake.favourites", {})).services).toEqual(["O43", "O41"]);
	});

	it("promised by the clocks, or for the day the clerk chose", async () => {
		const asked = { words: "开胶", services: [], agreed: false, kind: "dress-shoe" };
		const { promisedOn } = await ws.call("intake.preview", { items: [{ services: [], agreed: false, kind: null }] });
		// Saturday 10:00: 24 working hours end on Monday 10:00, then three days of repair.
		expect(promisedOn).toBe("2026-11-26");
		const cleaning = await ws.call("intake.preview", {
			items: [{ services: ["O42"], agreed: true, kind: asked.kind }],
		});
		expect(cleaning.promisedOn).toBe("2026-11-24");
		const { orderId, draft } = await draftOf(ws, [shoesDraft()], { promisedOn: "2026-12-01" });
		const { promisedAt } = await ws.call("intake.receive", { orderId, draft });
		expect(promisedAt).toBe("2026-12-01T13:00:00.000Z");
		const { version } = ws.app.states.get("order", orderId);
		const moved = { orderId, version, promisedOn: "2026-12-05", reason: "waiting-part" };
		expect(await ws.call("intake.repromise", moved)).toEqual({ promisedAt: "2026-12-05T13:00:00.000Z" });
		expect(await reasonOf("intake.repromise", moved)).toBe("order.changed-meanwhile");
		const order = ws.app.states.get("order", orderId);
		expect(ws.app.states.get("job", order.state.jobs[0] ?? "").state.promisedAt).toBe(order.state.promisedAt);
		const past = { ...moved, version: order.version, promisedOn: "2026-11-01" };
		expect(await reasonOf("intake.repromise", past)).toBe("order.promise-past");
		expect(await reasonOf("intake.repromise", { ...past, reason: "because" })).toBe("standard.unknown-reason");
	});

	it("linked to the earlier job whose work it comes back about", async () => {
		const first = await draftOf(ws);
		const { jobs } = await ws.call("intake.receive", first);
		const { jobId = "", itemId = "" } = jobs[0] ?? {};
		handOver(jobId);
		const back = await draftOf(ws, [shoesDraft({ itemId, reworkOf: jobId })]);
		const again = await ws.call("intake.receive", back);
		expect(ws.app.states.get("job", again.jobs[0]?.jobId ?? "").state.reworkOf).toBe(jobId);
		const other = await draftOf(ws, [shoesDraft({ reworkOf: jobId })]);
		expect(await reasonOf("intake.receive", other)).toBe("job.other-item");
	});
});

describe("drafts", () => {
	beforeEach(open);
	afterEach(close);

	it("survive a restart sealed, and are masked where they are listed", async () => {
		const { orderId, draft } = await draftOf(ws);
		const row = ws.app.local.findDraft(orderId);
		expect(row?.sealed.includes("张晓雯")).toBe(false);
		expect(row?.sealed.includes("13812345678")).toBe(false);
		const staff = ws.staff.clerk;
		const again = await ws.restart();
		again.core.app?.session.open({ person: staff, roles: ["clerk"] });
		const loaded = await again.call("intake.draft.load", { orderId });
		expect(loaded.draft).toEqual(draft);
		const { drafts } = await again.call("intake.draft.list", {});
		expect(drafts).toMatchObject([{ orderId, customer: "张*", savedBy: "周敏", items: [{ kind: "dress-shoe" }] }]);
		await again.dispose();
		ws = await openReadyWorkstation();
	});

	it("start anew only when the last one was touched", async () => {
		const one = await ws.call("intake.draft.start", {});
		expect((await ws.call("intake.draft.start", {})).orderId).toBe(one.orderId);
		expect((await ws.call("intake.draft.list", {})).drafts).toEqual([]);
		await ws.call("intake.draft.save", { orderId: one.orderId, draft: { ...one.draft, items: [shoesDraft()] } });
		expect((await ws.call("intake.draft.start", {})).orderId).not.toBe(one.orderId);
	});

	it("leave nothing readable when they are discarded", async () => {
		const { orderId, draft } = await draftOf(ws);
		const shot = await upload(ws, orderId, "before");
		const signed = await upload(ws, orderId, "signature");
		const loaded = await ws.call("intake.draft.load", { orderId });
		expect(loaded.customer).toBeNull();
		await ws.call("intake.draft.discard", { orderId });
		for (const handle of [shot, signed]) expect(() => ws.app.blobs.read(handle)).toThrow("media.gone");
		expect(await reasonOf("intake.draft.load", { orderId })).toBe("intake.no-draft");
		expect(await reasonOf("intake.draft.save", { orderId, draft })).toBe("intake.no-draft");
		expect(await reasonOf("media.ticket", { orderId, role: "before" })).toBe("order.not-found");
		expect(await reasonOf("media.ticket", { orderId, role: "portrait" })).toBe("call.invalid-input");
	});
});

describe("the idle counter", () => {
	beforeEach(open);
	afterEach(close);

	it("shows what is at risk, waits, is ready, and names nobody", async () => {
		const { orderId, draft } = await draftOf(ws);
		await ws.call("intake.receive", { orderId, draft });
		await draftOf(ws, [shoesDraft({ brand: "鞋二" })]);
		expect(await ws.call("counter.home", {})).toMatchObject({ atRisk: [], counts: { atRisk: 0 }, drafts: [{}] });
		ws.clock.pass(3 * 86_400_000);
		ws.as("clerk");
		const home = await ws.call("counter.home", {});
		expect(home.atRisk).toMatchObject([{ orderId, clock: { clock: "D" }, item: { brand: "百丽" } }]);
		expect(home.counts).toEqual({ atRisk: 1, waiting: 0, ready: 0 });
		expect(JSON.stringify(home.atRisk)).not.toMatch(/张|138/);
	});
});

/** Lets the job leave by its last two events, as the hand-over writes them. */
function handOver(jobId: string): void {
	const { state } = ws.app.states.get("job", jobId);
	ws.app.log.append(ws.staff.clerk, [
		{
			agg: `job:${jobId}`,
			type: "job.cancelled",
			v: 1,
			base: state.heads.stage ?? [],
			body: { reason: "customer-asked" },
		},
	]);
	const after = ws.app.states.get("job", jobId).state;
	ws.app.log.append(ws.staff.clerk, [
		{
			agg: `job:${jobId}`,
			type: "job.handed_over",
			v: 1,
			base: after.heads.stage ?? [],
			body: { handover: "h1", pieces: after.pieces.map((p) => p.id), missing: [], complete: true, warranty: [] },
		},
	]);
}
