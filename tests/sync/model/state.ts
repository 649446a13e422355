/**
 * The protocol with everything left out that is not order: events are letters, hashes are the letters up to a place, a
 * request is delivered never, once or often, and everything else waits for its turn. Rules can be switched off one by one.
 */
export type Chain = { ids: string; acked: number };
export type Push = { kind: "push"; chain: string; from: number; prev: string; ids: string };
export type Pull = { kind: "pull"; after: number };
export type Reply =
	| { ack: number; arch: number }
	| { expect: number; arch: number }
	| { fork: number; arch: number }
	| { page: Entry[]; first: number; arch: number };
export type Entry = { chain: string; seq: number; ids: string };

export type Device = {
	/** Which device it says it is: the same for a cloned disk. */
	name: string;
	epoch: number;
	chains: Record<string, Chain>;
	cursor: number;
	arch: number;
	asked: { what: Push | Pull; reply: Reply | null } | null;
	/** Rows of a page whose place is saved already: only a broken client has such. */
	unsaved: Entry[];
};
export type Archive = { chains: Record<string, string>; feed: Entry[]; arch: number };

export type State = {
	devices: Device[];
	archive: Archive;
	backup: Archive | null;
	/** Given up, still on their way. */
	late: Push[];
	written: string;
	held: string;
	left: { writes: number[]; clones: number; restores: number; losses: number };
};

/** Each rule of the protocol; the model without one of them is a mutant. */
export const allRules = {
	/** Sequence numbers that are known are dropped. */
	dedup: true,
	/** What overlaps is compared. */
	compare: true,
	/** A push beyond the chain's end + 1 is sent back. */
	expect: true,
	/** Only an answer moves the mark. */
	receipt: true,
	/** Rows and cursor move in one transaction. */
	atomic: true,
	/** An event is taken at cursor + 1 only. */
	dense: true,
	/** Another life of the archive is noticed. */
	incarnation: true,
	/** What was written on the losing branch goes on in the next epoch. */
	carryOver: true,
	/** An answer is given after the commit. */
	durable: true,
};
export type Rules = typeof allRules;
export type Rule = keyof Rules;

export const nameOf = ({ name, epoch }: Pick<Device, "name" | "epoch">) => `${name}${epoch}`;
export const copy = <T>(value: T): T => structuredClone(value);

export type Size = { writes: number[]; clones: number; restores: number; losses: number };

export function firstState(size: Size): State {
	return {
		devices: size.writes.map((_, index) => ({
			name: "PQR"[index] ?? "?",
			epoch: 1,
			chains: { [`${"PQR"[index]}1`]: { ids: "", acked: 0 } },
			cursor: 0,
			arch: 1,
			asked: null,
			unsaved: [],
		})),
		archive: { chains: {}, feed: [], arch: 1 },
		backup: null,
		late: [],
		written: "",
		held: "",
		left: copy(size),
	};
}
