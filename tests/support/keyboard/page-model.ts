/**
 * A page with one text field in front of the pure wedge: plays presses at their times and keeps what a person would
 * see. With an input method on, letters reach the field as being composed, held by nobody.
 */
import { defaultWedgeSettings, type WedgeSettings } from "../../../renderer/scan/settings.ts";
import { createWedge, type KeyInput, type Outcome } from "../../../renderer/scan/wedge.ts";
import type { Press } from "./typing-model.ts";

export type Played = {
	scans: string[];
	/** All that landed in the field; Enter and Tab of a person as they are. */
	landed: string;
};

export function play(presses: readonly Press[], settings: Partial<WedgeSettings>, inputMethod: boolean): Played {
	const wedge = createWedge({ ...defaultWedgeSettings, ...settings });
	const scans: string[] = [];
	let field = "";
	let before: string[] = [];

	const carryOut = (outcomes: readonly Outcome[]) => {
		for (const outcome of outcomes) {
			if (outcome.kind === "begin") before = [field];
			else if (outcome.kind === "mark") before.push(field);
			else if (outcome.kind === "scan") {
				scans.push(outcome.text);
				field = before[outcome.mark] ?? field;
			} else if (outcome.held && outcome.char !== undefined) field += outcome.char;
		}
	};
	const tickUntil = (time: number) => {
		for (let due = wedge.dueAt(); due !== undefined && due < time; due = wedge.dueAt()) carryOut(wedge.tick(due));
	};

	let now = 0;
	for (const press of presses) {
		now = press.at;
		tickUntil(now);
		const step = wedge.key(inputOf(press, inputMethod));
		carryOut(step.outcomes);
		if (press.type === "down" && !step.hold) field += charOf(press);
	}
	for (let due = wedge.dueAt(); due !== undefined; due = wedge.dueAt()) {
		const outcomes = wedge.tick(due);
		carryOut(outcomes);
		if (outcomes.length === 0) break;
	}
	return { scans, landed: field };
}

/** What a press leaves in a field when nobody holds it. */
export function charOf(press: Press): string {
	if (press.code === "Enter") return "\n";
	if (press.code === "Tab") return "\t";
	return !press.ctrl && [...press.key].length === 1 ? press.key : "";
}

function inputOf(press: Press, inputMethod: boolean): KeyInput {
	const { type, code, shift, ctrl, at } = press;
	const taken = inputMethod && type === "down" && !ctrl && charOf(press) !== "" && !/^(Enter|Tab)$/.test(code);
	return {
		type,
		code,
		key: taken ? "Process" : press.key,
		shift,
		ctrl,
		alt: false,
		meta: false,
		repeat: false,
		isComposing: taken,
		keyCode: taken ? 229 : 0,
		time: at,
	};
}
