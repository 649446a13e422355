import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { gs1Digit } from "../../../domain/code/check.ts";
import { makePieceLabel } from "../../../domain/code/order-number.ts";
import {
	makeBadgeCode,
	makeCommandCode,
	makeItemCode,
	makePartCode,
	makeShelfCode,
	makeStatusAddress,
} from "../../../domain/code/own.ts";
import { itemEvents } from "../../../domain/item/item.ts";
import type { ItemDraft } from "../../../preload/contract/intake-draft.ts";
import type { ScanAnswer } from "../../../preload/contract/scan.ts";
import { openReadyWorkstation, type ReadyWorkstation } from "../../support/fixtures.ts";
import { draftOf, shoesDraft } from "../../support/intake/drop-off.ts";

const gtin = (body: string) => body + gs1Digit(body);
const ean = gtin("690123456789");
const codes: ItemDraft["codes"] = [
	{ kind: "serial", value: "SN-0001" },
	{ kind: "gtin", value: ean.padStart(14, "0") },
	{ kind: "lifelong", value: "0123456789ABC" },
	{ kind: "style", value: "AO2424-001" },
];

let ws: ReadyWorkstation;
let order: { orderId: string; number: string; jobs: { jobId: string; itemId: string }[] };
const scan = (text: string): Promise<ScanAnswer> => ws.call("scan.resolve", { text });

beforeAll(async () => {
	ws = await openReadyWorkstation();
	const drop = await draftOf(ws, [shoesDraft({ codes, style: "AO2424" })]);
	order = await ws.call("intake.receive", drop);
});
afterAll(() => ws.dispose());

describe("a scan is understood", () => {
	it("as a known item, by any of its codes", async () => {
		const itemId = order.jobs[0]?.itemId;
		const jobId = order.jobs[0]?.jobId;
		const gs1 = `]C101${ean.padStart(14, "0")}21SN-0001`;
		for (const text of ["SN-0001", "sn-0001", makeItemCode("0123456789ABC"), gs1]) {
			expect(await scan(text), text).toMatchObject({ kind: "item", jobId, item: { itemId, brand: "百丽" } });
		}
		expect(await scan("SN-0001")).toMatchObject({ prefill: null });
	});

	it("as a known item of a model that may have others", async () => {
		const itemId = order.jobs[0]?.itemId;
		for (const text of [ean, `]E0${ean}`]) {
			expect(await scan(text), text).toMatchObject({
				kind: "item",
				item: { itemId },
				prefill: { codes: [{ kind: "gtin" }], like: { itemId } },
			});
		}
	});

	it("as several items to choose from", async () => {
		const other = ws.app.ports.ids.uuid();
		ws.app.log.append(ws.staff.clerk, [
			itemEvents["item.registered"].make(`item:${other}`, {
				category: "shoes",
				kind: "sneaker",
				brand: "回力",
				style: "",
				colour: "white",
				size: "250",
				materials: [],
				pieces: [{ id: "a", kind: "left" }],
				codes: [{ kind: "style", value: "AO2424-001" }],
			}),
		]);
		const answer = await scan("AO2424-001");
		expect(answer).toMatchObject({ kind: "items", more: false, prefill: { codes: [{ kind: "style" }] } });
		expect(answer.kind === "items" && answer.items.map((i) => i.itemId).sort()).toEqual(
			[other, order.jobs[0]?.itemId].sort(),
		);
		ws.app.log.append(ws.staff.clerk, [
			itemEvents["item.merged"].make(`item:${other}`, { into: order.jobs[0]?.itemId ?? "" }),
		]);
		expect(await scan("AO2424-001")).toMatchObject({ kind: "item", item: { itemId: order.jobs[0]?.itemId } });
	});

	it("as something to take in, with what it says and what it resembles", async () => {
		expect(await scan(`(01)${ean.padStart(14, "0")}(21)NEW9`)).toEqual({
			kind: "new-item",
			prefill: {
				codes: [
					{ kind: "gtin-serial", value: `01${ean.padStart(14, "0")}21NEW9` },
					{ kind: "serial", value: "NEW9" },
					{ kind: "gtin", value: ean.padStart(14, "0") },
				],
				like: expect.objectContaining({ brand: "百丽", style: "AO2424" }),
			},
		});
		expect(await scan("XJ-77123")).toMatchObject({
			kind: "new-item",
			prefill: { codes: [{ kind: "serial", value: "XJ-77123" }], like: null },
		});
		expect(await scan("https://fw.example.cn/q?c=8812")).toMatchObject({
			kind: "new-item",
			prefill: { codes: [{ kind: "anti-counterfeit", value: "https://fw.example.cn/q?c=8812" }] },
		});
	});

	it("as an order, a piece's label, a slip's address", async () => {
		const { orderId, number } = order;
		const jobId = order.jobs[0]?.jobId;
		expect(await scan(number)).toMatchObject({ kind: "order", orderId, number, jobs: [jobId], voided: false });
		expect(await scan(makePieceLabel(number, 2))).toMatchObject({
			kind: "piece",
			orderId,
			jobId,
			piece: "right",
			no: 2,
			stage: "inspection",
		});
		const { token } = ws.app.states.get("order", orderId).state;
		expect(await scan(makeStatusAddress("https://welt.example.cn", token))).toMatchObject({ kind: "order", orderId });
		expect(await scan(makePieceLabel(number, 77))).toMatchObject({ kind: "order", orderId });
	});

	it("as a card, a shelf, a part, a badge", async () => {
		expect(await scan(makeCommandCode("finish"))).toEqual({ kind: "command", command: "finish" });
		expect(await scan(makeShelfCode("A0312"))).toEqual({ kind: "shelf", shelf: "A0312" });
		expect(await scan(makePartCode("SO01", "L7"))).toEqual({ kind: "part", part: "SO01", lot: "L7" });
		expect(await scan(makeBadgeCode("0123456789ABCDEFGHJK"))).toEqual({ kind: "badge" });
	});

	it("or a clear word is said", async () => {
		const no = (text: string) => scan(text).then((a) => (a.kind === "unreadable" ? a.reason : a.kind));
		expect(await no("")).toBe("scan.empty");
		expect(await no("]Z6\u0006")).toBe("scan.not-a-scan");
		expect(await no("标签\ufffd")).toBe("scan.encoding");
		expect(await no("WS-A0312XX")).toBe("scan.check");
		expect(await no("]C1zz")).toBe("scan.gs1");
		expect(await no("x".repeat(121))).toBe("scan.too-long");
		expect(await no("y".repeat(3000))).toBe("scan.too-long");
		const unknown = order.number.replace(/^01234/, "09999");
		expect(["scan.unknown-order", "new-item"]).toContain(await no(unknown));
		expect((await ws.tryCall("scan.resolve", { text: "z".repeat(5000) })).ok).toBe(false);
		expect((await ws.tryCall("scan.resolve", { text: 7 })).ok).toBe(false);
	});

	it("before sign-in only as a badge", async () => {
		ws.core.lock();
		expect(await scan(order.number)).toEqual({ kind: "sign-in-first" });
		expect(await scan(makeBadgeCode("0123456789ABCDEFGHJK"))).toEqual({ kind: "badge" });
		ws.as("clerk");
	});
});

