/**
 * The archive's daily roots, fetched and kept: one signed hash a day over all chains of a brand. A day that is answered
 * otherwise than before is told: the archive's past was changed. Takes nothing into use.
 */
import { rootStatement } from "../../../archive/protocol/statement.ts";
import { rootsAnswer } from "../../../archive/protocol/trust/roots.ts";
import { signatureHolds } from "../../../archive/signing/curves.ts";
import type { ProofRows } from "../../../db/queries/exchange/proofs.ts";
import { type ArchiveClient, ArchiveSaidNo, at } from "../archive-client.ts";

/** The archive's signatures that are kept here, and who hears when it does not stand by one. */
export type Proofs = {
	rows: ProofRows;
	/** It acknowledged what it asks for again. */
	lost(chain: { dev: string; epoch: number }, from: number): void;
	/** Another root for a day that was signed before. */
	differs(day: string): void;
};

export type RootDeps = Pick<Proofs, "rows" | "differs"> & {
	/** Rejects when this workstation belongs to no archive. */
	client(): ArchiveClient;
	enrolment(): { archiveKey: string };
	clock: { now(): number };
	transact<T>(work: () => T): T;
};

/** There is one a day. */
const askMs = 6 * 3_600_000;

/** One step of the engine. Rejects LineDown or ArchiveSaidNo. */
export function createRootReader(deps: RootDeps | undefined): () => Promise<void> {
	if (!deps) return async () => undefined;
	const { client, enrolment, rows, clock, transact, differs } = deps;
	let askedAt = Number.NEGATIVE_INFINITY;
	async function ask() {
		try {
			return (await client().askFor(rootsAnswer, { ...at("roots") })).roots;
		} catch (error) {
			// An archive from before there was such a thing.
			if (error instanceof ArchiveSaidNo && error.code === "not-found") return [];
			throw error;
		}
	}
	return async () => {
		// A clock that was put back must not keep it from asking.
		if (Math.abs(clock.now() - askedAt) < askMs) return;
		const { archiveKey } = enrolment();
		const signed = (await ask()).filter(({ arch, day, root, sig }) =>
			signatureHolds(archiveKey, rootStatement(arch, day, root), sig),
		);
		transact(() => {
			for (const root of signed) {
				const known = rows.findRoot(root);
				if (known !== undefined && known !== root.root) differs(root.day);
				rows.keepRoot(root);
			}
		});
		askedAt = clock.now();
	};
}
