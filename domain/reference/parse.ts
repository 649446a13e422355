/**
 * Reads a document's text and checks all that can be checked of it. Called by the archive before it publishes and by a
 * workstation before it uses: nothing passes here that wouldn't pass there.
 */
import type { z } from "zod";
import { Refusal } from "../errors.ts";
import { isCanonical } from "../event/canonical.ts";
import { parseStandard } from "../standard/parse.ts";
import type { PriceList } from "../standard/prices.ts";
import { brokenReferences } from "../standard/references.ts";
import type { Standard } from "../standard/schema.ts";
import {
	type BrandPromises,
	pricesDocument,
	promisesDocument,
	type StaffDocument,
	type StoreRow,
	staffDocument,
	standardDocument,
	storesDocument,
} from "./documents.ts";
import { leftOut } from "./kept-codes.ts";
import type { ReferenceFault, ReferenceKind } from "./kinds.ts";

export type ReferenceContent = {
	standard: Standard;
	prices: PriceList;
	promises: BrandPromises;
	stores: { version: string; stores: StoreRow[] };
	staff: StaffDocument;
};

/** `what`: the place in the document, in engineers' words. */
export type Unusable = { fault: ReferenceFault; what: string };
export type Read<K extends ReferenceKind> = { content: ReferenceContent[K] } | Unusable;
type Sha256 = (text: string) => string;

/**
 * @param text the canonical text that was signed
 * @param beside the standard in use: a price list or promise must fit it, a newer one must keep its codes. Left out when
 * that is looked at later
 */
export function readReference<K extends ReferenceKind>(
	kind: K,
	version: string,
	text: string,
	sha256: Sha256,
	beside?: Standard,
): Read<K> {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		return { fault: "shape", what: "not JSON" };
	}
	if (!isCanonical(value, text)) return { fault: "shape", what: "not in canonical form" };
	const read = readers[kind](value, sha256, beside) as Read<K>;
	if ("fault" in read) return read;
	const own = versionOf(kind, read.content);
	return own === version ? read : { fault: "shape", what: `its version is ${own}, not ${version}` };
}

/** The number a document gives itself. */
function versionOf<K extends ReferenceKind>(kind: K, content: ReferenceContent[K]): string {
	return kind === "standard" ? (content as Standard).manifest.version : (content as { version: string }).version;
}

type Reader<K extends ReferenceKind> = (value: unknown, sha256: Sha256, beside: Standard | undefined) => Read<K>;

const readers: { [K in ReferenceKind]: Reader<K> } = {
	standard(value, sha256, older) {
		const read = shaped<z.output<typeof standardDocument>>(standardDocument, value);
		if ("fault" in read) return read;
		const { version, files } = read.content;
		try {
			const standard = parseStandard(new Map(Object.entries(files)), sha256);
			if (standard.manifest.version !== version) return { fault: "shape", what: "manifest.json has another version" };
			if (standard.manifest.sample) return { fault: "sample", what: "manifest.json" };
			const lost = older ? leftOut(older, standard) : [];
			if (lost.length > 0) return { fault: "does-not-fit", what: `left out: ${lost.slice(0, 5).join(", ")}` };
			return { content: standard };
		} catch (error) {
			if (!(error instanceof Refusal)) throw error;
			return { fault: standardFaults[error.reason] ?? "shape", what: placeOf(error) };
		}
	},
	prices(value, _, beside) {
		const read = shaped<PriceList>(pricesDocument, value);
		if ("fault" in read) return read;
		if (read.content.sample) return { fault: "sample", what: read.content.version };
		const broken = beside ? misfits(beside, read.content) : twice(read.content);
		return broken.length > 0 ? { fault: "does-not-fit", what: broken.slice(0, 5).join("; ") } : read;
	},
	promises(value, _, beside) {
		const read = shaped<BrandPromises>(promisesDocument, value);
		if ("fault" in read || !beside) return read;
		const known = new Set(beside.vocab.components.map(({ code }) => code));
		const unknown = Object.keys(read.content.components ?? {}).filter((code) => !known.has(code));
		return unknown.length > 0 ? { fault: "does-not-fit", what: `component ${unknown[0]}` } : read;
	},
	stores: (value) => shaped(storesDocument, value),
	staff: (value) => shaped(staffDocument, value),
};

const standardFaults: Record<string, ReferenceFault> = {
	"standard.checksum": "checksum",
	"standard.reference": "does-not-fit",
};

function placeOf({ details }: Refusal): string {
	const broken = details?.["broken"];
	return Array.isArray(broken)
		? broken.slice(0, 5).join("; ")
		: `${details?.["file"] ?? ""} ${details?.["at"] ?? ""}`.trim();
}

/** What a price list names that a standard doesn't know; empty when it fits. */
export function misfits(standard: Standard, prices: PriceList): string[] {
	return brokenReferences({ ...standard, prices });
}

function twice({ operations, parts }: PriceList): string[] {
	const codes = [...operations, ...parts].map(({ code }) => code);
	return codes.filter((code, at) => codes.indexOf(code) !== at).map((code) => `prices ${code} twice`);
}

function shaped<T>(schema: z.ZodType<T>, value: unknown): { content: T } | Unusable {
	const read = schema.safeParse(value);
	if (read.success) return { content: read.data };
	const [issue] = read.error.issues;
	return { fault: "shape", what: `${issue?.path.join(".") || "the document"}: ${issue?.message ?? ""}` };
}
