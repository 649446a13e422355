/**
 * Tells a keyboard-wedge scanner from a person by the rhythm of the keys. Pure: it is told keys and times and
 * answers what to hold back and what was decided; capture.ts does it to the page.
 *
 * The first key of a burst goes through (nobody can know yet). Keys that follow within the gap are held until it
 * is clear: typing, then they are given back in order; or a scan, then the field is put back as it was.
 */
import { type Piece, textOfPieces } from "./alt-codes.ts";
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
	/** Decided to be typing. `held`: it never reached the page and must be given back. */
	| { kind: "typed"; input: KeyInput; char: string | undefined; held: boolean }
	/** Decided to be a scan: put the field back. `ime`: an input method was eating it. */
	| { kind: "scan"; text: string; ime: boolean };

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

type Entry = { input: KeyInput; piece: Piece | undefined; held: boolean };

type Burst = {
	entries: Entry[];
	firstAt: number;
	lastAt: number;
	/** Entries already given to the page or its listeners. */
	delivered: number;
	/** Once sure, pauses up to flushMs still belong to the scan. */
	sure: boolean;
	prefix: "no" | "maybe" | "yes";
	ime: boolean;
	altDigits: string;
};

export function createWedge(settings: WedgeSettings): Wedge {
	let burst: Burst | undefined;
	let scanEndedAt = Number.NEGATIVE_INFINITY;

	const limit = (b: Burst) => (b.sure || b.prefix !== "no" ? settings.flushMs : settings.gapMs);

	function key(input: KeyInput): Step {
		if (input.type === "up") return { hold: false, outcomes: keyUp(input) };
		if (isModifier(input.code)) {
			if (burst && input.time - burst.lastAt <= limit(burst)) burst.lastAt = input.time;
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
		if (!burst) {
			const char = piece?.kind === "char" ? piece.char : undefined;
			const opensPrefix = settings.prefix !== "" && char === settings.prefix[0];
			burst = fresh(input.time, opensPrefix ? "maybe" : "no");
			outcomes.push({ kind: "begin" });
		}
		const b = burst;
		b.lastAt = input.time;
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
		const text = raw(b);
		if (b.prefix === "maybe" && text.length >= settings.prefix.length) {
			b.prefix = text.startsWith(settings.prefix) ? "yes" : "no";
		}
		const pace = (b.lastAt - b.firstAt) / Math.max(1, b.entries.length - 1);
		if (b.entries.length >= settings.minChars && pace <= settings.gapMs * 0.75) b.sure = true;
	}

	function keyUp(input: KeyInput): Outcome[] {
		const b = burst;
		if (!b || b.altDigits === "" || !input.code.startsWith("Alt")) return [];
		const value = Number(b.altDigits);
		b.altDigits = "";
		b.lastAt = input.time;
		// The system itself types what Alt+numpad means, so there is nothing to give back.
		add(b, { input, piece: { kind: "code", value }, held: false });
		return [];
	}

	function end(input: KeyInput, outcomes: Outcome[]): Step {
		if (!burst && input.time - scanEndedAt <= settings.gapMs) {
			// The second half of CR LF.
			scanEndedAt = input.time;
			return { hold: true, outcomes };
		}
		if (burst && isScan(burst, true)) {
			scanEndedAt = input.time;
			return { hold: true, outcomes: [...outcomes, ...close(true)] };
		}
		outcomes.push(...close(false), { kind: "typed", input, char: undefined, held: false });
		return { hold: false, outcomes };
	}

	function closeIfOver(now: number): Outcome[] {
		if (!burst || now - burst.lastAt <= limit(burst)) return [];
		return close(isScan(burst, false));
	}

	function close(asScan: boolean): Outcome[] {
		const b = burst;
		burst = undefined;
		if (!b) return [];
		return asScan ? [{ kind: "scan", text: finalText(b), ime: b.ime }] : deliver(b);
	}

	/** Gives back what was held. The burst may still go on: a late timer is not a slow key. */
	function deliver(b: Burst): Outcome[] {
		const rest = b.entries.slice(b.delivered);
		b.delivered = b.entries.length;
		return rest.map(({ input, held }) => ({ kind: "typed", input, char: typedChar(input), held }));
	}

	function isScan(b: Burst, ended: boolean): boolean {
		if (b.prefix === "yes") return b.entries.length > settings.prefix.length;
		return b.sure && b.entries.length >= (ended ? settings.minChars : settings.minCharsWithoutEnd);
	}

	function raw(b: Burst): string {
		const pieces = b.entries.flatMap((entry) => (entry.piece ? [entry.piece] : []));
		return textOfPieces(pieces, settings.altCodes);
	}

	function finalText(b: Burst): string {
		const text = b.prefix === "yes" ? raw(b).slice(settings.prefix.length) : raw(b);
		return settings.gsSubstitute ? text.replaceAll(settings.gsSubstitute, "\x1d") : text;
	}

	/** undefined: not a character (an arrow, F5, Ctrl+C); null: a digit of an Alt+numpad number. */
	function pieceOf(input: KeyInput): Piece | null | undefined {
		if (input.meta) return undefined;
		if (settings.gsKey !== "" && input.code === settings.gsKey && burst) return { kind: "char", char: "\x1d" };
		if (input.alt && !input.ctrl) return numpadDigit(input.code) === undefined ? undefined : null;
		if (input.ctrl && !input.alt) {
			// Ctrl+C after a key is a person; only Ctrl+] means nothing to anybody else.
			const sensible = input.code === "BracketRight" || burst?.sure;
			const char = sensible ? controlChar(input.code) : undefined;
			return char === undefined ? undefined : { kind: "char", char };
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
			if (!b || now - b.lastAt < limit(b)) return [];
			return isScan(b, false) ? close(true) : deliver(b);
		},
		dueAt: () => (burst && burst.delivered < burst.entries.length ? burst.lastAt + limit(burst) : undefined),
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

function fresh(time: number, prefix: Burst["prefix"]): Burst {
	return { entries: [], firstAt: time, lastAt: time, delivered: 0, sure: false, prefix, ime: false, altDigits: "" };
}
