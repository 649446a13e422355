/** Printers for the settings screen: set up, ask, test, and what a virtual one put out. */
import { refuse } from "../../../domain/errors.ts";
import type { InputOf, OutputOf } from "../../../preload/contract/define.ts";
import type { printersCalls } from "../../../preload/contract/printers.ts";
import type { App } from "../../app.ts";
import type { PrinterStatus } from "../../devices/printer/printer-port.ts";
import { printerProfileSchema } from "../../devices/printer/profile.ts";
import { bitmapToPng } from "../../print/label/bitmap.ts";
import type { LabelData } from "../../print/label/labels.ts";
import type { By } from "../../router.ts";
import { createNames } from "../print/names.ts";
import { nextTest, testLabelCode } from "./test-codes.ts";

type Calls = typeof printersCalls;

/** What stops it, and what soon will. */
const causes = (status: PrinterStatus | undefined) => ({
	trouble: status?.state === "attention" ? status.trouble : null,
	warning: (status?.state === "ready" && status.warning) || null,
});

export function listPrinters(app: App): OutputOf<Calls["printers.list"]> {
	const { printers, journal, watch } = app.print;
	const attention = journal.attention();
	const doubts = journal.listInDoubt();
	const defaultId = printers.defaultId();
	return {
		printers: printers.list().map(({ profile, virtual }) => {
			const { kind: _, ...fields } = profile;
			const { id } = profile;
			const stands = attention.find((a) => a.printerId === id);
			const seen = watch.seen(id);
			const status = stands ? ({ state: "attention", trouble: stands.trouble } as const) : seen?.status;
			const seenAt = stands?.since ?? seen?.at;
			return {
				...fields,
				virtual,
				isDefault: id === defaultId,
				waiting: journal.waiting(id),
				asking: doubts.filter((d) => d.printerId === id).length,
				state: status?.state ?? "unknown",
				...causes(status),
				seenAt: seenAt === undefined ? null : new Date(seenAt).toISOString(),
			};
		}),
	};
}

export function savePrinter(app: App, input: InputOf<Calls["printers.save"]>): OutputOf<Calls["printers.save"]> {
	const { printers, journal, watch } = app.print;
	const known = input.id ? (printers.find(input.id) ?? refuse("not-found", "print.unknown-printer")) : undefined;
	const id = known?.profile.id ?? app.ports.ids.uuid();
	const checked = printerProfileSchema.safeParse({ ...input.printer, id });
	if (!checked.success) refuse("invalid-input", "print.does-not-fit-roll");
	printers.save(checked.data, input.isDefault, known?.virtual ?? false);
	watch.forget(id);
	journal.wake(id);
	return { id };
}

export function removePrinter(app: App, { id }: InputOf<Calls["printers.remove"]>): OutputOf<Calls["printers.remove"]> {
	const { printers, journal } = app.print;
	if (!printers.find(id)) refuse("not-found", "print.unknown-printer");
	const waiting = journal.waiting(id);
	if (waiting > 0) refuse("rule-broken", "print.still-waiting", { waiting });
	printers.remove(id);
	return {};
}

export async function askPrinter(
	app: App,
	{ id }: InputOf<Calls["printers.status"]>,
): Promise<OutputOf<Calls["printers.status"]>> {
	const status = (await app.print.watch.look(id)) ?? refuse("not-found", "print.unknown-printer");
	return { state: status.state, ...causes(status) };
}

export function testPrinter(
	app: App,
	by: By,
	{ id }: InputOf<Calls["printers.test"]>,
): OutputOf<Calls["printers.test"]> {
	const printer = app.print.printers.find(id) ?? refuse("not-found", "print.unknown-printer");
	const { state: store } = app.store();
	const names = createNames(app.standard.index, store.language, store.calendar.zone);
	const { orderNo, code } = testLabelCode(store.code, nextTest(app.local));
	const data: LabelData = {
		kind: "piece",
		language: names.language,
		orderNo,
		code,
		pieceName: names.pieceShort("left"),
		pieceIndex: 1,
		pieceCount: 2,
		what: names.language === "en" ? "Test label" : "测试标签 ¥128 鑫犇",
		promisedOn: names.day(app.ports.clock.now()),
	};
	const title = names.language === "en" ? "Test label" : "测试标签";
	const [printId] = app.print.label(printer, [
		{ data, request: { kind: "test", subject: `printer:${id}`, title, personId: by.person } },
	]);
	return { printId: printId ?? "", code };
}

export function virtualOutput(app: App, input: InputOf<Calls["printers.output"]>): OutputOf<Calls["printers.output"]> {
	const printer = app.print.printers.find(input.id);
	if (!printer?.virtual) refuse("not-found", "print.unknown-printer");
	const jobs = app.print.printers
		.virtualLabels(input.id)
		.slice(-(input.limit ?? 12))
		.reverse();
	return {
		labels: jobs.flatMap((job) => {
			if (!job.bitmap) return [];
			const handle = app.media.offer({ mime: "image/png", bytes: bitmapToPng(job.bitmap) });
			return [{ handle, no: job.no }];
		}),
	};
}
