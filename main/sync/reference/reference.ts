/**
 * What the head office published, fetched and looked at: signature under the archive's key from enrolment, checksum, shape,
 * whether it fits. What passes is kept and never replaced by an older one; what doesn't is kept as refused with its reason
 * and asked for again much later. Takes nothing into use: that is the standard desk's.
 */
import { referenceStatement } from "../../../archive/protocol/statement.ts";
import { type ReferenceHead, referenceAnswer } from "../../../archive/protocol/trust/reference.ts";
import { signatureHolds } from "../../../archive/signing/curves.ts";
import { sha256 } from "../../../db/log.ts";
import type { ReferenceRow, ReferenceRows } from "../../../db/queries/exchange/reference.ts";
import {
	type ReferenceFault,
	type ReferenceKind,
	referenceKinds,
	versionRank,
} from "../../../domain/reference/kinds.ts";
import { readReference } from "../../../domain/reference/parse.ts";
import type { Standard } from "../../../domain/standard/schema.ts";
import { type ArchiveClient, ArchiveSaidNo, at } from "../archive-client.ts";
import { LineDown } from "../line.ts";

export type ReferenceDeps = {
	/** Rejects when this workstation belongs to no archive. */
	client(): ArchiveClient;
	enrolment(): { archiveKey: string; brands: readonly { id: string }[] };
	rows: ReferenceRows;
	clock: { now(): number };
	transact<T>(work: () => T): T;
	/** The standard in use: a brand's price list must fit it, a newer one must keep its codes. */
	newest(brand: string): Standard;
	/** Documents came, taken or refused. */
	came(): void;
};

/** Each round of the engine asks, but not two at once after a hint and a write. */
const askMs = 20_000;
/** Once refused, looked at again after that: a broken line mends, a newer program knows more. */
const againMs = 60 * 60_000;
const mostCuts = 3;

/** One step of the engine. Rejects LineDown or ArchiveSaidNo. */
export function createReferenceReader(deps: ReferenceDeps | undefined): () => Promise<void> {
	if (!deps) return async () => undefined;
	return readerOf(deps);
}

function readerOf(deps: ReferenceDeps): () => Promise<void> {
	const { rows, clock, transact } = deps;
	let askedAt = Number.NEGATIVE_INFINITY;
	/** How often each document's answer was cut. */
	const cut = new Map<string, number>();

	async function heads(): Promise<ReferenceHead[]> {
		const newest = new Map<string, string>();
		for (const { brand, kind, version, state } of rows.list()) {
			const key = `${brand}/${kind}`;
			if (state === "taken" && !newest.has(key)) newest.set(key, version);
		}
		const query = [...newest].map(([key, version]) => `known=${key}/${version}`).join("&");
		try {
			const asked = { method: "GET" as const, path: query ? `${at("reference").path}?${query}` : at("reference").path };
			return (await deps.client().askFor(referenceAnswer, asked)).heads;
		} catch (error) {
			// An archive from before there was such a thing.
			if (error instanceof ArchiveSaidNo && error.code === "not-found") return [];
			throw error;
		}
	}

	/** A head that is not worth its document. */
	function faultOf(head: ReferenceHead, known: readonly ReferenceRow[]): ReferenceFault | undefined {
		const { archiveKey, brands } = deps.enrolment();
		if (!brands.some(({ id }) => id === head.brand)) return "brand";
		if (!signatureHolds(archiveKey, referenceStatement(head), head.sig)) return "signature";
		const taken = known.find(
			({ brand, kind, state }) => state === "taken" && brand === head.brand && kind === head.kind,
		);
		return taken && versionRank(head.version) <= taken.rank ? "older" : undefined;
	}

	async function read(kind: ReferenceKind, head: ReferenceHead): Promise<{ text: string } | { fault: ReferenceFault }> {
		let text: string;
		try {
			const path = `${at("reference").path}/${head.brand}/${kind}/${head.version}`;
			text = (await deps.client().ask({ method: "GET", path })).body;
		} catch (error) {
			const cuts = (cut.get(head.sha) ?? 0) + 1;
			cut.set(head.sha, cuts);
			// What never comes whole over this line must not keep the rest of the exchange waiting for ever.
			const lost = error instanceof LineDown && cuts >= mostCuts;
			if (lost || (error instanceof ArchiveSaidNo && error.code === "not-found")) return { fault: "missing" };
			throw error;
		}
		cut.delete(head.sha);
		if (sha256(text) !== head.sha) return { fault: "checksum" };
		const found = readReference(kind, head.version, text, sha256, deps.newest(head.brand));
		return "fault" in found ? found : { text };
	}

	/** True when something was written down. */
	async function take(kind: ReferenceKind, head: ReferenceHead): Promise<boolean> {
		const known = rows.list();
		const { brand, version, sha } = head;
		const same = known.find(
			(row) => row.brand === brand && row.kind === kind && row.version === version && row.sha === sha,
		);
		if (same?.state === "taken") return false;
		// The very same head; one that was forged must not keep the true one out.
		const again = same?.sig === head.sig && same.effectiveFrom === head.effectiveFrom;
		if (again && clock.now() - same.seenAt < againMs) return false;
		const unfit = faultOf(head, known);
		const found = unfit ? { fault: unfit } : await read(kind, head);
		const fault = "fault" in found ? found.fault : null;
		const row: ReferenceRow = {
			...{ brand, kind, version, rank: versionRank(version), sha, sig: head.sig, effectiveFrom: head.effectiveFrom },
			...{ state: fault ? "refused" : "taken", reason: fault, seenAt: clock.now() },
		};
		transact(() => rows.put(row, "text" in found ? found.text : null));
		return true;
	}

	return async () => {
		if (clock.now() - askedAt < askMs) return;
		const told = await heads();
		let came = false;
		for (const kind of referenceKinds) {
			const fresh = told
				.filter((head) => head.kind === kind)
				.sort((a, b) => versionRank(a.version) - versionRank(b.version));
			for (const head of fresh) came = (await take(kind, head)) || came;
		}
		askedAt = clock.now();
		if (came) deps.came();
	};
}
