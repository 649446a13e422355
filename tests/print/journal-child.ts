/**
 * A workstation in one process that dies at a chosen step: started by journal-crash.test.ts with
 * `node journal-child.ts <database> <printer port> <step>`; kills itself without warning, as a power cut would.
 */
import { openPrinter } from "../../main/devices/printer/open-printer.ts";
import { printerProfileSchema } from "../../main/devices/printer/profile.ts";
import { createPrintJournal } from "../../main/print/journal.ts";
import { blankBitmap, fillRect } from "../../main/print/label/bitmap.ts";
import { encodeZpl } from "../../main/print/label/language/encode-zpl.ts";
import { openFile, quiet } from "./journal-rig.ts";

const [path = "", port = "0", step = ""] = process.argv.slice(2);
const die = (here: string) => {
	if (here === step) process.kill(process.pid, "SIGKILL");
};

const { store } = openFile(path);
const tcp = openPrinter(
	printerProfileSchema.parse({ id: "p", name: "p", host: "127.0.0.1", port: Number(port), proof: "status" }),
);
const journal = createPrintJournal({
	store: {
		...store,
		insert(entry) {
			die("before it is written down");
			store.insert(entry);
			die("after it is written down");
		},
		change(id, from, to) {
			die(`before ${to.state}`);
			const done = store.change(id, from, to);
			die(`after ${to.state}`);
			return done;
		},
	},
	clock: { now: () => Date.now(), mono: () => performance.now() },
	timers: {
		after(ms, run) {
			const timer = setTimeout(run, ms);
			return () => clearTimeout(timer);
		},
	},
	ids: { uuid: () => "e1" },
	log: quiet,
	draw: (_, label) => label,
	printer: () => ({
		...tcp,
		async send(job, signal) {
			die("before the first byte");
			const outcome = await tcp.send(job, signal);
			die("after the last byte");
			return outcome;
		},
	}),
	changed: () => {},
});

const bitmap = blankBitmap(320, 240);
fillRect(bitmap, 10, 10, 100, 50);
journal.start();
journal.enqueue(
	"p",
	{ kind: "piece-label", subject: "order:1", title: "01234 05 000123 7" },
	{ form: "finished", bytes: encodeZpl(bitmap) },
);
