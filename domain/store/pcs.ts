/**
 * The PCs of one centre that work together over their own network: who may greet whom is a fact of the store, so that a
 * third PC learns of a pairing, or of its end, from the log like of anything else.
 */
import { z } from "zod";
import { defineEvent, type EventOf } from "../event/define.ts";

const dev = z.string().regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);

const paired = defineEvent({
	type: "store.pc_paired",
	body: z.object({
		dev,
		/** Ed25519, base64url: what it signs its log and its greetings with. */
		key: z.string().min(40).max(60),
		name: z.string().max(60),
		/** The number it prints in order numbers; kept free for it from then on. */
		station: z.number().int().min(1).max(99),
	}),
});
const unpaired = defineEvent({
	type: "store.pc_unpaired",
	body: z.object({ dev, reason: z.enum(["replaced", "lost", "stolen", "moved", "other"]), note: z.string().max(200) }),
});

export const pcEvents = { "store.pc_paired": paired, "store.pc_unpaired": unpaired } as const;
export type UnpairReason = EventOf<typeof unpaired>["body"]["reason"];

export type PairedPc = {
	dev: string;
	key: string;
	name: string;
	station: number;
	/** ms UTC */
	since: number;
	/** No longer one of ours; its key still proves what it wrote before. */
	left?: { at: number; reason: UnpairReason; note: string };
};

export type PcEvent = EventOf<typeof paired> | EventOf<typeof unpaired>;

/** The list after one more pairing or parting. */
export function foldPcs(
	pcs: Readonly<Record<string, PairedPc>>,
	{ wall, type, body }: PcEvent,
): Record<string, PairedPc> {
	if (type === "store.pc_paired") return { ...pcs, [body.dev]: { ...body, since: wall } };
	const known = pcs[body.dev];
	if (!known) return pcs;
	return { ...pcs, [body.dev]: { ...known, left: { at: wall, reason: body.reason, note: body.note } } };
}