describe("a scan and what it opens, in one answer", () => {
	const open = (text: string) => ws.call("scan.open", { text });

	it("brings the job when it leads to one", async () => {
		const jobId = order.jobs[0]?.jobId ?? "";
		for (const text of [order.number, makePieceLabel(order.number, 2), "SN-0001"]) {
			const { answer, job, record } = await open(text);
			expect(answer).toEqual(await scan(text));
			expect({ ...job, nowAt: "" }).toEqual({ ...(await ws.call("job.get", { jobId })), nowAt: "" });
			expect(record).toBeNull();
		}
	});

	it("brings the record of an item that no job has in hand", async () => {
		const itemId = ws.app.ports.ids.uuid();
		ws.app.log.append(ws.staff.clerk, [
			itemEvents["item.registered"].make(`item:${itemId}`, {
				category: "shoes",
				kind: "sneaker",
				brand: "回力",
				style: "",
				colour: "white",
				size: "250",
				materials: [],
				pieces: [{ id: "a", kind: "left" }],
				codes: [{ kind: "serial", value: "SN-ALONE" }],
			}),
		]);
		const { answer, job, record } = await open("SN-ALONE");
		expect(answer).toMatchObject({ kind: "item", jobId: null, prefill: null });
		expect(record).toEqual(await ws.call("item.record", { itemId }));
		expect(job).toBeNull();
	});

	it("brings nothing where a person chooses, where nothing is known, and before sign-in", async () => {
		// The model's code may mean another item of it: the drop-off asks.
		for (const text of [ean, "XJ-77123", makeShelfCode("A01")]) {
			expect(await open(text), text).toEqual({ answer: await scan(text), record: null, job: null });
		}
		ws.core.lock();
		for (const text of [order.number, "SN-0001"]) {
			expect(await open(text)).toEqual({ answer: { kind: "sign-in-first" }, record: null, job: null });
		}
		ws.as("clerk");
	});
});

describe("the record a scan opens", () => {
	it("holds everything, follows merges, names nobody in full", async () => {
		const { itemId = "", jobId = "" } = order.jobs[0] ?? {};
		const record = await ws.call("item.record", { itemId });
		expect(record).toMatchObject({
			item: { brand: "百丽", materials: [] },
			mergedFrom: null,
			codes,
			purchase: null,
			coverage: { covered: false, untilOn: null },
			customer: { name: "张*", phone: "1******5678" },
			openJobId: jobId,
			jobs: [{ jobId, number: order.number, stage: "inspection", outcome: null }],
			shortened: false,
		});
		expect(record.timeline.map((l) => l.type)).toEqual(["job.received", "item.registered"]);
		expect(record.timeline.every((l) => l.by === "周敏")).toBe(true);
		expect(JSON.stringify(record)).not.toMatch(/张晓雯|13812345678|前掌开胶/);
	});

	it("is refused for an item nobody knows", async () => {
		const answer = await ws.tryCall("item.record", { itemId: "00000000-0000-7000-8000-000000000000" });
		expect(answer).toMatchObject({ ok: false, error: { reason: "item.not-found" } });
	});
});
