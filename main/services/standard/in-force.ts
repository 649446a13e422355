/**
 * What is in force at a moment, out of what the head office sent and what came with the program. Each document is looked at
 * again before it counts: whatever happened to it on this disk, an unsigned one is never used.
 */
import { referenceStatement } from "../../../archive/protocol/statement.ts";
import { signatureHolds } from "../../../archive/signing/curves.ts";
import { sha256 } from "../../../db/log.ts";
import type { ReferenceRow, ReferenceRows } from "../../../db/queries/exchange/reference.ts";
import type { BrandPromises } from "../../../domain/reference/documents.ts";
import type { ReferenceFault, ReferenceKind } from "../../../domain/reference/kinds.ts";
import { misfits, type ReferenceContent, readReference } from "../../../domain/reference/parse.ts";
import { indexStandard, type StandardIndex } from "../../../domain/standard/lookup.ts";
import type { PriceList } from "../../../domain/standard/prices.ts";
import type { Standard } from "../../../domain/standard/schema.ts";
import type { ShippedStandard } from "./shipped.ts";

/** Where something in force comes from. `row` null: with the program. */
export type Source = { version: string; sha256: string; sample: boolean; row: ReferenceRow | null };
export type PassedOver = { row: ReferenceRow; fault: ReferenceFault };
export type InForce = {
	index: StandardIndex;
	standard: Source;
	prices: Source;
	promises: ReferenceRow | null;
	/** Taken once, but not fit for use together with the rest. */
	passedOver: PassedOver[];
	/** The next document begins then, ms UTC; Infinity while none is known. */
	until: number;
};
export type Around = {
	rows: Pick<ReferenceRows, "list" | "text">;
	shipped: ShippedStandard;
	/** Whose documents count here; undefined while this PC belongs to no archive. */
	archive: { archiveKey: string; house: string } | undefined;
};

type Opened<K extends ReferenceKind> = { row: ReferenceRow; content: ReferenceContent[K] };
/** Older ones than these are only for reading. */
const mostTried = 3;

/** A document as it lies here, looked at once more. */
export function openDocument<K extends ReferenceKind>(
	{ rows, archive }: Pick<Around, "archive"> & { rows: Pick<ReferenceRows, "text"> },
	kind: K,
	row: ReferenceRow,
): ReferenceContent[K] | ReferenceFault {
	const text = rows.text(row);
	if (text === undefined) return "missing";
	if (!archive || !signatureHolds(archive.archiveKey, referenceStatement(row), row.sig)) return "signature";
	if (sha256(text) !== row.sha) return "checksum";
	const read = readReference(kind, row.version, text, sha256);
	return "fault" in read ? read.fault : read.content;
}

/** `now`: ms UTC. */
export function findInForce(around: Around, now: number): InForce {
	const { shipped, archive } = around;
	const taken = around.rows.list().filter((row) => row.state === "taken" && row.brand === archive?.house);
	const passedOver: PassedOver[] = [];
	const open = <K extends ReferenceKind>(kind: K): Opened<K>[] =>
		taken
			.filter((row) => row.kind === kind && row.effectiveFrom <= now)
			.slice(0, mostTried)
			.flatMap((row) => {
				const content = openDocument(around, kind, row);
				if (typeof content !== "string") return [{ row, content }];
				passedOver.push({ row, fault: content });
				return [];
			});
	const { standard, prices, list } = together(shipped, open("standard"), open("prices"), passedOver);
	const promises = open("promises").find(({ content }) => {
		const known = new Set(standard.content.vocab.components.map(({ code }) => code));
		return Object.keys(content.components ?? {}).every((code) => known.has(code));
	});
	const later = taken.filter((row) => row.effectiveFrom > now).map((row) => row.effectiveFrom);
	return {
		index: indexWith(standard.content, list, promises?.content),
		standard: {
			version: standard.content.manifest.version,
			sha256: standard.row?.sha ?? shipped.sha256,
			sample: standard.content.manifest.sample,
			row: standard.row,
		},
		prices: { version: list.version, sha256: shaOfPrices(standard, prices), sample: list.sample, row: prices },
		promises: promises?.row ?? null,
		passedOver,
		until: Math.min(...later, Number.POSITIVE_INFINITY),
	};
}

type Chosen = { content: Standard; row: ReferenceRow | null };

/** The newest standard with the newest price list that fits it. What the head office charges is never given up for a sample. */
function together(
	shipped: ShippedStandard,
	standards: Opened<"standard">[],
	lists: Opened<"prices">[],
	passedOver: PassedOver[],
): { standard: Chosen; prices: ReferenceRow | null; list: PriceList } {
	const choices: Chosen[] = [...standards, { content: shipped.index.standard, row: null }];
	for (const standard of lists.length > 0 ? choices : []) {
		const fitting = lists.find(({ content }) => misfits(standard.content, content).length === 0);
		if (!fitting) {
			if (standard.row) passedOver.push({ row: standard.row, fault: "does-not-fit" });
			continue;
		}
		const newer = lists.slice(0, lists.indexOf(fitting));
		passedOver.push(...newer.map(({ row }) => ({ row, fault: "does-not-fit" as const })));
		return { standard, prices: fitting.row, list: fitting.content };
	}
	passedOver.push(...lists.map(({ row }) => ({ row, fault: "does-not-fit" as const })));
	const [standard = { content: shipped.index.standard, row: null }] = choices;
	return { standard, prices: null, list: standard.content.prices };
}

function indexWith(standard: Standard, prices: PriceList, promises: BrandPromises | undefined): StandardIndex {
	return indexStandard(standard.prices === prices ? standard : { ...standard, prices }, promises);
}

function shaOfPrices({ content, row }: Chosen, prices: ReferenceRow | null): string {
	const own = content.manifest.files.find(({ name }) => name.startsWith("prices"));
	return prices?.sha ?? own?.sha256 ?? row?.sha ?? "";
}
