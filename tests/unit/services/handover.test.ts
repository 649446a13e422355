import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { AppError } from "../../../domain/errors.ts";
import type { CallName } from "../../../preload/contract/index.ts";
import { decline, finish } from "../../support/finished.ts";
import {
	openReadyWorkstation,
	type ReadyWorkstation,
	type Received,
	receive,
	testPin,
} from "../../support/fixtures.ts";

let ws: ReadyWorkstation;
beforeEach(async () => {
	ws = await openReadyWorkstation();
});
afterEach(() => ws.dispose());

async function refusal(name: CallName, input: unknown): Promise<AppError> {
	const answer = await ws.tryCall(name, input);
	if (answer.ok) throw new Error(`${name} was not refused`);
	return answer.error;
}

const view = (orderId: string) => ws.call("handover.open", { orderId });
const managerPin = () => ({ person: ws.staff.manager, pin: testPin });

type Choice = { jobs?: number[]; missing?: Record<number, string>; cash?: number };

/** Everything ready, slip shown, signed on paper, paid in cash to the fen; `choice` and `more` change it. */
async function input(orderId: string, choice: Choice = {}, more: Record<string, unknown> = {}) {
	const open = await view(orderId);
	const ready = open.jobs.filter((job, at) => (choice.jobs ? choice.jobs.includes(at) : job.ready));
	const cash = choice.cash ?? open.money.dueFen;
	return {
		handoverId: open.handoverId,
		orderId,
		version: open.version,
		jobs: ready.map((job) => {
			const here = job.pieces.filter((p) => !p.gone);
			const reasonOf = (no: number) => choice.missing?.[no];
			return {
				jobId: job.jobId,
				version: job.version,
				pieces: here.filter((p) => !reasonOf(p.no)).map((p) => p.id),
				missing: here.flatMap((p) => {
					const reason = reasonOf(p.no);
					return reason ? [{ pieceId: p.id, reason, note: reason === "lost" ? "盘点时不见" : "" }] : [];
				}),
				oldParts: null,
			};
		}),
		pickup: { to: "customer" as const, name: "", phone: "", slip: "shown" as const, proof: null, phoneTail: "" },
		payments: cash > 0 ? [{ method: "cash" as const, amountFen: cash, reference: "" }] : [],
		signature: { how: "paper" as const },
		leaveOpen: false,
		...more,
	};
}

function ready(options: Parameters<typeof receive>[1] = {}, fen = 18_000): Received {
	const order = receive(ws, options);
	for (const id of order.jobIds) finish(ws, id, { customerFen: fen });
	return order;
}

describe("what is ready", () => {
	it("shows pieces with their labels, warranty from today, what is due and when we call", async () => {
		const order = receive(ws, { jobs: 2 });
		finish(ws, order.jobIds[0] ?? "", { customerFen: 12_300 });
		const open = await view(order.orderId);
		expect(open.jobs.map((j) => j.ready)).toEqual([true, false]);
		expect(open.jobs[0]?.pieces.map((p) => p.label)).toEqual([`${order.number}01`, `${order.number}02`]);
		expect(open.jobs[0]?.warranty).toMatchObject([{ operation: "O02", untilOn: "2027-02-19" }]);
		expect(open.money).toMatchObject({ owedFen: 12_300, dueFen: 12_300 });
		// Three days later, when the shop opens.
		expect(open.followUpAt).toBe("2026-11-24T01:00:00.000Z");
		expect(open.customer).toMatchObject({ name: "张*", phone: "1******5678", hasPhone: true });
		const { orders } = await ws.call("handover.ready", {});
		expect(orders).toMatchObject([{ orderId: order.orderId, waiting: 1, dueFen: 12_300 }]);
	});
});

