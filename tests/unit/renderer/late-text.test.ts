import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { snapshotOf } from "../../../renderer/scan/field.ts";
import { createLateText } from "../../../renderer/scan/late-text.ts";
import { bring, fieldWith, page } from "./support/fields.ts";

const composed = { inputType: "insertCompositionText", cancelable: false };

beforeEach(() => {
	vi.useFakeTimers();
	for (const [name, value] of Object.entries(page)) vi.stubGlobal(name, value);
});
afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

/** A field an input method wrote a scan into, behind the person's words; the scan has just ended. */
function eaten(words: string, caret?: number) {
	const field = fieldWith(words, caret);
	const before = snapshotOf(field);
	const late = createLateText();
	bring(field, "sn2026", late, composed);
	return { field, late, landed: late.begin(before) };
}

describe("what an input method ate of a scan", () => {
	test("is out of the field before the focus goes, and the field gets focus and caret back", () => {
		const field = fieldWith("鞋跟掉了", 2);
		const before = snapshotOf(field);
		let left = "";
		field.addEventListener("blur", () => {
			left = field.value;
		});
		const late = createLateText();
		bring(field, "sn2026", late, composed);
		expect(late.begin(before)).toBe(true);
		expect(left).toBe("鞋跟掉了");
		expect(document.activeElement).toBe(document.body);
		vi.runAllTimers();
		expect(document.activeElement).toBe(field);
		expect([field.value, field.selectionStart]).toEqual(["鞋跟掉了", 2]);
	});

	test("is not told as landed when nothing had", () => {
		const field = fieldWith("鞋跟");
		expect(createLateText().begin(snapshotOf(field))).toBe(false);
	});

	test("arriving late stays out of the field the scan opened, refused or taken back", () => {
		const { late } = eaten("鞋跟");
		const opened = fieldWith("");
		expect(bring(opened, "sn2026", late)).toBe(false);
		bring(opened, "sn2026", late, composed);
		expect(opened.value).toBe("");
		vi.runAllTimers();
		expect(document.activeElement).toBe(opened);
	});

	test("arriving late does not take a selected word along", () => {
		const { late } = eaten("鞋跟");
		const other = fieldWith("百丽 达芙妮");
		other.setSelectionRange(0, 2);
		bring(other, "sn2026", late, composed);
		expect(other.value).toBe("百丽 达芙妮");
		expect([other.selectionStart, other.selectionEnd]).toEqual([0, 2]);
	});
});

describe("what a person writes", () => {
	test("after a key is never touched, and the key finds the field in focus", () => {
		const { field, late } = eaten("鞋跟");
		late.over();
		expect(document.activeElement).toBe(field);
		bring(field, "ji", late, composed);
		bring(field, "急", late);
		expect(field.value).toBe("鞋跟ji急");
	});

	test("without a scan before is never touched", () => {
		const late = createLateText();
		const field = fieldWith("");
		bring(field, "xie", late, composed);
		expect(field.value).toBe("xie");
	});

	test("a moment later is never touched", () => {
		const { field, late } = eaten("鞋跟");
		vi.advanceTimersByTime(250);
		bring(field, "掉了", late);
		expect(field.value).toBe("鞋跟掉了");
	});

	test("pastes or drops is left alone even at once", () => {
		const { late } = eaten("鞋跟");
		const other = fieldWith("");
		expect(bring(other, "138", late, { inputType: "insertFromPaste", cancelable: true })).toBe(true);
		expect(other.value).toBe("138");
	});

	test("and what a screen fills in by itself outlive the wait", () => {
		const { field } = eaten("");
		// The scan's own answer filled the very field.
		field.value = "SN2026";
		vi.runAllTimers();
		expect(field.value).toBe("SN2026");
	});

	test("a field that went off the screen meanwhile is not called back", () => {
		const { field } = eaten("鞋跟");
		field.isConnected = false;
		vi.runAllTimers();
		expect(document.activeElement).toBe(document.body);
	});
});
