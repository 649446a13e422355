/**
 * Whether a scanner can be trusted as it is set up, why not, and with which settings. Pure. What is promised: no scan
 * lost and no keystroke eaten for pauses up to 25 ms with an end key, or at any pace behind a prefix nobody types.
 * Outside that, typing like a keyboard is refused.
 */
import { type PairingCodeId, pairingCodeIds } from "../../../domain/code/pairing-codes.ts";
import { defaultWedgeSettings, type WedgeSettings } from "../settings.ts";
import type { Finding, Keyboard } from "./analyse.ts";

/** Each has a sentence on screen: what it means and what to do. */
export type Problem =
	| "too-slow"
	| "stalls"
	| "no-end"
	| "prefix-plain"
	| "prefix-long"
	| "uneven"
	| "other-country"
	| "case"
	| "lost-characters"
	| "gs-lost"
	| "chinese-lost";

export type Verdict = {
	/** `limited`: good for our own codes, not for every code there is. */
	fit: "good" | "limited" | "refused";
	problems: Problem[];
	/** Another way of connecting it would serve better: serial or HID POS. */
	connectOtherwise: boolean;
	/** What the capture needs; only for a scanner that types, and only when it is taken. */
	settings: WedgeSettings | undefined;
};

/** Longest pause from key to key that is told from a person's without a prefix, ms. */
export const slowestMs = 25;
/** One stall may be this long, ms: the capture's gap. */
const longestStallMs = defaultWedgeSettings.gapMs;

/** Undefined until every code was seen, or said to be out of this scanner's reach. */
export function judge(finding: Finding, outOfReach: ReadonlySet<PairingCodeId>): Verdict | undefined {
	if (!finding.seen.plain || pairingCodeIds.some((id) => !finding.seen[id] && !outOfReach.has(id))) return undefined;
	const lost: Problem[] = [];
	if (finding.gs?.how === "lost" || (finding.gs?.how === "sign" && isPlain(finding.gs.sign))) lost.push("gs-lost");
	if (finding.chinese?.how === "lost") lost.push("chinese-lost");
	const { keyboard } = finding;
	if (!keyboard) {
		const broken: Problem[] = finding.seen.plain.whole ? [] : ["lost-characters"];
		const problems = [...broken, ...lost];
		const fit = broken.length > 0 ? "refused" : lost.length > 0 ? "limited" : "good";
		return { fit, problems, connectOtherwise: false, settings: undefined };
	}
	const refusals = refusalsOf(keyboard);
	const refused = refusals.length > 0;
	return {
		fit: refused ? "refused" : lost.length > 0 ? "limited" : "good",
		problems: [...refusals, ...lost],
		connectOtherwise: refused || lost.length > 0,
		settings: refused ? undefined : settingsFor(finding, keyboard),
	};
}

function refusalsOf(keyboard: Keyboard): Problem[] {
	const { prefix, ends, medianMs, maxMs, uneven, damage } = keyboard;
	if (damage !== "none") return [damage];
	const problems: Problem[] = [];
	if (uneven) problems.push("uneven");
	if (prefix.length > 4) problems.push("prefix-long");
	if (prefix !== "" && isPlain(prefix)) problems.push("prefix-plain");
	const prefixHolds = prefix !== "" && problems.length === 0;
	if (!prefixHolds && medianMs > slowestMs) problems.push("too-slow");
	else if (!prefixHolds && maxMs > longestStallMs) problems.push("stalls");
	if (ends === 0) problems.push("no-end");
	return problems;
}

/** One letter or digit: people type it all day. */
function isPlain(text: string): boolean {
	return /^[0-9A-Za-z ]$/.test(text);
}

function settingsFor({ gs, chinese }: Finding, keyboard: Keyboard): WedgeSettings {
	const { prefix, suffix, ends, layout, maxMs } = keyboard;
	return {
		...defaultWedgeSettings,
		prefix,
		suffix: suffix.slice(0, 4),
		layout,
		endTwice: ends > 1,
		flushMs: prefix === "" ? defaultWedgeSettings.flushMs : clamp(Math.ceil(maxMs * 3), 200, 1000),
		gsKey: gs?.how === "key" ? gs.key : "",
		gsSubstitute: gs?.how === "sign" && !isPlain(gs.sign) ? gs.sign : "",
		altCodes: chinese?.how === "alt" ? chinese.codes : "auto",
	};
}

function clamp(value: number, low: number, high: number): number {
	return Math.min(high, Math.max(low, value));
}
