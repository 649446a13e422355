/**
 * A printer measured by its own labels. Heat: one label at each step, and whatever scans back was printed well enough;
 * the middle of those is furthest from too pale and from smeared. Place: a ruler whose numbers at the label's edges say
 * by how much the picture is off. Saved in the printer's profile.
 */
import { refuse } from "../../../domain/errors.ts";
import type { OutputOf, ParsedOf } from "../../../preload/contract/define.ts";
import type { labelsCalls } from "../../../preload/contract/labels.ts";
import type { App } from "../../app.ts";
import type { PrinterProfile } from "../../devices/printer/profile.ts";
import type { CalibrationLabel, LabelLanguage } from "../../print/label/labels.ts";
import type { By } from "../../router.ts";
import type { Printer } from "../printers/printers.ts";
import { nextTest } from "../printers/test-codes.ts";

type Calls = typeof labelsCalls;
type Input<K extends keyof Calls> = ParsedOf<Calls[K]>;
type Output<K extends keyof Calls> = OutputOf<Calls[K]>;

/** Steps of darkness tried, evenly over what every language knows (−30 … 30). */
const steps = [-20, -10, 0, 10, 20] as const;
/** `CAL`, the print's own two digits, what it is: a label of an earlier try is no answer to this one. */
const codeOf = (count: number, what: string) => `CAL${String(count % 100).padStart(2, "0")}${what}`;
const heatOf = (darkness: number) => `D${darkness < 0 ? "M" : "P"}${Math.abs(darkness)}`;
const mostOffMm = 5;

const words = {
	"zh-CN": { heat: "浓度", ruler: "标尺", confirm: "确认" },
	en: { heat: "Darkness", ruler: "Ruler", confirm: "Check" },
} satisfies Record<LabelLanguage, Record<CalibrationLabel["what"], string>>;

function printerOf(app: App, id: string): Printer {
	return app.print.printers.find(id) ?? refuse("not-found", "print.unknown-printer");
}

function labelsFor(what: CalibrationLabel["what"], count: number, language: LabelLanguage): CalibrationLabel[] {
	const base = { kind: "calibration", language, what } as const;
	const title = words[language][what];
	if (what !== "heat") return [{ ...base, code: codeOf(count, what === "ruler" ? "R" : "OK"), darkness: null, title }];
	return steps.map((darkness) => ({
		...base,
		code: codeOf(count, heatOf(darkness)),
		darkness,
		title: `${title} ${darkness > 0 ? "+" : ""}${darkness}`,
	}));
}

export function printCalibration(
	app: App,
	by: By,
	{ printerId, what }: Input<"labels.printCalibration">,
): Output<"labels.printCalibration"> {
	const printer = printerOf(app, printerId);
	// Receipt heads have one heat for all, set by a switch inside.
	if (what === "heat" && printer.profile.language === "escpos") refuse("rule-broken", "labels.heat-is-fixed");
	const labels = labelsFor(what, nextTest(app.local), app.store().state.language);
	app.log.transact(() =>
		app.print.label(
			printer,
			labels.map((data) => ({
				data,
				request: { kind: "test", subject: `printer:${printerId}`, title: data.title, personId: by.person },
			})),
		),
	);
	return { codes: labels.map(({ code, darkness }) => ({ code, darkness })) };
}

function change(app: App, { profile, virtual }: Printer, changes: Partial<PrinterProfile>): void {
	const { printers } = app.print;
	printers.save({ ...profile, ...changes }, printers.defaultId() === profile.id, virtual);
}

export function setHeat(app: App, { printerId, read }: Input<"labels.setHeat">): Output<"labels.setHeat"> {
	const printer = printerOf(app, printerId);
	const good = steps.filter((darkness) => read.some((code) => /^CAL\d\d(D.*)$/.exec(code)?.[1] === heatOf(darkness)));
	// Of two middles the paler one: it is kinder to the head.
	const darkness = good[Math.floor((good.length - 1) / 2)] ?? refuse("invalid-input", "labels.no-step-read");
	change(app, printer, { darkness });
	return { darkness };
}

/** Off to the left: the left edge shows a number above 0. Off to the right: the right edge shows less than the width. */
export function setOffset(app: App, input: Input<"labels.setOffset">): Output<"labels.setOffset"> {
	const printer = printerOf(app, input.printerId);
	const [widthMm = 0, heightMm = 0] = printer.profile.media.split("x").map(Number);
	const shift = (first: number, last: number, whole: number) => {
		const off = Math.round((first - (whole - last)) * 10) / 10;
		if (Math.abs(off) > mostOffMm) refuse("invalid-input", "labels.too-far-off", { mostMm: mostOffMm });
		return off;
	};
	const offset = {
		xMm: shift(input.left, input.right, widthMm),
		yMm: shift(input.top, input.bottom, heightMm),
	};
	change(app, printer, { offset });
	return { offset };
}
