/**
 * Print journal rows. Called by main/print/journal.ts only, which owns the rules of how an entry may move; here is
 * just the writing down. Holds no personal data and takes none.
 */
import { gunzipSync, gzipSync } from "node:zlib";
import type { Writer } from "../open.ts";
import { withStorageErrors } from "../storage-errors.ts";

export const printStates = [
	"queued",
	"sending",
	"sent",
	"confirmed",
	"unknown",
	"failed",
	"cancelled",
	"produced",
] as const;
/**
 * queued → sending → sent | confirmed | unknown | failed. `sent`: handed over, no more is known; `confirmed`: the
 * printer itself, or a person, said that it came out. `unknown`: a person must look. `produced`: a paper made as PDF,
 * nothing to send. Every other word is an end, or waits for a person.
 */
export type PrintState = (typeof printStates)[number];

export type PrintEntry = {
	id: string;
	seq: number;
	printerId: string;
	kind: string;
	subject: string;
	title: string;
	state: PrintState;
	tries: number;
	reason: string | null;
	proof: string | null;
	/** JSON: how a paper is to come out; null for labels. */
	options: string | null;
	/** `label`: the bytes are what the label says (JSON), drawn for the printer when it is sent. */
	form: "finished" | "label";
	personId: string | null;
	reprintOf: string | null;
	/** ms UTC. */
	askedAt: number;
	changedAt: number;
	notBefore: number;
};

export type NewPrintEntry = Omit<PrintEntry, "seq" | "tries" | "reason" | "proof"> & { bytes: Uint8Array | undefined };
export type PrintChange = { state: PrintState; at: number } & Partial<
	Pick<PrintEntry, "tries" | "reason" | "proof" | "notBefore">
>;

export type PrintStore = {
	/** Written when it returns (or with the transaction it is called in). */
	insert(entry: NewPrintEntry): void;
	/** Moves an entry out of state `from`; false when it is no longer there. Bytes go once nothing can need them. */
	change(id: string, from: PrintState, change: PrintChange): boolean;
	find(id: string): PrintEntry | undefined;
	/** What was written down to be sent, unpacked. */
	bytes(id: string): Uint8Array | undefined;
	/** The printer's first queued entry. */
	next(printerId: string): PrintEntry | undefined;
	/** Printers with something queued. */
	waitingPrinters(): string[];
	/** How many are queued for a printer. */
	countQueued(printerId: string): number;
	listByState(state: PrintState): PrintEntry[];
	listBySubject(subject: string): PrintEntry[];
	/** Newest first, older than `beforeSeq` when given. */
	listRecent(limit: number, beforeSeq?: number): PrintEntry[];
	/** Drops finished entries last changed before `at`; answers how many. */
	prune(at: number): number;
};

const columns =
	"id, seq, printer_id AS printerId, kind, subject, title, state, tries, reason, proof, options, form, person_id AS personId, reprint_of AS reprintOf, asked_at AS askedAt, changed_at AS changedAt, not_before AS notBefore";

/** States after which nobody can ask for finished bytes again; what a label says stays for reprints. */
const bytesGone = new Set<PrintState>(["sent", "confirmed", "cancelled", "produced"]);

export function createPrintStore(db: Writer): PrintStore {
	const insert = db.prepare(
		`INSERT INTO print_journal (id, seq, printer_id, kind, subject, title, state, tries, reason, proof, options, form, person_id, reprint_of, bytes, asked_at, changed_at, not_before)
		VALUES (@id, (SELECT coalesce(max(seq), 0) + 1 FROM print_journal), @printerId, @kind, @subject, @title, @state, 0, NULL, NULL, @options, @form, @personId, @reprintOf, @bytes, @askedAt, @changedAt, @notBefore)`,
	);
	const change = db.prepare(
		`UPDATE print_journal SET state = @state, changed_at = @at, tries = coalesce(@tries, tries), reason = @reason,
		proof = coalesce(@proof, proof), not_before = coalesce(@notBefore, not_before), bytes = CASE WHEN @drop AND form = 'finished' THEN NULL ELSE bytes END
		WHERE id = @id AND state = @from`,
	);
	const find = db.prepare(`SELECT ${columns} FROM print_journal WHERE id = ?`);
	const bytes = db.prepare("SELECT bytes FROM print_journal WHERE id = ?").pluck();
	const next = db.prepare(
		`SELECT ${columns} FROM print_journal WHERE state = 'queued' AND printer_id = ? ORDER BY seq LIMIT 1`,
	);
	const waiting = db.prepare("SELECT DISTINCT printer_id FROM print_journal WHERE state = 'queued'").pluck();
	const queued = db.prepare("SELECT count(*) FROM print_journal WHERE state = 'queued' AND printer_id = ?").pluck();
	const byState = db.prepare(`SELECT ${columns} FROM print_journal WHERE state = ? ORDER BY seq`);
	const bySubject = db.prepare(`SELECT ${columns} FROM print_journal WHERE subject = ? ORDER BY seq DESC`);
	const recent = db.prepare(`SELECT ${columns} FROM print_journal WHERE seq < ? ORDER BY seq DESC LIMIT ?`);
	const prune = db.prepare(
		"DELETE FROM print_journal WHERE state IN ('sent', 'confirmed', 'cancelled', 'produced', 'failed') AND changed_at < ?",
	);
	const rows = (found: unknown[]) => found as PrintEntry[];
	return {
		insert({ bytes: plain, ...entry }) {
			withStorageErrors(() => insert.run({ ...entry, bytes: plain ? gzipSync(plain) : null }));
		},
		change(id, from, { state, at, tries, reason, proof, notBefore }) {
			const row = { id, from, state, at, tries: tries ?? null, reason: reason ?? null, proof: proof ?? null };
			const drop = bytesGone.has(state) ? 1 : 0;
			return withStorageErrors(() => change.run({ ...row, notBefore: notBefore ?? null, drop }).changes) === 1;
		},
		find: (id) => find.get(id) as PrintEntry | undefined,
		bytes(id) {
			const packed = bytes.get(id) as Buffer | null | undefined;
			return packed ? new Uint8Array(gunzipSync(packed)) : undefined;
		},
		next: (printerId) => next.get(printerId) as PrintEntry | undefined,
		waitingPrinters: () => waiting.all() as string[],
		countQueued: (printerId) => queued.get(printerId) as number,
		listByState: (state) => rows(byState.all(state)),
		listBySubject: (subject) => rows(bySubject.all(subject)),
		listRecent: (limit, beforeSeq) => rows(recent.all(beforeSeq ?? Number.MAX_SAFE_INTEGER, limit)),
		prune: (at) => withStorageErrors(() => prune.run(at).changes),
	};
}
