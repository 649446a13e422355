import { appendFileSync, mkdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Clock, Log, LogFields } from "../ports.ts";

const maxBytes = 5 * 1024 * 1024;
const keptFiles = 5;

export type RotatingLog = {
	dir: string;
	clock: Clock;
	/** Also told every warning and error, in words (the terminal a developer started from). */
	echo?: (line: string) => void;
};

/**
 * One JSON line each into `<dir>/welt.log`, five files of 5 MB kept. A log that can't be written (full or
 * read-only disk) is dropped without a word: logging must never stop the work.
 */
export function createRotatingLog({ dir, clock, echo }: RotatingLog): Log {
	const file = join(dir, "welt.log");
	let size = sizeOf(file);
	try {
		mkdirSync(dir, { recursive: true, mode: 0o700 });
	} catch {
		// Reported by whoever needs the folder for data.
	}
	const write = (level: "info" | "warn" | "error", event: string, fields?: LogFields) => {
		const line = `${JSON.stringify({ at: new Date(clock.now()).toISOString(), level, event, ...fields })}\n`;
		if (level !== "info") echo?.(line.trimEnd());
		try {
			if (size + line.length > maxBytes) {
				rotate(file);
				size = 0;
			}
			appendFileSync(file, line, { mode: 0o600 });
			size += Buffer.byteLength(line);
		} catch {
			// See above.
		}
	};
	return {
		info: (event, fields) => write("info", event, fields),
		warn: (event, fields) => write("warn", event, fields),
		error: (event, fields) => write("error", event, fields),
	};
}

function sizeOf(file: string): number {
	return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

function rotate(file: string): void {
	rmSync(`${file}.${keptFiles - 1}`, { force: true });
	for (let n = keptFiles - 2; n >= 1; n -= 1) {
		if (sizeOf(`${file}.${n}`) > 0) renameSync(`${file}.${n}`, `${file}.${n + 1}`);
	}
	renameSync(file, `${file}.1`);
}
