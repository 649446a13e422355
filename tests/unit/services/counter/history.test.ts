import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { eventSpecs } from "../../../../domain/concepts.ts";
import { customerEvents } from "../../../../domain/customer/customer.ts";
import { itemEvents } from "../../../../domain/item/item.ts";
import { jobEvents } from "../../../../domain/job/job.ts";
import type { TimelineEntry } from "../../../../preload/contract/timeline.ts";
import { timelineTexts } from "../../../../renderer/i18n/texts/timeline.ts";
import { wordTexts } from "../../../../renderer/i18n/texts/timeline-words.ts";
import { openReadyWorkstation, type ReadyWorkstation, receive } from "../../../support/fixtures.ts";
import { finish } from "../../../support/orders/finished.ts";

let ws: ReadyWorkstation;
beforeEach(async () => {
	ws = await openReadyWorkstation();
});
afterEach(() => ws.dispose());

const history = async (orderId: string) => (await ws.call("order.timeline", { orderId })).entries;
const orderAt = (orderId: string) => ({ orderId, version: ws.app.states.get("order", orderId).version });
const jobAt = (jobId: string) => ({ jobId, version: ws.app.states.get("job", jobId).version });
const deposit = (orderId: string, amountFen: number) =>
	ws.call("payment.take", { ...orderAt(orderId), kind: "deposit", method: "cash", amountFen, reference: "" });

describe("its history", () => {
	const blanks = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((m) => m[1] ?? "").sort();

	it("has a sentence for every event of the trade, in both languages, with the same blanks", () => {
		for (const type of eventSpecs.keys()) {
			const zh = (timelineTexts["zh-CN"] as Record<string, string>)[type];
			const en = (timelineTexts.en as Record<string, string>)[type];
			expect(zh, type).toBeTruthy();
			expect(blanks(en ?? ""), type).toEqual(blanks(zh ?? ""));
		}
	});

	/** Every blank of an entry's sentence is filled, and with words people have. */
	function check(entry: TimelineEntry): void {
		const text = (timelineTexts["zh-CN"] as Record<string, string>)[entry.type] ?? "";
		for (const blank of blanks(text)) {
			const value = entry.values[blank];
			expect(value, `${entry.type} ${blank}`).toBeDefined();
			if (value && "of" in value) {
				expect(Object.keys(wordTexts["zh-CN"]), entry.type).toContain(`${value.of}-${value.code}`);
			}
			if (value && "text" in value) expect(value.text, `${entry.type} ${blank}`).not.toBe("");
		}
		for (const { field } of entry.changes) expect(Object.keys(wordTexts["zh-CN"])).toContain(`field-${field}`);
		if (entry.reason && "of" in entry.reason) {
			expect(Object.keys(wordTexts["zh-CN"])).toContain(`${entry.reason.of}-${entry.reason.code}`);
		}
	}

	it("tells the whole journey in order, words opened, names never", async () => {
		const { orderId, jobIds, itemIds, subjectId } = receive(ws, { jobs: 2 });
		const [first = "", second = ""] = jobIds;
		await deposit(orderId, 3_000);
		await ws.call("order.note", { orderId, words: "周五前要穿" });
		finish(ws, first, { customerFen: 8_000, part: true, returnOldParts: true });
		ws.app.log.append(ws.staff.technician, [
			jobEvents["job.assigned"].make(`job:${second}`, { person: ws.staff.technician }),
			jobEvents["job.shelved"].make(`job:${second}`, { shelf: "A3" }),
			jobEvents["job.troubled"].make(
				`job:${second}`,
				{ reason: "part-short" },
				{ personal: { kid: `subject:${subjectId}`, value: { words: "差一条拉链" } } },
			),
			jobEvents["job.clock_moved"].make(`job:${second}`, { clocks: {}, reason: "waiting-part" }),
			jobEvents["job.rework_linked"].make(`job:${second}`, { of: first }),
			itemEvents["item.set"].make(`item:${itemIds[0]}`, {
				changes: { size: { was: "245", now: "250" }, materials: { was: ["full-grain"], now: [] } },
				reason: "measured-again",
			}),
			customerEvents["subject.viewed"].make(`subject:${subjectId}`, { field: "phone", reason: "contact" }),
			customerEvents["subject.consented"].make(`subject:${subjectId}`, { marketing: true }),
		]);
		await ws.call("print.paper", { orderId, paper: "slip" });
		await ws.call("order.cancelJob", {
			...jobAt(second),
			...{ reason: { code: "customer-cancelled" }, feeFen: 2_000, words: "不等了" },
		});
		const open = await ws.call("handover.open", { orderId });
		await ws.call("handover.complete", {
			...{ handoverId: open.handoverId, orderId, version: open.version, leaveOpen: false },
			jobs: open.jobs.map((j) => ({
				...{ jobId: j.jobId, version: j.version, missing: [], oldParts: "returned" as const },
				pieces: j.pieces.map((p) => p.id),
			})),
			pickup: { to: "other", name: "王芳", phone: "", slip: "shown", proof: null, phoneTail: "" },
			payments: [{ method: "alipay", amountFen: 7_000, reference: "" }],
			signature: { how: "paper" },
		});
		const entries = await history(orderId);
		for (const entry of entries) check(entry);
		expect(entries.map((e) => e.at)).toEqual(
			entries
				.map((e) => e.at)
				.sort()
				.reverse(),
		);
		const types = new Set(entries.map((e) => e.type));
		for (const type of ["subject.registered", "item.registered", "job.received", "order.opened", "order.signed"]) {
			expect(types).toContain(type);
		}
		const of = (type: string) => entries.find((e) => e.type === type);
		expect(of("order.noted")).toMatchObject({ words: "周五前要穿", by: { name: "周敏" }, job: null });
		expect(of("job.troubled")).toMatchObject({
			words: "差一条拉链",
			job: { ordinal: 2 },
			reason: { name: { zh: "备件不足" } },
		});
		expect(of("item.set")).toMatchObject({
			job: { ordinal: 1 },
			changes: [
				{ field: "materials", now: null },
				{ field: "size", was: { text: "245" }, now: { text: "250" } },
			],
		});
		expect(of("order.handed_over")?.values["to"]).toEqual({ text: "王*" });
		expect(of("job.step_started")?.values["step"]).toEqual({ name: { zh: "拆开清理旧胶" } });
		expect(JSON.stringify(entries)).not.toContain("13812345678");
		expect(JSON.stringify(entries)).not.toContain("张晓雯");
	});

	it("says when words cannot be opened any more", async () => {
		const { orderId, subjectId } = receive(ws);
		ws.app.vault.destroy(`subject:${subjectId}`);
		const entries = await history(orderId);
		expect(entries.find((e) => e.type === "job.received")).toMatchObject({ words: null, sealed: true });
	});

	it("leaves out what other drop-offs of the customer did before", async () => {
		const { orderId, subjectId } = receive(ws);
		ws.clock.pass(60_000);
		ws.app.log.append(ws.staff.clerk, [
			customerEvents["subject.consented"].make(`subject:${subjectId}`, { marketing: true }),
		]);
		const before = (await history(orderId)).length;
		const { state } = ws.app.states.get("order", orderId);
		expect(before).toBeGreaterThan(3);
		expect((await history(orderId)).every((e) => Date.parse(e.at) >= state.openedAt - 5_000)).toBe(true);
	});
});
