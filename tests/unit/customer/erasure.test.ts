import { describe, expect, it } from "vitest";
import { decideErasure } from "../../../domain/customer/decide-erasure.ts";
import { Refusal } from "../../../domain/errors.ts";
import type { JobState } from "../../../domain/job/state.ts";
import type { OrderState } from "../../../domain/order/fold.ts";

const number = "01234010000010";
const order = (more: Partial<OrderState> = {}) =>
	({ number, payments: [], voided: null, ...more }) as never as OrderState;
const job = (stage: string) =>
	({ stage, quotes: [], testFeeFen: 0, returning: null, voided: stage === "voided" }) as never as JobState;
const subject = { id: "01890000-0000-7000-8000-000000000001", erased: false };

function reasonOf(decide: () => unknown): string | undefined {
	try {
		decide();
	} catch (error) {
		if (error instanceof Refusal) return error.reason;
		throw error;
	}
	return undefined;
}

describe("erasing a customer", () => {
	it("is one event about them, with a coded reason and nothing personal", () => {
		const [event, ...more] = decideErasure(
			subject,
			[{ order: order(), jobs: [job("closed"), job("follow-up")] }],
			"asked",
		);
		expect(more).toEqual([]);
		expect(event).toMatchObject({ agg: `subject:${subject.id}`, type: "subject.erased", body: { reason: "asked" } });
		expect(event).not.toHaveProperty("personal");
	});

	it("waits while something of theirs is here, also when it only goes back", () => {
		for (const stage of ["inspection", "quote", "repair", "qc", "hand-over"]) {
			const orders = [{ order: order(), jobs: [job("closed"), job(stage)] }];
			expect(
				reasonOf(() => decideErasure(subject, orders, "asked")),
				stage,
			).toBe("customer.job-open");
		}
	});

	it("doesn't wait for an order or a job that never should have been", () => {
		const voided = { at: 1, by: "x", reason: "typo" };
		const orders = [
			{ order: order({ voided }), jobs: [job("inspection")] },
			{ order: order(), jobs: [job("voided")] },
		];
		expect(decideErasure(subject, orders, "purpose-met")).toHaveLength(1);
	});

	it("waits while money is owed either way", () => {
		const paid = { id: "p", kind: "deposit", method: "cash", amountFen: 500, brand: false, refunds: [] };
		const orders = [{ order: order({ payments: [paid] as never }), jobs: [job("closed")] }];
		expect(reasonOf(() => decideErasure(subject, orders, "asked"))).toBe("customer.money-open");
	});

	it("happens once", () => {
		expect(reasonOf(() => decideErasure({ ...subject, erased: true }, [], "asked"))).toBe("customer.erased");
	});
});
