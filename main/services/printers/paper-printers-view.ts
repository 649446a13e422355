/** Printers for paper for the screens: set up, ask, test. */
import { refuse } from "../../../domain/errors.ts";
import type { OutputOf, ParsedOf } from "../../../preload/contract/define.ts";
import type { paperPrintersCalls } from "../../../preload/contract/paper-printers.ts";
import type { App } from "../../app.ts";
import { systemSpooler } from "../../devices/printer/queue/system.ts";
import { renderPdf } from "../../print/render.ts";
import type { By } from "../../router.ts";
import { createNames } from "../print/names.ts";

type Calls = typeof paperPrintersCalls;
type Row = OutputOf<Calls["paperPrinters.list"]>["printers"][number];

/** A page on every shelf of offices and workshops: 16 are more than one counter has. */
const mostPrinters = 16;

/** How a printer of any kind is, from printing and from asking it. */
export function printerCondition(app: App, id: string) {
	const { journal, watch } = app.print;
	const stands = journal.attention().find(({ printerId }) => printerId === id);
	const seen = watch.seen(id);
	const status = stands ? ({ state: "attention", trouble: stands.trouble } as const) : seen?.status;
	const seenAt = stands?.since ?? seen?.at;
	return {
		waiting: journal.waiting(id),
		asking: journal.listInDoubt().filter(({ printerId }) => printerId === id).length,
		state: status?.state ?? ("unknown" as const),
		trouble: status?.state === "attention" ? status.trouble : null,
		warning: (status?.state === "ready" && status.warning) || null,
		seenAt: seenAt === undefined ? null : new Date(seenAt).toISOString(),
	};
}

export function listPaperPrinters(app: App): OutputOf<Calls["paperPrinters.list"]> {
	return {
		printers: app.print.papers
			.list()
			.map(({ kind: _, ...fields }): Row => ({ ...fields, ...printerCondition(app, fields.id) })),
	};
}

export function savePaperPrinter(
	app: App,
	{ id, printer }: ParsedOf<Calls["paperPrinters.save"]>,
): OutputOf<Calls["paperPrinters.save"]> {
	const { papers, journal, watch } = app.print;
	if (id !== undefined && !papers.find(id)) refuse("not-found", "print.unknown-paper-printer");
	if (id === undefined && papers.list().length >= mostPrinters) refuse("rule-broken", "print.too-many-paper-printers");
	const made = id ?? app.ports.ids.uuid();
	papers.save({ ...printer, papers: [...new Set(printer.papers)], kind: "paper", id: made });
	watch.forget(made);
	journal.wake(made);
	app.push({ type: "devices" });
	return { id: made };
}

export function removePaperPrinter(
	app: App,
	{ id }: ParsedOf<Calls["paperPrinters.remove"]>,
): OutputOf<Calls["paperPrinters.remove"]> {
	const { papers, journal } = app.print;
	if (!papers.find(id)) refuse("not-found", "print.unknown-paper-printer");
	const waiting = journal.waiting(id);
	if (waiting > 0) refuse("rule-broken", "print.papers-still-waiting", { waiting });
	papers.remove(id);
	app.push({ type: "devices" });
	return {};
}

export async function askPaperPrinter(
	app: App,
	{ id }: ParsedOf<Calls["paperPrinters.status"]>,
): Promise<OutputOf<Calls["paperPrinters.status"]>> {
	const known = app.print.papers.find(id) ?? refuse("not-found", "print.unknown-paper-printer");
	const status = (await app.print.watch.look(known.id)) ?? refuse("not-found", "print.unknown-paper-printer");
	return {
		state: status.state,
		trouble: status.state === "attention" ? status.trouble : null,
		warning: (status.state === "ready" && status.warning) || null,
	};
}

/** Empty where there is no print service: a name can always be typed. */
export async function listPaperPlaces(): Promise<OutputOf<Calls["paperPrinters.places"]>> {
	const queues = await systemSpooler()
		.list()
		.catch(() => "spooler-down" as const);
	return { queues: queues === "spooler-down" ? [] : queues.map(({ name }) => name) };
}

export async function testPaperPrinter(
	app: App,
	by: By,
	{ id }: ParsedOf<Calls["paperPrinters.test"]>,
): Promise<OutputOf<Calls["paperPrinters.test"]>> {
	const { name, tray } = app.print.papers.find(id) ?? refuse("not-found", "print.unknown-paper-printer");
	const { state: store } = app.store();
	const names = createNames(app.standard.index, store.language, store.calendar.zone);
	const bytes = await renderPdf({
		kind: "test-page",
		language: names.language,
		printedAt: names.time(app.ports.clock.now()),
		workshop: store.centreName,
		printer: name,
	});
	const title = names.language === "en" ? "Test page" : "测试页";
	const request = { kind: "test-page", subject: `printer:${id}`, title, personId: by.person };
	const options = { media: "A5" as const, copies: 1, tray };
	return { printId: app.print.journal.enqueue(id, request, { form: "finished", bytes }, options) };
}
