/**
 * The network inside a workshop: links between PCs as the LAN's port wants them, with a cable that somebody plugs in and
 * pulls out. Frames lie in the air until they are delivered one by one; on a bad day one is lost, doubled, moved or
 * changed, or the whole link goes silent. Time on it is its own, so that a second of talk is no second of the world's.
 */
import type { Clock, Timers } from "../../../../main/ports.ts";
import { type Link, type Links, usualPort } from "../../../../main/sync/lan/link.ts";
import type { Chance } from "../chance.ts";
import { createTime } from "../time.ts";

type End = {
	no: number;
	other?: End;
	/** On their way here. */
	air: Buffer[];
	inbox: Buffer[];
	waiting?: ((frame: Buffer | undefined) => void) | undefined;
	open: boolean;
};

export type Lan = ReturnType<typeof createLan>;

/** How a frame can meet with something on its way to `end`. */
const mishaps: ((air: Buffer[], chance: Chance) => void)[] = [
	(air) => void air.shift(),
	(air) => void (air[0] && air.unshift(air[0])),
	(air) => void air.reverse(),
	(air, chance) => {
		const first = air[0];
		if (!first) return;
		const changed = Buffer.from(first);
		const at = chance.below(changed.byteLength);
		changed[at] = (changed[at] ?? 0) ^ (1 + chance.below(255));
		air[0] = changed;
	},
];

export function createLan(chance: Chance) {
	const doors = new Map<number, (link: Link) => void>();
	const time = createTime(0);
	let ends: End[] = [];
	let cable: readonly [number, number] | undefined;
	let silent = false;

	const plugged = (a: number, b: number) => cable?.includes(a) === true && cable.includes(b) && a !== b;

	function hand(end: End): void {
		const { waiting } = end;
		if (!waiting || (end.inbox.length === 0 && end.open)) return;
		end.waiting = undefined;
		waiting(end.inbox.shift());
	}

	/** Both sides notice once what is under way has come. */
	function end(side: End): void {
		side.open = false;
		Object.assign(side, { air: [], inbox: [] });
		hand(side);
		const { other } = side;
		if (!other?.open || other.air.length > 0) return;
		other.open = false;
		hand(other);
	}

	function linkOf(side: End): Link {
		return {
			remote: String(side.other?.no),
			local: String(side.no),
			send(frame) {
				if (side.open && side.other?.open && !silent) side.other.air.push(Buffer.from(frame));
			},
			next() {
				return new Promise((resolve) => {
					side.waiting = resolve;
					hand(side);
				});
			},
			accept: () => undefined,
			close: () => end(side),
		};
	}

	return {
		time,
		/** A PC's own clock and timers for its talks. */
		portsOf(no: number, clock: Clock, alive: () => boolean): { clock: Clock; timers: Timers } {
			return {
				clock: { now: clock.now, mono: time.now },
				timers: { after: (ms, run) => (alive() ? time.after(no, ms, run) : () => undefined) },
			};
		},
		links: (no: number, alive: () => boolean): Links => ({
			async serve(_address, _port, opened) {
				doors.set(no, opened);
				return { port: usualPort, close: async () => void doors.delete(no) };
			},
			async dial(address) {
				const door = doors.get(Number(address));
				if (!alive() || !door || !plugged(no, Number(address))) throw new Error("nobody there");
				const mine: End = { no, air: [], inbox: [], open: true };
				const theirs: End = { no: Number(address), air: [], inbox: [], open: true, other: mine };
				mine.other = theirs;
				ends.push(mine, theirs);
				door(linkOf(theirs));
				return linkOf(mine);
			},
			addresses: () => [],
		}),
		plug(a: number, b: number): void {
			cable = [a, b];
			silent = false;
		},
		/** The cable is out: what was under way is gone, both sides notice at once. */
		unplug(): void {
			cable = undefined;
			for (const side of ends) Object.assign(side, { air: [], open: false });
			for (const side of ends) hand(side);
			ends = [];
		},
		/** Nothing arrives any more, and nobody is told. */
		silence(): void {
			silent = true;
			for (const side of ends) side.air = [];
		},
		/** The next frame arrives, one of those under way. Answers false when there is none. `mishap`: what happens to it. */
		deliver(mishap = false): boolean {
			const coming = ends.filter(({ air, open }) => open && air.length > 0);
			if (coming.length === 0) return false;
			const side = chance.pick(coming);
			if (mishap) chance.pick(mishaps)(side.air, chance);
			const frame = side.air.shift();
			if (frame) side.inbox.push(frame);
			if (side.air.length === 0 && !side.other?.open) side.open = false;
			hand(side);
			return true;
		},
		/** A PC's power is gone. */
		forget(no: number): void {
			doors.delete(no);
			time.forget(no);
			for (const side of ends.filter((one) => one.no === no)) end(side);
		},
	};
}