describe("handing over", () => {
	it("settles, signs, starts the warranty and the call in one act", async () => {
		const order = ready({ jobs: 2 });
		const payments = [
			{ method: "cash" as const, amountFen: 10_000, reference: "" },
			{ method: "wechat" as const, amountFen: 26_000, reference: "WX-1" },
		];
		const done = await ws.call("handover.complete", await input(order.orderId, {}, { payments }));
		expect(done).toMatchObject({
			partial: false,
			repeated: false,
			money: { dueFen: 0, creditFen: 0, paidFen: 36_000 },
		});
		expect(done.jobs.map((j) => j.stage)).toEqual(["follow-up", "follow-up"]);
		expect(done.followUpAt).toBe("2026-11-24T01:00:00.000Z");
		const page = await ws.call("order.get", { orderId: order.orderId });
		expect(page.jobs[0]?.warranty).toMatchObject([{ untilOn: "2027-02-19", running: true }]);
		expect(page.handovers).toMatchObject([{ slip: "shown", proof: "slip", partial: false, openFen: 0 }]);
		expect(page.signatures).toMatchObject([{ what: "hand-over", how: "paper" }]);
		const { state } = ws.app.states.get("job", order.jobIds[0] ?? "");
		expect(state.clocks.filter((c) => c.stoppedAt === null).map((c) => c.clock)).toEqual(["L"]);
		expect(state.pieces.every((p) => p.gone && p.gone.missing === null)).toBe(true);
	});

	it("answers the same again when the first answer was lost, and pays only once", async () => {
		const order = ready();
		const once = await input(order.orderId);
		const [first, second] = await Promise.all([ws.call("handover.complete", once), ws.call("handover.complete", once)]);
		expect(second).toEqual({ ...first, repeated: true });
		const page = await ws.call("order.get", { orderId: order.orderId });
		expect(page.payments).toHaveLength(1);
		expect(page.handovers).toHaveLength(1);
	});

	it("refuses a second hand-over of the same and an outdated screen", async () => {
		const order = ready();
		const stale = await input(order.orderId);
		const other = await input(order.orderId);
		await ws.call("handover.complete", other);
		expect(await refusal("handover.complete", stale)).toMatchObject({
			code: "conflict",
			reason: "order.changed-meanwhile",
		});
		const again = { ...stale, version: (await view(order.orderId)).version };
		expect(await refusal("handover.complete", again)).toMatchObject({ reason: "job.changed-meanwhile" });
	});

	it("hands over what is ready and leaves the rest", async () => {
		const order = receive(ws, { jobs: 2 });
		const [first = "", second = ""] = order.jobIds;
		finish(ws, first, { customerFen: 5_000 });
		finish(ws, second, { customerFen: 7_000, until: "accepted" });
		expect(await refusal("handover.complete", await input(order.orderId, { jobs: [0, 1] }))).toMatchObject({
			reason: "job.wrong-stage",
		});
		// The work that stays need not be paid yet.
		const done = await ws.call("handover.complete", await input(order.orderId, { cash: 5_000 }));
		expect(done).toMatchObject({ partial: true, money: { dueFen: 7_000 } });
		expect(done.jobs).toMatchObject([{ jobId: first, stage: "follow-up" }]);
		expect(ws.app.states.get("job", second).state.stage).toBe("repair");
	});

	it("wants every piece accounted for", async () => {
		const order = ready();
		const all = await input(order.orderId);
		const forgotten = { ...all, jobs: all.jobs.map((j) => ({ ...j, pieces: j.pieces.slice(1) })) };
		expect(await refusal("handover.complete", forgotten)).toMatchObject({
			reason: "handover.pieces-open",
			details: { count: 1 },
		});
		const strange = { ...all, jobs: all.jobs.map((j) => ({ ...j, pieces: [...j.pieces, ws.app.ports.ids.uuid()] })) };
		expect(await refusal("handover.complete", strange)).toMatchObject({ reason: "handover.piece-not-here" });
		const twice = { ...all, jobs: all.jobs.map((j) => ({ ...j, pieces: [...j.pieces, j.pieces[0]] })) };
		expect(await refusal("handover.complete", twice)).toMatchObject({ reason: "handover.piece-twice" });
	});

	it("names a missing piece; a lost one needs a manager and words", async () => {
		const order = ready();
		const named = await input(order.orderId, { missing: { 2: "lost" } });
		expect(await refusal("handover.complete", named)).toMatchObject({
			code: "forbidden",
			reason: "handover.manager-needed",
			details: { needs: ["missing-piece"] },
		});
		const approved = { ...named, approval: managerPin() };
		await ws.call("handover.complete", approved);
		const { state } = ws.app.states.get("job", order.jobIds[0] ?? "");
		expect(state.pieces.map((p) => p.gone?.missing ?? null)).toEqual([null, "lost"]);
		const { entries } = await ws.call("order.timeline", { orderId: order.orderId });
		const line = entries.find((e) => e.type === "job.handed_over");
		expect(line).toMatchObject({
			words: "盘点时不见",
			approver: { name: "王店长" },
			values: { missing: { number: 1 } },
		});
	});

	it("keeps a piece for rework here and hands it over later", async () => {
		const order = ready();
		const first = await ws.call("handover.complete", await input(order.orderId, { missing: { 2: "kept-for-rework" } }));
		expect(first).toMatchObject({ partial: true, followUpAt: null });
		expect(first.jobs[0]?.stage).toBe("hand-over");
		const second = await ws.call("handover.complete", await input(order.orderId));
		expect(second).toMatchObject({ partial: false });
		expect(second.jobs[0]?.stage).toBe("follow-up");
	});

	it("gives unrepaired items back with the test fee, without warranty or call", async () => {
		const order = receive(ws);
		decline(ws, order.jobIds[0] ?? "", 2_000);
		const open = await view(order.orderId);
		expect(open.jobs[0]).toMatchObject({ ready: true, goingBack: true, owedFen: 2_000, warranty: [] });
		const done = await ws.call("handover.complete", await input(order.orderId));
		expect(done).toMatchObject({ followUpAt: null, jobs: [{ stage: "closed" }] });
	});

	it("asks what became of old parts the customer wanted", async () => {
		const order = receive(ws);
		finish(ws, order.jobIds[0] ?? "", { part: true, returnOldParts: true });
		const all = await input(order.orderId);
		expect(await refusal("handover.complete", all)).toMatchObject({ reason: "handover.old-parts" });
		const back = { ...all, jobs: all.jobs.map((j) => ({ ...j, oldParts: "returned" as const })) };
		await ws.call("handover.complete", back);
		expect(ws.app.states.get("job", order.jobIds[0] ?? "").state.handovers).toMatchObject([{ oldParts: "returned" }]);
	});

	it("makes no call where there is no phone", async () => {
		const order = ready({ phone: "" });
		const done = await ws.call("handover.complete", await input(order.orderId));
		expect(done).toMatchObject({ followUpAt: null, jobs: [{ stage: "closed" }] });
	});
});

