/** The print service of the system we run on, loaded when a queue is first used. */
import { createCupsSpooler } from "./cups.ts";
import type { QueueSpooler } from "./spooler.ts";

let known: QueueSpooler | undefined;

/** Windows' spooler is a native library: nothing of it is touched anywhere else. */
function windowsSpooler(): QueueSpooler {
	const opened = import("./windows.ts").then(({ openWindowsSpooler }) => openWindowsSpooler());
	return {
		list: async () => (await opened.catch(() => undefined))?.list() ?? "spooler-down",
		submit: async (...job) => (await opened.catch(() => undefined))?.submit(...job) ?? "spooler-down",
		state: async (...job) => (await opened.catch(() => undefined))?.state(...job) ?? "spooler-down",
		cancel: async (...job) => (await opened.catch(() => undefined))?.cancel(...job),
	};
}

export function systemSpooler(): QueueSpooler {
	known ??= process.platform === "win32" ? windowsSpooler() : createCupsSpooler();
	return known;
}
