/**
 * Listens while a scanner is being set up: every key, whatever it would do elsewhere, and every scan from the scanners
 * the workstation reads itself. Nothing heard here reaches a screen.
 */
import { useEffect, useEffectEvent, useState } from "react";
import type { PairingCodeId } from "../../../../domain/code/pairing-codes.ts";
import { useScan } from "../../../scan/bus.ts";
import { onRawKeys } from "../../../scan/capture.ts";
import { isModifier } from "../../../scan/key-map.ts";
import { analyse, type Finding } from "../../../scan/pairing/analyse.ts";
import { createKeyLog, type Heard } from "../../../scan/pairing/heard.ts";
import { judge, type Verdict } from "../../../scan/pairing/verdict.ts";
import { playSound } from "../../../scan/sounds.ts";
import type { KeyInput } from "../../../scan/wedge.ts";

export type Pairing = {
	finding: Finding;
	verdict: Verdict | undefined;
	outOfReach: ReadonlySet<PairingCodeId>;
	/** The last scan was no code of the sheet. */
	strange: boolean;
	count: number;
	reach: (id: PairingCodeId, within: boolean) => void;
	undo: () => void;
	again: () => void;
};

/** Fewer keys than this are somebody's hand on the keyboard. */
const fewest = 4;

export function usePairing(): Pairing {
	const [heard, setHeard] = useState<readonly Heard[]>([]);
	const [outOfReach, setOutOfReach] = useState<ReadonlySet<PairingCodeId>>(new Set());
	const [strange, setStrange] = useState(false);

	const hear = useEffectEvent((now: Heard) => {
		const known = analyse([now]).strange === 0;
		playSound(known ? "understood" : "not-understood");
		setStrange(!known);
		if (known) setHeard([...heard, now]);
	});
	useEffect(() => {
		const log = createKeyLog();
		let timer: ReturnType<typeof setTimeout> | undefined;
		const look = () => {
			const run = log.take(performance.now());
			if (run?.via === "keys" && run.keys.filter(isCharacter).length >= fewest) hear(run);
			schedule();
		};
		const schedule = () => {
			clearTimeout(timer);
			const at = log.overAt();
			if (at !== undefined) timer = setTimeout(look, Math.max(0, at - performance.now()) + 1);
		};
		const stop = onRawKeys((input) => {
			if (log.overAt() === undefined && !beginsRun(input)) return false;
			log.add(input);
			schedule();
			return true;
		});
		return () => {
			stop();
			clearTimeout(timer);
		};
	}, []);
	useScan(
		({ text, source }) => {
			if (source === "wedge" || source === "camera") return false;
			hear({ via: "device", source, text });
			return true;
		},
		{ layer: "modal" },
	);

	const finding = analyse(heard);
	return {
		finding,
		verdict: judge(finding, outOfReach),
		outOfReach,
		strange,
		count: heard.length,
		reach: (id, within) => {
			const next = new Set(outOfReach);
			if (within) next.delete(id);
			else next.add(id);
			setOutOfReach(next);
		},
		undo: () => {
			setHeard(heard.slice(0, -1));
			setStrange(false);
		},
		again: () => {
			setHeard([]);
			setOutOfReach(new Set());
			setStrange(false);
		},
	};
}

/** No scanner begins with these; a person gets around the dialog with them. */
function beginsRun(input: KeyInput): boolean {
	if (input.type === "up" || input.meta || input.repeat) return false;
	return !/^(Escape|Tab|Enter|NumpadEnter|Space|Arrow\w+|Page\w+|Home|End)$/.test(input.code);
}

function isCharacter({ type, code }: KeyInput): boolean {
	return type === "down" && !isModifier(code);
}
