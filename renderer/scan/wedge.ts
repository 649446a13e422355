/**
 * Tells a keyboard-wedge scanner from a person by the rhythm of the keys. Pure: it is told keys and times and
 * answers what to hold back and what was decided; capture.ts does it to the page.
 *
 * The first key of a burst goes through (nobody can know yet). Keys that follow within the gap are held until it
 * is clear: typing, then they are given back in order; or a scan, then the field is put back as it was.
 */
import { type Piece, textOfPieces } from "./alt-codes.ts";
import {
	type Burst,
	type Entry,
	freshBurst,
	keysOfPerson,
	longestPause,
	mostLead,
	paceOf,
	paceOfScanner,
	release,
	rolledByHand,
	step,
} from "./burst.ts";
import { controlChar, isModifier, numpadDigit, usChar } from "./key-map.ts";
import type { WedgeSettings } from "./settings.ts";

export type KeyInput = {
	type: "down" | "up";
	/** Physical key, e.g. "KeyR"; intact even when an input method takes the key. */
	code: string;
	key: string;
	shift: boolean;
	ctrl: boolean;
	alt: boolean;
	meta: boolean;
	repeat: boolean;
	isComposing: boolean;
	/** 229 while an input method takes the key. */
	keyCode: number;
	/** Monotonic ms of the press itself, not of its handling: a busy page must not make a typist look fast. */
	time: number;
};

export type Outcome =
	/** A burst begins: remember the field as it is now. */
	| { kind: "begin" }
	/** The burst's next key, which may turn out to be the scanner's first: remember the field as it is now, too. */
	| { kind: "mark" }
	/** Decided to be typing. `held`: it never reached the page and must be given back. */
	| { kind: "typed"; input: KeyInput; char: string | undefined; held: boolean }
	/** Decided to be a scan: put the field back to `begin`, or to mark number `mark`. `ime`: an input method was eating it. */
	| { kind: "scan"; text: string; ime: boolean; mark: number };

export type Step = { hold: boolean; outcomes: Outcome[] };

export type Wedge = {
	key(input: KeyInput): Step;
	/** To be called at `dueAt()`. */
	tick(now: number): Outcome[];
	/** When a decision falls without another key, or undefined when nothing is open. */
	dueAt(): number | undefined;
	/** An input method began composing: what is running is being eaten. */
	composing(): void;
	/** True while it is clear that a scanner is typing. */
	scanning(): boolean;
};