describe("who takes it", () => {
	const other = {
		to: "other" as const,
		name: "张小明",
		phone: "13900001111",
		slip: "shown" as const,
		proof: null,
		phoneTail: "",
	};

	it("gives it to somebody sent with the slip, and keeps their name masked", async () => {
		const order = ready();
		const nameless = await input(order.orderId, {}, { pickup: { ...other, name: "" } });
		expect(await refusal("handover.complete", nameless)).toMatchObject({ reason: "handover.name-needed" });
		await ws.call("handover.complete", await input(order.orderId, {}, { pickup: other }));
		const page = await ws.call("order.get", { orderId: order.orderId });
		expect(page.handovers).toMatchObject([{ to: "other", name: "张*", phone: "1******1111" }]);
		const [stored] = ws.app.events.list([`order:${order.orderId}`]).filter((e) => e.type === "order.handed_over");
		expect(JSON.stringify(stored)).not.toContain("张小明");
	});

	it("compares the phone's last four digits where the slip is lost", async () => {
		const order = ready();
		const lost = { to: "customer", name: "", phone: "", slip: "lost", proof: "id-seen", phoneTail: "" } as const;
		const ask = async (pickup: object, more = {}) =>
			input(order.orderId, {}, { pickup: { ...lost, ...pickup }, ...more });
		expect(await refusal("handover.complete", await ask({ proof: null }))).toMatchObject({
			reason: "handover.proof-needed",
		});
		expect(await refusal("handover.complete", await ask({}))).toMatchObject({ reason: "handover.phone-needed" });
		expect(await refusal("handover.complete", await ask({ phoneTail: "5679" }))).toMatchObject({
			reason: "handover.phone-differs",
		});
		const done = await ws.call("handover.complete", (await ask({ phoneTail: "5678" })) as never);
		expect(done.partial).toBe(false);
	});

	it("asks a manager where nothing proves it", async () => {
		const nobody = ready({ phone: "", name: "" });
		const pickup = {
			to: "customer",
			name: "",
			phone: "",
			slip: "lost",
			proof: "describes-item",
			phoneTail: "",
		} as const;
		const unproved = await input(nobody.orderId, {}, { pickup });
		expect(await refusal("handover.complete", unproved)).toMatchObject({ details: { needs: ["identity"] } });
		await ws.call("handover.complete", { ...unproved, approval: managerPin() } as never);
		const sent = ready();
		const both = { ...other, slip: "lost", proof: "order-on-phone", phoneTail: "5678" };
		expect(await refusal("handover.complete", await input(sent.orderId, {}, { pickup: both }))).toMatchObject({
			details: { needs: ["identity"] },
		});
	});

	it("takes a signature only of this customer", async () => {
		const order = ready();
		const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1]);
		const keep = (kid: `subject:${string}`, role: string) =>
			ws.app.blobs.put(kid, "image/png", role, png, ws.clock.now).sha;
		const strange = { how: "screen" as const, handle: keep(`subject:${ws.app.ports.ids.uuid()}`, "signature") };
		expect(await refusal("handover.complete", await input(order.orderId, {}, { signature: strange }))).toMatchObject({
			reason: "handover.signature-not-for-this",
		});
		const own = { how: "screen" as const, handle: keep(`subject:${order.subjectId}`, "signature") };
		await ws.call("handover.complete", await input(order.orderId, {}, { signature: own }));
		const page = await ws.call("order.get", { orderId: order.orderId });
		expect(page.signatures).toMatchObject([{ picture: own.handle }]);
	});

	it("lets nobody sign, with a reason", async () => {
		const order = ready();
		const none = (code: string, note?: string) => ({ how: "none", reason: note ? { code, note } : { code } });
		const silent = await input(order.orderId, {}, { signature: none("declined-to-sign") });
		expect(await refusal("handover.complete", silent)).toMatchObject({ reason: "job.note-needed" });
		await ws.call("handover.complete", (await input(order.orderId, {}, { signature: none("mailed-in") })) as never);
		const { entries } = await ws.call("order.timeline", { orderId: order.orderId });
		expect(entries.find((e) => e.type === "order.handed_over")?.reason).toEqual({
			name: { zh: "寄修", en: "Mailed in" },
		});
	});
});

