/**
 * How long this PC may go on opening customers' data without a word from its archive. Who was erased meanwhile it can't
 * know, so after 90 days what customers told stays sealed until the archive has answered, or a sibling that heard it.
 * Time is counted, not read off a clock: a clock set back gives no day away, one that leaps costs days until the next
 * answer. Asked by the vault, renewed by the sync desk and by links to siblings.
 */
import type { KeyRows } from "../../db/queries/keys.ts";
import type { LocalRows } from "../../db/queries/local.ts";
import type { Clock, Timers } from "../ports.ts";

const dayMs = 86_400_000;
export const leaseMs = 90 * dayMs;
/** From then on the screens warn. */
export const warnMs = 75 * dayMs;
const lookMs = 3_600_000;
/** Adjusted, not set back. */
const slackMs = 2 * 60_000;

/** `ending`: less than 15 days are left. `over`: what customers told is locked. */
export type LeasePhase = "stands" | "ending" | "over";
export type LeaseView = {
	phase: LeasePhase;
	/** Since the archive's last whole answer, ms. */
	silentMs: number;
	/** Whole days left, rounded up; 0 once it is over. */
	daysLeft: number;
};

export type Lease = {
	/** Undefined: this PC belongs to no archive. */
	view(): LeaseView | undefined;
	/** This PC belongs to an archive from now on, which answered so long ago. Does nothing where there is a lease. */
	begin(silentMs: number): void;
	/** Everything the archive has for this PC has been taken in. */
	renew(): void;
	/** How long ago the archive answered, ms, for siblings to count from; undefined where no lease stands. */
	ago(): number | undefined;
	/** So has everything of a sibling's that stood level with the archive so long ago, ms. */
	vouched(silentMs: number): void;
	/** True for a customer's key that may not open anything for the time being. */
	sealed(kid: string): boolean;
	/** A key was made here, in the transaction under way. */
	born(kid: string): void;
	start(changed: () => void): void;
	stop(): void;
};

export type LeaseDeps = {
	clock: Clock;
	timers: Timers;
	local: Pick<LocalRows, "setting" | "setSetting">;
	keys: Pick<KeyRows, "markBorn" | "isBorn" | "clearBorn">;
};

/** `behindMs`: by how much the wall clock was set back since. `wall`: what it showed when this was counted. */
type Counted = { silentMs: number; behindMs: number; wall: number };

const settingName = "lease";

/** What has passed since `then`, by the clock that ran and, where the PC was off or asleep, by the wall's. */
export function countOn(then: Counted, wall: number, ranMs: number): Counted {
	const off = wall - then.wall - ranMs;
	if (off < -slackMs) return { silentMs: then.silentMs + ranMs, behindMs: then.behindMs - off, wall };
	// Set right again: what it had been set back is no time that passed.
	const mended = then.behindMs > 0 && off >= then.behindMs;
	const passed = mended ? off - then.behindMs : Math.max(0, off);
	return { silentMs: then.silentMs + ranMs + passed, behindMs: mended ? 0 : then.behindMs, wall };
}

const phaseOf = (silentMs: number): LeasePhase =>
	silentMs >= leaseMs ? "over" : silentMs >= warnMs ? "ending" : "stands";

export function createLease({ clock, timers, local, keys }: LeaseDeps): Lease {
	let counted = local.setting<Counted>(settingName);
	/** The mono clock begins anew with the process: what lies before is the wall's to tell. */
	let mono = clock.mono();
	let kept = counted;
	let shown: LeasePhase | undefined;
	let changed = () => {};
	let cancel = () => {};

	function look(): Counted | undefined {
		const now = clock.mono();
		if (counted) counted = countOn(counted, clock.now(), now - mono);
		mono = now;
		return counted;
	}

	function keep(): void {
		if (!counted) return;
		local.setSetting(settingName, counted);
		kept = counted;
	}

	function tellPhase(): void {
		const phase = counted && phaseOf(counted.silentMs);
		if (phase === shown) return;
		shown = phase;
		changed();
	}

	/** Never for longer ago than is known already. */
	function heard(silentMs: number): void {
		const before = look();
		if (!before || silentMs >= before.silentMs) return;
		counted = { silentMs, behindMs: 0, wall: clock.now() };
		// Where it costs a write: what is kept may be an hour older than the truth, never younger.
		if (!kept || kept.silentMs > silentMs + lookMs || clock.now() - kept.wall > lookMs || kept.behindMs > 0) keep();
		if (phaseOf(before.silentMs) === "over" && phaseOf(silentMs) !== "over") keys.clearBorn();
		tellPhase();
	}

	function tick(): void {
		look();
		keep();
		tellPhase();
		cancel = timers.after(lookMs, tick);
	}

	const over = () => {
		const now = look();
		return now !== undefined && now.silentMs >= leaseMs;
	};

	return {
		view() {
			const now = look();
			if (!now) return undefined;
			const left = Math.max(0, Math.ceil((leaseMs - now.silentMs) / dayMs));
			return { phase: phaseOf(now.silentMs), silentMs: now.silentMs, daysLeft: left };
		},
		begin(silentMs) {
			if (counted) return;
			look();
			counted = { silentMs, behindMs: 0, wall: clock.now() };
			keep();
			tellPhase();
		},
		renew: () => heard(0),
		ago() {
			const now = look();
			return now && now.silentMs < leaseMs ? now.silentMs : undefined;
		},
		vouched: heard,
		sealed: (kid) => kid.startsWith("subject:") && over() && !keys.isBorn(kid),
		born(kid) {
			if (kid.startsWith("subject:") && over()) keys.markBorn(kid);
		},
		start(tell) {
			tick();
			changed = tell;
		},
		stop() {
			cancel();
			look();
			keep();
		},
	};
}
