/**
 * The items of a slip set closely: what was handed in and what is wrong with it beside its drawings, and what holds for
 * every item (flaws nobody found, what the repair may change) said once below. Used when a slip would not fit otherwise.
 */
import type { Content } from "pdfmake/interfaces";
import { type Fact, photoRow, present } from "../block/blocks.ts";
import { itemBlock } from "../block/item.ts";
import { closeLines, type Look } from "../block/look.ts";
import { markLegend, outlineColumn } from "../block/outline.ts";
import { circled } from "../block/price-table.ts";
import { tickText } from "../block/ticks.ts";
import type { SlipJob, Tick } from "../papers.ts";
import { commonText, fill } from "../text/paper.ts";
import { slipText } from "../text/slip.ts";

/** Whether a mark on the drawings shows the flaw already. */
export function isDrawn(job: SlipJob, flaw: Tick): boolean {
	return job.marks.some((mark) => ` ${mark.text}`.endsWith(` ${flaw.name}`));
}

/** Flaws found, as the drawings show them; those no drawing shows behind them. */
export function foundFlaws(look: Look, job: SlipJob): string {
	const words = commonText[look.language];
	const unseen = job.flaws.filter((flaw) => flaw.ticked && !isDrawn(job, flaw));
	const named = unseen.map(
		({ name, where }) => `\u2713\u00a0${name}${where ? fill(words.aside, { text: where }) : ""}`,
	);
	return [markLegend(job.marks), ...named].filter(Boolean).join("  ");
}

/** Share of the width the drawings take: less when space is short, and less for one than for two. */
function drawingShare(look: Look, job: SlipJob): number {
	const several = new Set(job.marks.map((mark) => `${mark.view} ${mark.piece}`)).size > 1;
	if (look.pt(1) === 1) return 0.24;
	return several ? 0.19 : 0.16;
}

/** One item in a few lines, its drawings at the left. */
export function closeJob(look: Look, job: SlipJob, no: number | undefined): Content {
	const words = slipText[look.language];
	const common = commonText[look.language];
	const drawn = job.outline && job.marks.length > 0;
	const share = drawingShare(look, job);
	const outline = drawn && job.outline ? outlineColumn(look, job.outline, job.marks, look.width * share) : undefined;
	const side = outline ? { ...look, width: look.width * (0.98 - share) } : look;
	const flaws = foundFlaws(look, job);
	const about: Fact[] = [
		[words.customerWords, job.customerWords, true],
		[words.whereabouts, job.whereabouts, true],
		[words.flawsShort, flaws || words.noFlaws, flaws !== ""],
		[common.faultCause, job.faultCause],
		[common.repairer, job.repairer],
		[common.duration, job.duration],
	];
	const stack = itemBlock(side, job.item, no, about);
	return {
		unbreakable: true,
		margin: [0, 0, 0, 2],
		stack: present([
			outline ? { columns: [outline, { width: "*", stack }], columnGap: look.width * 0.02 } : { stack },
			photoRow(look, job.photos, 4, look.pt(50)),
		]),
	};
}

/** Flaws ticked on none of the items, each once. */
function notFound(jobs: readonly SlipJob[]): Tick[] {
	const all = new Map<string, Tick>();
	for (const flaw of jobs.flatMap((job) => job.flaws)) {
		const before = all.get(flaw.name);
		all.set(flaw.name, { name: flaw.name, ticked: flaw.ticked || before?.ticked === true });
	}
	return [...all.values()].filter((flaw) => !flaw.ticked);
}

/** Items whose repair may change the same things, by what it may change. */
function effectGroups(jobs: readonly SlipJob[]): { nos: number[]; effects: readonly Tick[] }[] {
	const groups = new Map<string, { nos: number[]; effects: readonly Tick[] }>();
	jobs.forEach((job, at) => {
		if (job.sideEffects.length === 0) return;
		const key = job.sideEffects.map((effect) => `${effect.ticked}${effect.name}`).join("|");
		const group = groups.get(key);
		if (group) group.nos.push(at + 1);
		else groups.set(key, { nos: [at + 1], effects: job.sideEffects });
	});
	return [...groups.values()];
}

function titledTicks(look: Look, title: string, ticks: readonly Tick[]): Content {
	// Where all are ticked the mark says enough.
	const strong = ticks.some((tick) => !tick.ticked);
	const { text } = tickText(look, ticks, 7, strong) as { text: Content[] };
	return {
		text: [{ text: `${title}  `, bold: true, fontSize: look.pt(7.5) }, ...text],
		fontSize: look.pt(7),
		lineHeight: closeLines,
		margin: [0, 0, 0, 1],
	} as Content;
}

/** What was looked for and not found, and what the repair may change: once for all items. */
export function sharedTicks(look: Look, jobs: readonly SlipJob[]): Content[] {
	const words = slipText[look.language];
	const none = notFound(jobs);
	const groups = effectGroups(jobs);
	const whose = (nos: readonly number[]) => (groups.length > 1 ? ` ${nos.map(circled).join("")}` : "");
	return present([
		none.length > 0 ? titledTicks(look, words.flawsElse, none) : undefined,
		...groups.map(({ nos, effects }) => titledTicks(look, `${words.sideEffectsShort}${whose(nos)}`, effects)),
	]);
}
