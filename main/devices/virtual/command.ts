/**
 * `npm run virtual-printer -- --port=9100 --out=labels`: a label printer to try Welt with. Entry point; faults are
 * given as switches and changed while it runs by typing, e.g. `out-of-paper on`, `slow 800`, `drop-after off`.
 */
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { startVirtualPrinter, type VirtualFaults } from "./virtual-printer.ts";

const { values } = parseArgs({
	options: {
		port: { type: "string", default: "9100" },
		out: { type: "string", default: "virtual-labels" },
		"out-of-paper": { type: "boolean", default: false },
		paused: { type: "boolean", default: false },
		"head-open": { type: "boolean", default: false },
		slow: { type: "string", default: "0" },
		"drop-after": { type: "string" },
		refuse: { type: "boolean", default: false },
		silent: { type: "boolean", default: false },
	},
});

const number = (text: string | undefined) => (text === undefined || text === "off" ? undefined : Number(text));

const printer = await startVirtualPrinter({
	port: Number(values.port),
	out: values.out,
	faults: {
		outOfPaper: values["out-of-paper"],
		paused: values.paused,
		headOpen: values["head-open"],
		slowMs: Number(values.slow),
		dropAfter: number(values["drop-after"]),
		refuse: values.refuse,
		silent: values.silent,
	},
	onJob: (job) =>
		console.log(
			`label ${job.no}: ${job.zpl.length} bytes${job.bitmap ? `, ${job.bitmap.width} × ${job.bitmap.height} dots` : ""}`,
		),
});

console.log(`virtual label printer on 127.0.0.1:${printer.port}, labels go to ${values.out}`);
console.log("type: out-of-paper|paused|head-open|refuse|silent on|off, slow <ms>, drop-after <bytes>|off, quit");

function faultOf(word: string, value: string | undefined): Partial<VirtualFaults> | undefined {
	const on = value !== "off";
	switch (word) {
		case "out-of-paper":
			return { outOfPaper: on };
		case "paused":
			return { paused: on };
		case "head-open":
			return { headOpen: on };
		case "refuse":
			return { refuse: on };
		case "silent":
			return { silent: on };
		case "slow":
			return { slowMs: number(value) ?? 0 };
		case "drop-after":
			return { dropAfter: number(value) };
		default:
			return undefined;
	}
}

const input = createInterface({ input: process.stdin });
/** Nothing may keep the process alive once the printer is off, not even an open pipe. */
function end(): void {
	input.close();
	process.stdin.destroy();
	void printer.close();
}
input.on("line", (line) => {
	const [word = "", value] = line.trim().split(/\s+/);
	if (word === "quit") {
		end();
		return;
	}
	const fault = faultOf(word, value);
	if (!fault) return console.log(`not understood: ${line}`);
	void printer.set(fault).then(() => console.log(`${word} ${value ?? "on"}`));
});
process.once("SIGINT", end);
