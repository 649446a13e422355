/**
 * CUPS (Linux, macOS) through its own programs lp, lpstat and cancel, which every system with CUPS has. Raw: the bytes
 * reach the printer as they are. Run in plain English (LC_ALL=C), since their words are read.
 */
import { spawn } from "node:child_process";
import type { Queue, QueueSpooler, SpooledState, SpoolTrouble } from "./spooler.ts";

/** The programs answer in milliseconds; a print service that hangs must not hang us. */
const patienceMs = 10_000;

type Ran = { code: number | null; out: string; err: string };

function run(program: string, words: string[], input?: Uint8Array): Promise<Ran> {
	return new Promise((resolve) => {
		const child = spawn(program, words, {
			stdio: ["pipe", "pipe", "pipe"],
			env: { ...process.env, LC_ALL: "C", LANGUAGE: "C" },
			timeout: patienceMs,
		});
		let out = "";
		let err = "";
		child.stdout.on("data", (data) => {
			out += data;
		});
		child.stderr.on("data", (data) => {
			err += data;
		});
		child.on("error", (error) => resolve({ code: -1, out, err: error.message }));
		child.on("close", (code) => resolve({ code, out, err }));
		child.stdin.on("error", () => {});
		child.stdin.end(input);
	});
}

/** `lpstat -p -a` in words: "printer NAME is idle.", "printer NAME disabled since …", "NAME accepting requests since …". */
export function readQueues(text: string): Queue[] {
	const accepting = new Map<string, boolean>();
	for (const [, name = "", not] of text.matchAll(/^(\S+) (not )?accepting requests/gm)) accepting.set(name, !not);
	return [...text.matchAll(/^printer (\S+) (is idle|now printing|disabled)/gm)].map(([, name = "", word]) => ({
		name,
		state: word === "is idle" ? "idle" : word === "disabled" ? "stopped" : "printing",
		accepting: accepting.get(name) ?? true,
	}));
}

/** One job's paragraph of `lpstat -l -W all -o`: its id at the start of a line, then `Alerts:` with the state's reasons. */
export function readJob(text: string, jobId: string): SpooledState {
	const paragraph = text.split(/^(?=\S)/m).find((part) => part.startsWith(`${jobId} `));
	if (!paragraph) return "gone";
	const alerts = /^\s+Alerts: (.*)$/m.exec(paragraph)?.[1] ?? "";
	if (/job-completed-successfully/.test(alerts)) return "done";
	if (/job-cancell?ed/.test(alerts)) return "cancelled";
	if (/aborted|job-completed-with-errors|error/.test(alerts)) return "failed";
	return /job-printing|job-stopped|processing/.test(alerts) ? "printing" : "waiting";
}

function refusalOf(err: string): SpoolTrouble | undefined {
	if (/not accepting/i.test(err)) return "queue-rejects";
	if (/does not exist|Invalid destination|unknown destination/i.test(err)) return "queue-missing";
	if (/Connection refused|Unable to connect|scheduler|ENOENT|No such file/i.test(err)) return "spooler-down";
	return undefined;
}

/** @param server host:port of another CUPS than this system's own */
export function createCupsSpooler(server?: string): QueueSpooler {
	const at = server ? ["-h", server] : [];
	return {
		async list() {
			const { code, out, err } = await run("lpstat", [...at, "-p", "-a"]);
			if (code === 0) return readQueues(out);
			// Without a single queue it says so and ends with 1.
			return /No destinations added/i.test(err) ? [] : "spooler-down";
		},
		async submit(queue, title, bytes) {
			const { code, out, err } = await run("lp", [...at, "-d", queue, "-o", "raw", "-t", title, "--", "-"], bytes);
			const jobId = /request id is (\S+)/.exec(out)?.[1];
			if (code === 0 && jobId) return { jobId };
			return refusalOf(err) ?? "unclear";
		},
		async state(queue, jobId) {
			const { code, out, err } = await run("lpstat", [...at, "-l", "-W", "all", "-o", queue]);
			if (code === 0) return readJob(out, jobId);
			return /Invalid destination|does not exist/i.test(err) ? "gone" : "spooler-down";
		},
		async cancel(_, jobId) {
			await run("cancel", [...at, jobId]);
		},
	};
}
