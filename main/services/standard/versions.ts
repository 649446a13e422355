/** What the manager is told: which versions are in force, by whose hand, since when; what comes; what was refused. Reads only. */
import type { ReferenceRow } from "../../../db/queries/exchange/reference.ts";
import { refuse } from "../../../domain/errors.ts";
import type { ReferenceFault } from "../../../domain/reference/kinds.ts";
import type { PriceList } from "../../../domain/standard/prices.ts";
import type { OutputOf } from "../../../preload/contract/define.ts";
import type { standardCalls } from "../../../preload/contract/standard.ts";
import type { App } from "../../app.ts";
import { openDocument, type Source } from "./in-force.ts";

type Versions = OutputOf<(typeof standardCalls)["standard.versions"]>;
type Kind = Versions["refused"][number]["kind"];

const kinds = new Set<string>(["standard", "prices", "promises", "stores"] satisfies Kind[]);
const kindOf = ({ kind }: ReferenceRow) => kind as Kind;
const iso = (ms: number) => new Date(ms).toISOString();
/** From its day on, unless it came later. */
const since = (row: ReferenceRow) => iso(Math.max(row.effectiveFrom, row.seenAt));

export function readVersions(app: App): Versions {
	const { rows, inForce, archive } = app.standard;
	const { index, standard, prices } = inForce;
	const enrolment = app.sync.enrolment();
	const all = rows.list().filter((row) => kinds.has(row.kind));
	const mine = all.filter((row) => row.state === "taken" && row.brand === archive?.house);
	const now = app.ports.clock.now();
	const begun = mine.filter((row) => row.effectiveFrom <= now);
	const stores = begun.find((row) => row.kind === "stores");
	const used = new Set([standard.row?.sha, prices.row?.sha, inForce.promises?.sha, stores?.sha]);
	return {
		archive: archive ? { brand: enrolment?.brands[0]?.name ?? "", key: archive.archiveKey.slice(0, 12) } : null,
		standard: { ...inForceOf(standard), name: index.standard.manifest.name },
		prices: { ...inForceOf(prices), name: index.standard.prices.name },
		promises: promisesOf(app),
		stores: stores ? storesOf(app, stores) : null,
		coming: mine
			.filter((row) => row.effectiveFrom > now && !isOvertaken(row, mine))
			.map((row) => ({ kind: kindOf(row), version: row.version, from: iso(row.effectiveFrom) })),
		refused: [
			...inForce.passedOver.map(({ row, fault }) => refusedOf(row, fault)),
			...all.filter((row) => isStanding(row, all)).map((row) => refusedOf(row, row.reason as ReferenceFault)),
		],
		earlier: begun
			.filter((row) => !used.has(row.sha) && !inForce.passedOver.some((each) => each.row.sha === row.sha))
			.map((row) => ({ kind: kindOf(row), version: row.version, from: since(row), sha256: row.sha })),
	};
}

function inForceOf({ version, sha256, sample, row }: Source) {
	return {
		version,
		sha256,
		sample,
		source: row ? ("archive" as const) : ("program" as const),
		since: row && since(row),
	};
}

/** A newer one counts from the same day or earlier: this one never will. */
function isOvertaken(row: ReferenceRow, all: readonly ReferenceRow[]): boolean {
	const same = all.filter((other) => other.kind === row.kind && other.rank > row.rank);
	return same.some((other) => other.effectiveFrom <= row.effectiveFrom);
}

/** Refused, and nothing good of its kind came since. */
function isStanding(row: ReferenceRow, all: readonly ReferenceRow[]): boolean {
	const later = (other: ReferenceRow) =>
		other.brand === row.brand && other.kind === row.kind && other.seenAt > row.seenAt;
	return row.state === "refused" && !all.some((other) => other.state === "taken" && later(other));
}

const refusedOf = (row: ReferenceRow, reason: ReferenceFault) => {
	return { kind: kindOf(row), version: row.version, reason, at: iso(row.seenAt) };
};

function promisesOf(app: App): Versions["promises"] {
	const { index, promises: row } = app.standard.inForce;
	const { promises } = index;
	if (!promises || !row) return null;
	const { version, name, repair = null, exchange = null, clockSet = null } = promises;
	const components = Object.entries(promises.components ?? {}).map(([code, term]) => {
		return { name: index.components.get(code)?.name ?? { zh: code, en: code }, term };
	});
	return {
		...{ version, name, since: since(row), repair, exchange, return: promises.return ?? null },
		components,
		clockSet,
	};
}

function storesOf({ standard }: App, row: ReferenceRow): Versions["stores"] {
	const content = openDocument(standard, "stores", row);
	return typeof content === "string" ? null : { version: row.version, since: since(row), count: content.stores.length };
}

/** Refuses `standard.no-price-list`. */
export function readPriceList(app: App, sha256: string): OutputOf<(typeof standardCalls)["standard.priceList"]> {
	const list = findPriceList(app, sha256) ?? refuse("not-found", "standard.no-price-list");
	const { operations, parts } = app.standard.index;
	const named = (code: string, name = { zh: code, en: code } as { zh: string; en?: string | undefined }) => {
		return { code, name: name.en === undefined ? { zh: name.zh } : { zh: name.zh, en: name.en } };
	};
	return {
		version: list.version,
		name: list.name,
		lines: [
			...list.operations.map(({ code, unit, unitFen }) => {
				const { name } = operations.get(code) ?? {};
				return { ...named(code, name), kind: "operation" as const, unit, unitFen, included: false };
			}),
			...list.parts.map(({ code, unitFen, included }) => {
				const { name } = parts.get(code) ?? {};
				return { ...named(code, name), kind: "part" as const, unit: "piece" as const, unitFen, included };
			}),
		],
	};
}

function findPriceList({ standard }: App, sha256: string): PriceList | undefined {
	if (standard.inForce.prices.sha256 === sha256) return standard.index.standard.prices;
	const row = standard.rows
		.list()
		.find((each) => each.kind === "prices" && each.sha === sha256 && each.state === "taken");
	const content = row && openDocument(standard, "prices", row);
	return typeof content === "string" ? undefined : content;
}
