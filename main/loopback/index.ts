/**
 * Entry of the loopback host: the same core and screens, in a browser, over 127.0.0.1. Started by scripts/start.mjs
 * (through out/main/loopback.js) and by tests. Writes one line to stdout, when it can take work; everything else goes
 * to stderr. Not part of the packaged app.
 */
import { join } from "node:path";
import { parseHostOptions } from "../adapters/host-options.ts";
import { startSentence } from "../adapters/start-sentence.ts";
import { createCore } from "../core.ts";
import { type Running, runLoopback } from "./run.ts";

// Both as source (main/loopback/) and as bundle (out/main/) the project's root is two folders up.
const root = join(import.meta.dirname, "../..");

// Whatever this process writes is its owner's alone (Windows: the profile folder already is).
process.umask(0o077);

let running: Running | undefined;
let stopping: Promise<void> | undefined;

/** Finishes what is under way, then ends the process. A second call waits for the first. */
function stop(exitCode: number): Promise<void> {
	stopping ??= (running?.stop() ?? Promise.resolve()).then(
		() => process.exit(exitCode),
		(cause: unknown) => {
			console.error(cause);
			process.exit(1);
		},
	);
	return stopping;
}

// Whoever read these lines may be gone, with the terminal or the starter: telling so would fail the same way, without end.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK"] as const) process.on(signal, () => void stop(0));
// Windows has no signals to send: the starter says "stop", or goes away and the line to it breaks.
process.on("message", (message) => message === "stop" && void stop(0));
process.on("disconnect", () => void stop(0));
for (const event of ["uncaughtException", "unhandledRejection"] as const) {
	process.on(event, (cause) => {
		console.error(cause);
		void stop(1);
	});
}

try {
	running = await runLoopback(parseHostOptions(process.argv.slice(2)), root, createCore);
	const { url, data, trouble } = running;
	if (trouble) console.error(JSON.stringify({ ready: false, url, data, reason: trouble }));
	else console.log(JSON.stringify({ ready: true, url, data }));
} catch (cause) {
	const wrongOption = cause instanceof TypeError;
	console.error(wrongOption ? cause.message : startSentence(cause));
	process.exit(wrongOption ? 2 : 1);
}
