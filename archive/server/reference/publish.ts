/**
 * Publishes what a brand's head office tells its stores: checked with the workstations' own rules, numbered, signed, and
 * never changed afterwards. Called by `npm run archive -- publish`; people are carried into the stores' feeds by staff.ts.
 */
import { canonicalText } from "../../../domain/event/canonical.ts";
import { type ReferenceKind, versionRank, versionSchema } from "../../../domain/reference/kinds.ts";
import { readReference } from "../../../domain/reference/parse.ts";
import type { Standard } from "../../../domain/standard/schema.ts";
import { referenceStatement } from "../../protocol/statement.ts";
import { maxReferenceBytes, type ReferenceHead } from "../../protocol/trust/reference.ts";
import type { Archive } from "../archive.ts";
import { readStandard } from "../page/standard.ts";
import { sha256 } from "../push/judge.ts";
import type { Tx } from "../sql/sql.ts";

export type Publication = {
	brand: string;
	kind: ReferenceKind;
	/** As it was read from the file: JSON, or `{version, files}` of a standard. */
	value: unknown;
	/** Good from then on, ms UTC. */
	effectiveFrom: number;
};

/** Answers the head that was signed. Throws TypeError with a sentence for whatever is not published. */
export async function publish(archive: Archive, wanted: Publication): Promise<ReferenceHead> {
	const { brand, kind, effectiveFrom } = wanted;
	return archive.sql.transaction([brand], async (tx) => {
		// Two who publish at once take turns.
		const [known] = await tx.rows("SELECT 1 FROM brand WHERE id = $1 FOR UPDATE", [brand]);
		if (!known) throw new TypeError(`The archive has no brand ${brand}.`);
		const value = kind === "stores" ? await withIds(tx, wanted.value) : wanted.value;
		const text = writeText(value);
		const version = versionSchema.safeParse((value as { version?: unknown } | null)?.version);
		if (!version.success) throw new TypeError('The file needs a "version" such as "2026.1".');
		await refuseOlder(tx, brand, kind, version.data);
		await check(tx, brand, kind, version.data, text);
		const head = { brand, kind, version: version.data, effectiveFrom, sha: sha256(text) };
		const signed = { ...head, sig: archive.signer.sign(referenceStatement(head)) };
		await tx.rows(
			`INSERT INTO reference_document (brand, kind, version, rank, effective_from, sha, sig, published_at, text)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
			[
				...[brand, kind, signed.version, versionRank(signed.version), effectiveFrom],
				...[signed.sha, signed.sig, archive.clock.now(), text],
			],
		);
		if (kind === "stores") await nameStores(tx, brand, text);
		archive.log.info("reference.published", { kind, version: signed.version });
		return signed;
	});
}

function writeText(value: unknown): string {
	let text: string;
	try {
		text = canonicalText(value);
	} catch (error) {
		throw new TypeError(`The file can't be published: ${(error as Error).message}.`);
	}
	if (Buffer.byteLength(text) > maxReferenceBytes)
		throw new TypeError(`The file is larger than ${maxReferenceBytes} bytes.`);
	return text;
}

async function refuseOlder(tx: Tx, brand: string, kind: string, version: string): Promise<void> {
	const [newest] = await tx.rows<{ version: string; rank: number }>(
		"SELECT version, rank FROM reference_document WHERE brand = $1 AND kind = $2 ORDER BY rank DESC LIMIT 1",
		[brand, kind],
	);
	if (newest && versionRank(version) <= newest.rank)
		throw new TypeError(`Version ${version} is not newer than ${newest.version}, which is published already.`);
}

/** What a workstation will check. */
async function check(tx: Tx, brand: string, kind: ReferenceKind, version: string, text: string): Promise<void> {
	const read = readReference(kind, version, text, sha256, await newestStandard(tx, brand));
	if ("fault" in read) throw new TypeError(`${sentences[read.fault] ?? "The file can't be published"}: ${read.what}.`);
}

const sentences: Record<string, string> = {
	shape: "The file is not what it should be",
	checksum: "A file is not the one whose checksum the manifest gives",
	sample: 'It is marked as a sample ("sample": true)',
	"does-not-fit": "Its codes don't fit the standard's",
};

type Published = { version: string; text: string };

async function newestText(tx: Tx, brand: string, kind: ReferenceKind): Promise<Published | undefined> {
	const [row] = await tx.rows<Published>(
		"SELECT version, text FROM reference_document WHERE brand = $1 AND kind = $2 ORDER BY rank DESC LIMIT 1",
		[brand, kind],
	);
	return row;
}

/** The brand's own, or the one that ships with every workstation. */
async function newestStandard(tx: Tx, brand: string): Promise<Standard> {
	const row = await newestText(tx, brand, "standard");
	const read = row && readReference("standard", row.version, row.text, sha256);
	return read && "content" in read ? read.content : readStandard().standard;
}

/** Stores that are enrolled are known by their own ids. */
async function withIds(tx: Tx, value: unknown): Promise<unknown> {
	const rows = (value as { stores?: unknown } | null)?.stores;
	if (!Array.isArray(rows)) return value;
	const known = await tx.rows<{ id: string; code: string }>(
		"SELECT id, code FROM store WHERE code = ANY ($1::text[])",
		[rows.map((row: { code?: unknown } | null) => String(row?.code ?? ""))],
	);
	const ids = new Map(known.map(({ id, code }) => [code, id]));
	const stores = rows.map((row: object) => {
		const id = ids.get(String((row as { code?: unknown } | null)?.code ?? ""));
		return id ? { ...row, id } : row;
	});
	return { ...(value as object), stores };
}

/** The names other workshops find them by. */
async function nameStores(tx: Tx, brand: string, text: string): Promise<void> {
	const { stores } = JSON.parse(text) as { stores: { code: string; name: string }[] };
	await tx.rows(
		`UPDATE store s SET name = l.name FROM unnest($2::text[], $3::text[]) AS l (code, name)
		WHERE s.code = l.code AND s.house = $1`,
		[brand, stores.map(({ code }) => code), stores.map(({ name }) => name)],
	);
}