describe("what is owed", () => {
	it("must be settled, or a manager lets it go", async () => {
		const order = ready();
		const short = await input(order.orderId, { cash: 17_999 });
		expect(await refusal("handover.complete", short)).toMatchObject({
			reason: "handover.balance-left",
			details: { leftYuan: "0.01" },
		});
		const open = { ...short, leaveOpen: true };
		expect(await refusal("handover.complete", open)).toMatchObject({ details: { needs: ["open-balance"] } });
		await ws.call("handover.complete", { ...open, approval: managerPin() });
		const page = await ws.call("order.get", { orderId: order.orderId });
		expect(page).toMatchObject({ money: { dueFen: 1 }, handovers: [{ openFen: 1 }] });
	});

	it("may be billed to the brand", async () => {
		const order = ready();
		const payments = [{ method: "brand" as const, amountFen: 18_000, reference: "BR-88" }];
		const done = await ws.call("handover.complete", await input(order.orderId, {}, { payments }));
		expect(done.money).toEqual({ owedFen: 18_000, paidFen: 0, brandBilledFen: 18_000, dueFen: 0, creditFen: 0 });
	});

	it("is never taken twice over, and nothing of a refused hand-over is kept", async () => {
		const order = ready();
		expect(await refusal("handover.complete", await input(order.orderId, { cash: 18_001 }))).toMatchObject({
			reason: "payment.more-than-due",
			details: { dueYuan: "180.00" },
		});
		const page = await ws.call("order.get", { orderId: order.orderId });
		expect(page).toMatchObject({ payments: [], handovers: [], signatures: [], money: { paidFen: 0 } });
	});
});

it("is the counter's work, and refuses what it does not know", async () => {
	const order = ready();
	const all = await input(order.orderId);
	expect(await refusal("handover.complete", { ...all, surprise: 1 })).toMatchObject({ code: "invalid-input" });
	expect(await refusal("handover.complete", { ...all, jobs: [] })).toMatchObject({ code: "invalid-input" });
	const other = receive(ws);
	const mixed = {
		...all,
		jobs: [...all.jobs, { jobId: other.jobIds[0], version: 1, pieces: [], missing: [], oldParts: null }],
	};
	expect((await refusal("handover.complete", mixed)).code).not.toBe("internal");
	ws.as("technician");
	expect(await refusal("handover.complete", all)).toMatchObject({ reason: "session.wrong-role" });
	expect(await refusal("handover.open", { orderId: order.orderId })).toMatchObject({ code: "forbidden" });
	ws.as("manager");
	expect((await ws.call("handover.complete", all)).repeated).toBe(false);
});
