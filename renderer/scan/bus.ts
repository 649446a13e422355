/**
 * One bus for every scan, whatever device it came from. The topmost `useScan` of what is on screen hears it
 * first; what nobody wants goes to the fallback (app/scan-resolver.ts), which knows what every code means.
 * Each scan ends in an echo: seen in the top bar, heard as a sound.
 */
import { useEffect, useEffectEvent, useSyncExternalStore } from "react";
import { parseScan, type Scan as ScannedCode } from "../../domain/code/scan.ts";
import { playSound } from "./sounds.ts";

export type { ScannedCode };

export type Scan = {
	/** As the device gave it. */
	text: string;
	/** What kind of code it is, by its form alone. */
	code: ScannedCode;
	source: "wedge" | (string & {});
	/** An input method was on and text had to be removed from a field: worth a hint. */
	ime?: boolean;
};

export type EchoTone = "understood" | "not-understood" | "attention";
/** What was understood, in the words of the echo. Never a badge's or a customer's secret. */
export type ScanAnswer = { label: string; tone?: EchoTone };
/** false: not mine. true: mine, show the code. Or say what it was. */
export type ScanResult = boolean | ScanAnswer;
export type ScanHandler = (scan: Scan) => ScanResult | Promise<ScanResult>;

/** What stands above what: a modal hears before the screen under it, a part of a screen before the screen. */
export type ScanLayer = "fallback" | "screen" | "part" | "modal";
const layers: readonly ScanLayer[] = ["fallback", "screen", "part", "modal"];

export type Echo = { id: number; label: string; tone: EchoTone | "looking"; ime: boolean };

type Registered = { handler: ScanHandler; layer: number; id: number };

let nextId = 1;
const handlers: Registered[] = [];
let echo: Echo | undefined;
const watchers = new Set<() => void>();

/** Registers a handler; answers the function that removes it. Components use {@link useScan}. */
export function onScan(handler: ScanHandler, layer: ScanLayer = "screen"): () => void {
	const entry: Registered = { handler, layer: layers.indexOf(layer), id: nextId++ };
	handlers.push(entry);
	handlers.sort((a, b) => b.layer - a.layer || b.id - a.id);
	return () => {
		handlers.splice(handlers.indexOf(entry), 1);
	};
}

/**
 * Hears scans while the component is mounted (and `active`). The handler may be an inline function.
 * Modals pass `layer: "modal"`.
 */
export function useScan(handler: ScanHandler, options: { layer?: ScanLayer; active?: boolean } = {}): void {
	const latest = useEffectEvent(handler);
	const { layer = "screen", active = true } = options;
	useEffect(() => {
		if (active) return onScan((scan) => latest(scan), layer);
		return undefined;
	}, [layer, active]);
}

/** Longest that a scan waits for the one before it, ms: a lost answer must not silence the scanner. */
const patienceMs = 3000;
/** Until the screen a scan opened hears for itself, ms. */
const settleMs = 40;
/** An answer slower than this is waited for visibly, ms. A sign that comes and goes at once only flickers, and costs a drawing. */
const visiblyMs = 120;
const after = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));
let underWay: Promise<void> = Promise.resolve();

const listeners = new Set<(scan: Scan) => void>();

/** Tells of every scan, whoever will take it; answers the function that stops it. Handlers use {@link useScan}. */
export function onEveryScan(listener: (scan: Scan) => void): () => void {
	listeners.add(listener);
	return () => listeners.delete(listener);
}

/**
 * A scan arrived. Resolves when somebody took it or nobody could. Scans are answered one after another: a label and the
 * card held under the scanner right behind it mean that label's job, however slow its answer is.
 */
export function publishScan(arrived: Omit<Scan, "code">): Promise<void> {
	const id = nextId++;
	const scan: Scan = { ...arrived, code: parseScan(arrived.text) };
	for (const listener of listeners) listener(scan);
	const looking = setTimeout(() => show({ id, label: "", tone: "looking", ime: scan.ime ?? false }), visiblyMs);
	const answered = Promise.race([underWay, after(patienceMs)])
		.then(() => answer(id, scan))
		.finally(() => clearTimeout(looking));
	underWay = answered.then(() => after(settleMs));
	return answered;
}

async function answer(id: number, scan: Scan): Promise<void> {
	for (const { handler } of [...handlers]) {
		const result = await Promise.resolve(handler(scan)).catch((): ScanResult => false);
		if (result === false) continue;
		const said: ScanAnswer = result === true ? { label: labelOf(scan) } : result;
		return finish(id, said.label, said.tone ?? "understood", scan);
	}
	finish(id, labelOf(scan), "not-understood", scan);
}

function finish(id: number, label: string, tone: EchoTone, scan: Scan): void {
	playSound(scan.ime && tone === "understood" ? "attention" : tone);
	// A slow answer must not overwrite the echo of a later scan.
	if (echo && echo.id > id) return;
	show({ id, label, tone, ime: scan.ime ?? false });
}

function show(now: Echo): void {
	echo = now;
	for (const watcher of watchers) watcher();
}

/** What the last scan was understood as. */
export function useEcho(): Echo | undefined {
	return useSyncExternalStore(
		(watcher) => {
			watchers.add(watcher);
			return () => watchers.delete(watcher);
		},
		() => echo,
	);
}

/** A code as the echo shows it: control characters visible, long ones cut in the middle, badges never. */
function labelOf({ code }: Scan): string {
	if (code.kind === "badge") return "••••";
	const seen = code.text.replaceAll("\x1d", "␝").replaceAll(/\p{Cc}/gu, "·");
	return seen.length <= 28 ? seen : `${seen.slice(0, 16)}…${seen.slice(-8)}`;
}
