/**
 * The workstation itself as a source of facts: its number, epochs, adopted standard, backups, papers printed for
 * nobody's order. One aggregate `station:<device uuid>`. Station events belong to no brand.
 */
import { z } from "zod";
import { defineEvent, type EventOf } from "../event/define.ts";
import type { FoldSpec } from "../event/fold.ts";

const opened = defineEvent({
	type: "station.opened",
	body: z.object({
		/** Two digits in every order number; comes with the epoch, so a restored PC never reissues a number. */
		number: z.number().int().min(1).max(99),
		label: z.string().max(60),
		/** Set when this epoch began with a restore: the backup's moment, ms UTC. */
		restoredFrom: z.number().int().optional(),
	}),
});

const adopted = defineEvent({
	type: "standard.adopted",
	body: z.object({
		what: z.enum(["standard", "prices"]),
		version: z.string().max(40),
		sha256: z.string().regex(/^[0-9a-f]{64}$/),
		sample: z.boolean(),
	}),
});

const backedUp = defineEvent({
	type: "station.backed_up",
	body: z.object({
		rows: z.number().int().nonnegative(),
		blobs: z.number().int().nonnegative(),
		verified: z.boolean(),
	}),
});

const clockWarned = defineEvent({
	type: "station.clock_warned",
	body: z.object({ lastSeenAt: z.number().int(), nowAt: z.number().int() }),
});

/** All devices of the PC tried one after another; who stood there is the event's actor. */
const devicesTested = defineEvent({
	type: "station.devices_tested",
	body: z.object({
		results: z
			.array(
				z.object({
					device: z.enum(["label-printer", "scan", "camera", "paper-printer", "sounds"]),
					/** What people call it. */
					name: z.string().max(80),
					outcome: z.enum(["pass", "fail", "skipped"]),
					/** Why not passed: a short code. */
					reason: z.string().max(40).nullable(),
				}),
			)
			.max(80),
	}),
});

export const stationEvents = {
	"station.opened": opened,
	"standard.adopted": adopted,
	"station.backed_up": backedUp,
	"station.clock_warned": clockWarned,
	"station.devices_tested": devicesTested,
} as const;

export type StationState = {
	id: string;
	number: number;
	label: string;
	epoch: number;
	adopted: Record<string, { version: string; sha256: string; sample: boolean }>;
	lastBackupAt: number | null;
	/** The last test of all devices. `entry`: its place in this PC's log. */
	tested?: { at: number; by: string; entry: number; results: EventOf<typeof devicesTested>["body"]["results"] };
};

type StationEvent =
	| EventOf<typeof opened>
	| EventOf<typeof adopted>
	| EventOf<typeof backedUp>
	| EventOf<typeof clockWarned>
	| EventOf<typeof devicesTested>;

export const stationFold: FoldSpec<StationState> = {
	kind: "station",
	events: stationEvents,
	fold(state, raw) {
		const event = raw as StationEvent;
		if (event.type === "station.opened") {
			const { number, label } = event.body;
			return {
				id: event.dev,
				number,
				label,
				epoch: event.epoch,
				adopted: state?.adopted ?? {},
				lastBackupAt: state?.lastBackupAt ?? null,
				...(state?.tested ? { tested: state.tested } : {}),
			};
		}
		if (!state) return state;
		if (event.type === "standard.adopted") {
			const { what, ...version } = event.body;
			return { ...state, adopted: { ...state.adopted, [what]: version } };
		}
		if (event.type === "station.devices_tested") {
			const { wall: at, actor: by, seq: entry, body } = event;
			return { ...state, tested: { at, by, entry, results: body.results } };
		}
		return event.type === "station.backed_up" ? { ...state, lastBackupAt: event.wall } : state;
	},
};
