import { IconBarcode } from "@tabler/icons-react";
import { createElement } from "react";
import { describe, expect, test } from "vitest";
import { type Feature, homeOf, mayOpen } from "../../../renderer/app/feature.ts";
import { nameOfKey } from "../../../renderer/app/keys/keys.ts";
import { touches } from "../../../renderer/app/watch.ts";

const element = createElement("div");
const rail = (order: number) => ({ label: { "zh-CN": "处", en: "place" }, icon: IconBarcode, order });
const features: Feature[] = [
	{ id: "day", path: "/day", element, roles: ["manager"], rail: rail(50) },
	{ id: "board", path: "/board", element, roles: "signed-in", rail: rail(30) },
	{ id: "counter", path: "/counter", element, roles: ["clerk"], rail: rail(10), home: ["clerk", "manager"] },
	{ id: "bench", path: "/bench", element, roles: ["technician"], rail: rail(20), home: ["technician"] },
	{ id: "sign-in", path: "/sign-in", element, roles: "anyone" },
];

describe("features", () => {
	test("open to their roles, and to a manager always", () => {
		const open = (roles?: Parameters<typeof mayOpen>[1]) =>
			features.filter((feature) => mayOpen(feature, roles)).map(({ id }) => id);
		expect(open()).toEqual(["sign-in"]);
		expect(open(["technician"])).toEqual(["board", "bench", "sign-in"]);
		expect(open(["manager"])).toHaveLength(5);
	});

	test("the day starts at home, or at the first place of the rail", () => {
		expect(homeOf(features, ["clerk"])?.id).toBe("counter");
		expect(homeOf(features, ["technician"])?.id).toBe("bench");
		expect(homeOf(features, ["inspector"])?.id).toBe("board");
		expect(homeOf([], ["clerk"])).toBeUndefined();
	});
});

describe("key names", () => {
	const press = (key: string, code: string, held: Partial<Record<"ctrl" | "alt" | "shift" | "meta", boolean>> = {}) =>
		nameOfKey({
			key,
			code,
			ctrlKey: held.ctrl ?? false,
			altKey: held.alt ?? false,
			shiftKey: held.shift ?? false,
			metaKey: held.meta ?? false,
		});

	test("name function keys and combinations, whatever the layout or input method", () => {
		expect(press("F2", "F2")).toBe("F2");
		expect(press("Escape", "Escape")).toBe("Escape");
		expect(press("л", "KeyK", { ctrl: true })).toBe("Ctrl+K");
		expect(press("Process", "KeyK", { ctrl: true })).toBe("Ctrl+K");
		expect(press("k", "KeyK", { meta: true, shift: true })).toBe("Ctrl+Shift+K");
		expect(press("1", "Digit1", { alt: true })).toBe("Alt+1");
	});

	test("leave plain characters and bare modifiers alone", () => {
		expect(press("/", "Slash")).toBeUndefined();
		expect(press("Enter", "Enter")).toBeUndefined();
		expect(press("Control", "ControlLeft", { ctrl: true })).toBeUndefined();
	});
});

describe("what must be read again", () => {
	test("everything, a kind, or one aggregate", () => {
		expect(touches(undefined, new Set(["job:1"]))).toBe(true);
		expect(touches(["job"], new Set(["job:1"]))).toBe(true);
		expect(touches(["job:1"], new Set(["job:12"]))).toBe(false);
		expect(touches(["job:1"], new Set(["*"]))).toBe(true);
		expect(touches(["order"], new Set(["job:1", "order:2"]))).toBe(true);
	});
});
