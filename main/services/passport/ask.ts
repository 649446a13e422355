/**
 * Asks the archive about what was scanned or typed, beside everything else: the local answer stands at once, this one
 * comes after, within a time limit, from the archive or from what is stored. Writes no event.
 */
import { localDay } from "../../../domain/clock/zone.ts";
import { parseScan } from "../../../domain/code/scan.ts";
import { itemCodesOf } from "../../../domain/item/codes.ts";
import type { OutputOf, ParsedOf } from "../../../preload/contract/define.ts";
import type { passportCalls } from "../../../preload/contract/passport.ts";
import type { App } from "../../app.ts";
import { ArchiveSaidNo } from "../../sync/archive-client.ts";
import { LineDown } from "../../sync/line.ts";
import type { Asked, Identifier } from "../../sync/passport.ts";
import { briefOf } from "../item/brief.ts";
import { coverageOf } from "../item/coverage.ts";
import { identifierOf } from "./double.ts";
import { elsewhere, wholeItem, workshopName } from "./elsewhere.ts";

type Answer = OutputOf<(typeof passportCalls)["passport.ask"]>;
type Input = ParsedOf<(typeof passportCalls)["passport.ask"]>;

/** Nobody at a counter waits longer; an answer that comes later still arrives, as an update. */
const limitMs = 6_000;

/** What a text can be asked by, most telling first. */
export function identifiersIn(text: string): Identifier[] {
	const scan = parseScan(text);
	if (scan.kind === "order") return [{ kind: "order", value: scan.orderNumber }];
	if (scan.kind === "piece") return [{ kind: "order", value: scan.orderNumber }];
	if (scan.kind === "status-token") return [{ kind: "token", value: scan.token }];
	const codes = itemCodesOf(scan);
	const ids = codes.flatMap((code) => identifierOf(code) ?? []);
	// A typed text may have been filed as a serial or as a tag.
	return scan.kind === "text" ? ids.flatMap((id) => [id, { kind: "tag" as const, value: id.value }]) : ids;
}

const identifiersOf = (input: Exclude<Input, { itemId: string }>): Identifier[] =>
	"text" in input ? identifiersIn(input.text) : input.codes.flatMap((code) => identifierOf(code) ?? []);

function stored(app: App, input: Input): string | undefined {
	if ("itemId" in input) return input.itemId;
	const { rows } = app.sync.passports;
	return identifiersOf(input).flatMap(({ kind, value }) => rows.find(kind, value)?.item ?? [])[0];
}

/** "none" only when every question was answered. */
async function question(app: App, input: Input): Promise<Asked> {
	const { passports } = app.sync;
	if ("itemId" in input) {
		await passports.read(input.itemId);
		return { kind: "item", item: input.itemId };
	}
	for (const identifier of identifiersOf(input)) {
		const asked = await passports.ask(identifier);
		if (asked.kind === "item") return asked;
	}
	return { kind: "none" };
}

type Outcome = Answer["state"];

async function outcomeOf(app: App, asking: Promise<Asked>): Promise<Outcome> {
	const { timers, log } = app.ports;
	let cancel = () => {};
	const late = new Promise<Outcome>((resolve) => {
		cancel = timers.after(limitMs, () => resolve("unreachable"));
	});
	const told = asking.then(
		(asked): Outcome => (asked.kind === "none" ? "none" : "fresh"),
		(error: unknown): Outcome => {
			if (!(error instanceof LineDown || error instanceof ArchiveSaidNo)) throw error;
			log.info("passport.unanswered", { code: error instanceof ArchiveSaidNo ? error.code : "line" });
			return "unreachable";
		},
	);
	return Promise.race([told, late]).finally(cancel);
}

/** Never refuses: what can't be asked is answered from what is stored, and says so. */
export async function askPassport(app: App, input: Input): Promise<Answer> {
	if (!app.sync.enrolment()) return view(app, input, "off");
	if (!("itemId" in input) && identifiersOf(input).length === 0) return view(app, input, "none");
	return view(app, input, await outcomeOf(app, question(app, input)));
}

function view(app: App, input: Input, outcome: Outcome): Answer {
	const itemId = outcome === "none" ? undefined : stored(app, input);
	const answeredAt = itemId === undefined ? undefined : app.sync.passports.answeredAt(itemId);
	const known = itemId === undefined ? undefined : elsewhere(app, itemId);
	const item = itemId !== undefined && known ? wholeItem(app, itemId, known) : undefined;
	const state = outcome === "unreachable" && item && answeredAt !== undefined ? "stored" : outcome;
	const answer = { state, answeredAt: answeredAt === undefined ? null : new Date(answeredAt).toISOString() };
	if (!item || !known) return { ...answer, item: null };
	const { state: store } = app.store();
	const { zone } = store.calendar;
	const todayOn = localDay(app.ports.clock.now(), zone);
	const { covered, untilOn } = coverageOf(item, { store, index: app.standard.index, todayOn });
	const [last] = known.jobs;
	return {
		...answer,
		item: {
			...briefOf(item),
			here: app.states.find("item", item.id) !== undefined,
			boughtOn: item.purchase?.boughtOn ?? null,
			covered,
			untilOn,
			repairs: known.jobs.length,
			last: last && {
				workshop: workshopName(app, last.store),
				at: new Date(last.job.receivedAt).toISOString(),
				handed: last.job.handovers.some(({ complete }) => complete),
				faults: [...new Set(last.job.findings.map(({ fault }) => fault))],
			},
			warranted: known.jobs.some(({ job }) => job.warranty.some(({ until }) => until >= todayOn)),
		},
	};
}
