import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CustomerState, customerFold } from "../../../domain/customer/customer.ts";
import { decideCorrection, decideTold, type Told } from "../../../domain/customer/decide-told.ts";
import { readPhone } from "../../../domain/customer/phone.ts";
import type { NewEvent, WeltEvent } from "../../../domain/event/event.ts";

const told = (more: Partial<Told> = {}): Told => ({
	name: "张晓雯",
	phone: "13812345678",
	under14: false,
	notice: { version: "2026-11", how: "screen" },
	marketing: null,
	...more,
});

/** Folds what was decided, as the log would: a personal part becomes an envelope. */
function fold(events: readonly NewEvent[], before?: CustomerState): CustomerState {
	let state: object | undefined = before;
	events.forEach((event, at) => {
		const stored = { ...event, id: `e${at}`, wall: at, actor: "p", ...(event.personal ? { pii: {} } : {}) };
		state = customerFold.fold(state as CustomerState | undefined, stored as unknown as WeltEvent);
	});
	return state as CustomerState;
}

describe("a phone number", () => {
	it("has one form however it is written", () => {
		for (const text of ["13812345678", "+8613812345678", "008613812345678", "86 138 1234 5678", "138-1234-5678"]) {
			expect(readPhone(text), text).toBe("13812345678");
		}
		expect(readPhone("(021) 6437 0000")).toBe("02164370000");
		expect(readPhone("+1 415 555 0100")).toBe("+14155550100");
		expect(readPhone("0014155550100")).toBe("+14155550100");
		expect(readPhone("13812345678")).toBe("13812345678");
	});

	it("is not any text", () => {
		for (const text of ["", "123456", "1234567890123456", "138x12345678", "张", "++861381234", "1+3812345678"]) {
			expect(readPhone(text), text).toBeUndefined();
		}
	});

	it("read again stays what it is", () => {
		fc.assert(
			fc.property(fc.string(), fc.stringMatching(/^\+?\d{5,17}$/), (odd, digits) => {
				for (const text of [odd, digits]) {
					const number = readPhone(text);
					if (number !== undefined) expect(readPhone(number)).toBe(number);
				}
			}),
		);
	});
});

describe("what a customer tells", () => {
	it("registers them with what was told and nothing else", () => {
		const events = decideTold("s", told({ marketing: true }), undefined);
		expect(events.map((e) => e.type)).toEqual(["subject.registered", "subject.noticed", "subject.consented"]);
		expect(events[0]?.personal).toEqual({
			kid: "subject:s",
			value: { name: "张晓雯", phone: "13812345678" },
		});
		expect(JSON.stringify(events.map((e) => e.body))).not.toMatch(/张|138/);
		expect(fold(events)).toMatchObject({ noticed: "2026-11", marketing: true, has: { name: true, address: false } });
	});

	it("seals nothing when nothing was told", () => {
		const events = decideTold("s", told({ name: "", phone: "", notice: null }), undefined);
		expect(events).toHaveLength(1);
		expect(events[0]).not.toHaveProperty("personal");
	});

	it("changes a known customer only where it differs", () => {
		const state = fold(decideTold("s", told(), undefined));
		const personal = { name: "张晓雯", phone: "13812345678" };
		expect(decideTold("s", told(), { state, personal })).toEqual([]);
		expect(decideTold("s", told({ name: "", phone: "" }), { state, personal })).toEqual([]);
		const moved = decideTold("s", told({ name: "", phone: "139 0000 0000" }), { state, personal });
		expect(moved[0]?.personal?.value).toEqual({ name: "张晓雯", phone: "13900000000" });
		const child = decideTold("s", told({ under14: true }), { state, personal });
		expect(fold(child, state).under14).toBe(true);
	});

	it("is refused for odd numbers and erased customers", () => {
		expect(() => decideTold("s", told({ phone: "12" }), undefined)).toThrow("customer.bad-phone");
		const state = { ...fold(decideTold("s", told(), undefined)), erased: true };
		expect(() => decideTold("s", told(), { state, personal: {} })).toThrow("customer.erased");
		expect(() => decideCorrection({ state, personal: {} }, { name: "x" })).toThrow("customer.erased");
	});

	it("can be taken back by correcting it to nothing", () => {
		const state = fold(decideTold("s", told(), undefined));
		const personal = { name: "张晓雯", phone: "13812345678" };
		const [event] = decideCorrection({ state, personal }, { phone: "" });
		expect(event?.personal?.value).toEqual({ name: "张晓雯" });
		const [bare] = decideCorrection({ state, personal }, { phone: "", name: "" });
		expect(bare).not.toHaveProperty("personal");
		expect(() => decideCorrection({ state, personal }, { name: "张晓雯" })).toThrow("customer.nothing-changed");
	});
});
