/**
 * From everything heard to what kind of scanner this is: how it is connected, what it adds, how fast it types, what
 * becomes of GS and Chinese. Pure; verdict.ts judges it. Called by the pairing dialog after each scan.
 */
import type { PairingCodeId } from "../../../domain/code/pairing-codes.ts";
import type { Heard } from "./heard.ts";
import { type ChineseFate, type GsFate, type Layout, type Match, matchText, matchTokens } from "./match.ts";
import { gapsOf, tokensOf } from "./tokens.ts";

export type Keyboard = {
	prefix: string;
	suffix: string;
	/** End keys after each code: Enter or Tab. */
	ends: number;
	layout: Layout;
	medianMs: number;
	maxMs: number;
	/** An input method was on while it typed. */
	inputMethod: boolean;
	/** Codes whose prefix, suffix or end differ: it isn't set up the same for all kinds of code. */
	uneven: boolean;
	/** What became of the plain code when it did not arrive whole. */
	damage: "none" | "other-country" | "case" | "lost-characters";
};

export type Finding = {
	/** How each code came, the last time it came. */
	seen: Partial<Record<PairingCodeId, Match>>;
	/** "keys", or the source of a scanner that the workstation reads itself. Undefined before the first code. */
	transport: "keys" | (string & {}) | undefined;
	aim: boolean;
	keyboard: Keyboard | undefined;
	gs: GsFate | undefined;
	chinese: ChineseFate | undefined;
	/** Scans that were none of the sheet's codes. */
	strange: number;
};

type Placed = { heard: Heard; match: Match };

export function analyse(all: readonly Heard[]): Finding {
	const placed = new Map<PairingCodeId, Placed>();
	let strange = 0;
	let last: Heard | undefined;
	for (const heard of all) {
		const match = heard.via === "keys" ? matchTokens(tokensOf(heard.keys)) : matchText(heard.text);
		if (!match) {
			strange += 1;
			continue;
		}
		// Changed to another way of sending in between: what came before says nothing any more.
		if (last && wayOf(last) !== wayOf(heard)) placed.clear();
		placed.set(match.id, { heard, match });
		last = heard;
	}
	const seen: Finding["seen"] = {};
	for (const [id, { match }] of placed) seen[id] = match;
	return {
		seen,
		transport: last && wayOf(last),
		aim: [...placed.values()].some(({ match }) => match.aim),
		keyboard: last?.via === "keys" ? keyboardOf([...placed.values()]) : undefined,
		gs: seen.gs1?.gs,
		chinese: seen.chinese?.chinese,
		strange,
	};
}

function wayOf(heard: Heard): string {
	return heard.via === "keys" ? "keys" : heard.source;
}

function keyboardOf(placed: readonly Placed[]): Keyboard | undefined {
	// Chinese is typed at a pace of its own, and says little about what stands around it.
	const telling = placed.filter(({ match }) => match.id !== "chinese");
	const basis = (telling.length > 0 ? telling : placed).toSorted(
		(a, b) => Number(b.match.whole) - Number(a.match.whole),
	);
	const first = basis[0];
	if (!first) return undefined;
	const runs = placed.flatMap(({ heard }) => (heard.via === "keys" ? [heard.keys] : []));
	const gaps = basis.flatMap(({ heard }) => (heard.via === "keys" ? gapsOf(heard.keys) : [])).sort((a, b) => a - b);
	const whole = basis.filter(({ match }) => match.whole).map(({ match }) => match);
	const added = new Set(whole.map(({ prefix, suffix, ends }) => JSON.stringify([prefix, suffix, ends])));
	const damaged = basis.find(({ match }) => !match.whole);
	return {
		prefix: first.match.prefix,
		suffix: first.match.suffix,
		ends: first.match.ends,
		layout: whole.some(({ layout }) => layout === "key") ? "key" : "us",
		medianMs: round(gaps[Math.floor(gaps.length / 2)] ?? 0),
		maxMs: round(gaps.at(-1) ?? 0),
		inputMethod: runs.some((keys) => keys.some(({ keyCode, key }) => keyCode === 229 || key === "Process")),
		uneven: added.size > 1,
		damage: damaged ? damageOf(damaged.match) : "none",
	};
}

/** Why it did not arrive whole, from the nearest reading. */
function damageOf({ id, got }: Match): Exclude<Keyboard["damage"], "none"> {
	if (id === "plain") {
		if (got.toLowerCase().includes("welt-1/yzqam_:+?")) return "case";
		// The same number of characters in other places of the keyboard.
		if (/^.{0,4}[Ww]elt.1.[zy][zy]..[m,;].{3,4}.{0,4}$/.test(got) || /^.{0,4}[zZ]elt/.test(got)) return "other-country";
		return "lost-characters";
	}
	return /^.{0,4}[^0-9]{2}/.test(got) ? "other-country" : "lost-characters";
}

function round(ms: number): number {
	return Math.round(ms * 10) / 10;
}