export function createWedge(settings: WedgeSettings): Wedge {
	let burst: Burst | undefined;
	/** Whether this page hears of keys let go at all; where it does not, they say nothing about who typed. */
	let hearsReleases = false;
	/** When the last scan ended with a key, and how soon the second half of CR LF would follow. */
	let ended = { at: Number.NEGATIVE_INFINITY, withinMs: 0 };

	function key(input: KeyInput): Step {
		if (input.type === "up") return { hold: false, outcomes: keyUp(input) };
		if (isModifier(input.code)) {
			if (burst && !input.repeat && input.time - burst.lastAt <= longestPause(burst, settings)) {
				step(burst, input.time, settings);
			}
			return { hold: false, outcomes: [] };
		}
		const outcomes = input.repeat ? close(false) : closeIfOver(input.time);
		if (!input.repeat && isEnd(input)) return end(input, outcomes);
		const piece = input.repeat ? undefined : pieceOf(input);
		if (piece === undefined) {
			outcomes.push(...close(false), { kind: "typed", input, char: typedChar(input), held: false });
			return { hold: false, outcomes };
		}
		return character(input, piece, outcomes);
	}

	/** A key that may belong to a scan. `piece` is null for a digit of an Alt+numpad number under way. */
	function character(input: KeyInput, piece: Piece | null, outcomes: Outcome[]): Step {
		const taken = input.keyCode === 229 || input.key === "Process" || input.isComposing;
		const opensPrefix = settings.prefix !== "" && piece?.kind === "char" && piece.char === settings.prefix[0];
		// The prefix begins a scan wherever it comes, even in the middle of a person's word.
		if (burst && opensPrefix && !goesOn(burst, piece.char)) {
			if (!burst.sure || input.time - burst.lastAt > settings.gapMs) outcomes.push(...close(false));
		}
		if (burst) {
			step(burst, input.time, settings);
			if (piece && burst.entries.length <= mostLead) outcomes.push({ kind: "mark" });
		} else {
			burst = freshBurst(input.time, opensPrefix ? "maybe" : "no");
			outcomes.push({ kind: "begin" });
		}
		const b = burst;
		if (taken) b.ime = true;
		if (piece === null) {
			b.altDigits += numpadDigit(input.code) ?? "";
			return { hold: b.entries.length > 0, outcomes };
		}
		// Holding a key an input method already took achieves nothing, and giving it back would double it.
		const hold = !taken && (b.entries.length > 0 || b.prefix === "maybe");
		add(b, { input, piece, held: hold });
		return { hold, outcomes };
	}

	function add(b: Burst, entry: Entry): void {
		b.entries.push(entry);
		if (b.prefix === "maybe") {
			const text = raw(b.entries);
			if (!text.startsWith(settings.prefix.slice(0, text.length))) b.prefix = "no";
			else if (text.length >= settings.prefix.length) b.prefix = "yes";
		}
		b.sure ||= b.entries.length >= settings.minChars && paceOfScanner(b, settings) && !byHand(b);
	}

	/** Whether the character is the next of a prefix or of the code behind it. */
	function goesOn(b: Burst, char: string): boolean {
		return b.prefix === "yes" || (b.prefix === "maybe" && settings.prefix.startsWith(raw(b.entries) + char));
	}

	function byHand(b: Burst): boolean {
		return hearsReleases && rolledByHand(b);
	}

	function keyUp(input: KeyInput): Outcome[] {
		hearsReleases ||= !isModifier(input.code);
		const b = burst;
		if (!b) return [];
		release(b, input.code);
		if (b.altDigits === "" || !input.code.startsWith("Alt")) return [];
		const value = Number(b.altDigits);
		b.altDigits = "";
		b.lastAt = input.time;
		// The system itself types what Alt+numpad means, so there is nothing to give back.
		add(b, { input, piece: { kind: "code", value }, held: false, letGo: true });
		return [];
	}

	function end(input: KeyInput, outcomes: Outcome[]): Step {
		if (!burst && input.time - ended.at <= ended.withinMs) {
			ended.withinMs = 0;
			return { hold: true, outcomes };
		}
		const b = burst;
		if (b && isScan(b, true)) {
			// A person may press Enter right after a scan; a scanner's second end key keeps its pace.
			const secondMs = Math.max(6, paceOf(b) * 1.5);
			ended = { at: input.time, withinMs: settings.endTwice ? secondMs : Math.min(secondMs, 20) };
			return { hold: true, outcomes: [...outcomes, ...close(true)] };
		}
		outcomes.push(...close(false), { kind: "typed", input, char: undefined, held: false });
		return { hold: false, outcomes };
	}

	function closeIfOver(now: number): Outcome[] {
		const b = burst;
		if (!b) return [];
		if (now - b.lastAt > longestPause(b, settings)) return close(isScan(b, false));
		// Twice a person's pause: whatever began like a scan goes on like typing, and is not kept from the page.
		const slower = b.prefix === "no" && b.sure && now - b.lastAt > settings.gapMs;
		return slower && !paceOfScanner({ ...b, pauses: b.pauses + 1 }, settings) ? close(false) : [];
	}

	function close(asScan: boolean): Outcome[] {
		const b = burst;
		burst = undefined;
		if (!b) return [];
		if (!asScan) return deliver(b);
		const lead = b.prefix === "yes" ? 0 : keysOfPerson(b, settings.minChars, hearsReleases);
		const text = finalText(b, lead);
		// With an input method nothing was held: the field had the person's keys when the scanner's first one came.
		if (lead === 0 || b.ime) return [{ kind: "scan", text, ime: b.ime, mark: lead }];
		const persons = deliver({ ...b, entries: b.entries.slice(0, lead) });
		return [...persons, { kind: "begin" }, { kind: "scan", text, ime: false, mark: 0 }];
	}

	/** Gives back what was held. The burst may still go on: a late timer is not a slow key. */
	function deliver(b: Burst): Outcome[] {
		const rest = b.entries.slice(b.delivered);
		b.delivered = b.entries.length;
		return rest.map(({ input, held }) => ({ kind: "typed", input, char: typedChar(input), held }));
	}

	function isScan(b: Burst, withEnd: boolean): boolean {
		const ends = withEnd || (settings.suffix !== "" && raw(b.entries).endsWith(settings.suffix));
		const length = b.entries.length - (b.prefix === "yes" ? settings.prefix.length : 0);
		if (b.prefix === "yes") return length >= (ends ? 1 : settings.minChars);
		if (!b.sure || !paceOfScanner(b, settings) || byHand(b)) return false;
		return length >= (ends ? settings.minChars : settings.minCharsWithoutEnd);
	}

	function raw(entries: readonly Entry[]): string {
		return textOfPieces(
			entries.map(({ piece }) => piece),
			settings.altCodes,
		);
	}

	function finalText(b: Burst, lead: number): string {
		const all = b.prefix === "yes" ? raw(b.entries).slice(settings.prefix.length) : raw(b.entries.slice(lead));
		const { suffix, gsSubstitute } = settings;
		const text = suffix !== "" && all.endsWith(suffix) ? all.slice(0, -suffix.length) : all;
		return gsSubstitute ? text.replaceAll(gsSubstitute, "\x1d") : text;
	}

	/** undefined: not a character (an arrow, F5, Ctrl+C); null: a digit of an Alt+numpad number. */
	function pieceOf(input: KeyInput): Piece | null | undefined {
		if (input.meta) return undefined;
		if (settings.gsKey !== "" && input.code === settings.gsKey && burst) return { kind: "char", char: "\x1d" };
		if (input.alt && !input.ctrl) return numpadDigit(input.code) === undefined ? undefined : null;
		if (input.ctrl && !input.alt) {
			// Ctrl+C after a key is a person; only Ctrl+] means nothing to anybody else, and what the scanner sends first.
			const char = controlChar(input.code);
			const sensible = input.code === "BracketRight" || burst?.sure || burst?.prefix === "yes";
			if (char === undefined || !(sensible || settings.prefix.includes(char))) return undefined;
			return { kind: "char", char };
		}
		const char = charOf(input);
		return char === undefined ? undefined : { kind: "char", char };
	}

	function charOf(input: KeyInput): string | undefined {
		if (input.ctrl !== input.alt || input.meta) return undefined;
		const known = visibleKey(input);
		const us = usChar(input.code, input.shift);
		return settings.layout === "us" ? (us ?? known) : (known ?? us);
	}

	return {
		key,
		tick(now) {
			const b = burst;
			if (!b || now < b.lastAt + longestPause(b, settings)) return [];
			return isScan(b, false) ? close(true) : deliver(b);
		},
		dueAt: () =>
			burst && burst.delivered < burst.entries.length ? burst.lastAt + longestPause(burst, settings) : undefined,
		composing() {
			if (burst) burst.ime = true;
		},
		scanning: () => burst !== undefined && (burst.sure || burst.prefix === "yes"),
	};
}

/** What a person meant by the key: their own layout and caps lock count, unlike a scanner's. */
function typedChar(input: KeyInput): string | undefined {
	if (input.ctrl !== input.alt || input.meta) return undefined;
	return visibleKey(input);
}

function visibleKey(input: KeyInput): string | undefined {
	return [...input.key].length === 1 ? input.key : undefined;
}

function isEnd(input: KeyInput): boolean {
	if (input.alt || input.meta) return false;
	// Scanners set to send CR or LF as control keys.
	if (input.ctrl) return input.code === "KeyM" || input.code === "KeyJ";
	return input.code === "Enter" || input.code === "NumpadEnter" || input.code === "Tab";
}
