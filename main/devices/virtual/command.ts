/**
 * `npm run virtual-printer -- --language=zpl|tspl|escpos --port=9100 --out=labels`: a printer to try Welt with. Entry
 * point; faults are given as switches and changed while it runs by typing, e.g. `out-of-paper on`, `slow 800`,
 * `drop-after off`.
 */
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { noFaults, type VirtualFaults } from "./faults.ts";
import { startVirtualPrinter } from "./virtual-printer.ts";

/** Words people type for faults that are on or off. */
const switches = {
	"out-of-paper": "outOfPaper",
	paused: "paused",
	"head-open": "headOpen",
	"paper-low": "paperLow",
	jammed: "jammed",
	refuse: "refuse",
	silent: "silent",
	garbage: "garbage",
	"never-read": "neverRead",
} as const;
/** And for those that are a number. */
const numbers = { slow: "slowMs", late: "lateMs", "drop-after": "dropAfter", "close-after": "closeAfter" } as const;

const has = <T extends object>(words: T, word: string): word is Extract<keyof T, string> => Object.hasOwn(words, word);

function faultOf(word: string, value: string | undefined): Partial<VirtualFaults> | undefined {
	if (has(switches, word)) return { [switches[word]]: value !== "off" };
	if (!has(numbers, word)) return undefined;
	const name = numbers[word];
	return { [name]: value === undefined || value === "off" ? noFaults[name] : Number(value) };
}

const { values } = parseArgs({
	options: {
		port: { type: "string", default: "9100" },
		language: { type: "string", default: "zpl" },
		dpi: { type: "string", default: "203" },
		out: { type: "string", default: "virtual-labels" },
		...Object.fromEntries(Object.keys(switches).map((word) => [word, { type: "boolean" as const }])),
		...Object.fromEntries(Object.keys(numbers).map((word) => [word, { type: "string" as const }])),
	},
});

const { language } = values;
if (language !== "zpl" && language !== "tspl" && language !== "escpos") {
	console.error("--language is zpl, tspl or escpos");
	process.exit(2);
}

const given = Object.entries(values).map(([word, value]) =>
	faultOf(word, String(value) === "true" ? "on" : String(value)),
);
const printer = await startVirtualPrinter({
	port: Number(values.port),
	language,
	dotsPerMm: values.dpi === "300" ? 300 / 25.4 : 8,
	out: values.out,
	faults: Object.assign({}, ...given),
	onJob: (job) =>
		console.log(
			`label ${job.no}: ${job.bytes.length} bytes${job.bitmap ? `, ${job.bitmap.width} × ${job.bitmap.height} dots` : ""}`,
		),
});

console.log(`virtual ${language} printer on 127.0.0.1:${printer.port}, labels go to ${values.out}`);
console.log(`type: ${Object.keys(switches).join("|")} on|off, ${Object.keys(numbers).join("|")} <number>|off, quit`);

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
