/** What the two sides do with a message: the archive's steps of a push, the workstation's with each answer. */
import type { Archive, Device, Entry, Push, Reply, Rules, State } from "./state.ts";
import { nameOf } from "./state.ts";

/** The archive takes a push: lock, compare, drop what is known, give places, insert. */
export function takePush(archive: Archive, { chain, from, prev, ids }: Push, rules: Rules): Reply {
	const known = archive.chains[chain] ?? "";
	const { arch } = archive;
	if (rules.expect && from > known.length + 1) return { expect: known.length + 1, arch };
	if (rules.compare) {
		const sent = prev + ids;
		const upTo = Math.min(known.length, sent.length);
		for (let at = Math.max(0, from - 2); at < upTo; at++) {
			if (sent.slice(0, at + 1) !== known.slice(0, at + 1)) return { fork: at + 1, arch };
		}
	}
	const skip = rules.dedup ? Math.max(0, known.length - (from - 1)) : 0;
	[...ids].slice(skip).forEach((id, index) => {
		const now = (archive.chains[chain] ?? "") + id;
		archive.chains[chain] = now;
		// An event carries its own number.
		archive.feed.push({ chain, seq: from + skip + index, ids: now });
	});
	return { ack: (archive.chains[chain] ?? "").length, arch };
}

export function givePage(archive: Archive, after: number): Reply {
	return { page: archive.feed.slice(after), first: after + 1, arch: archive.arch };
}

/** The next thing this PC would send, if there is any. */
export function nextPush(device: Device): Push | undefined {
	for (const [chain, { ids, acked }] of Object.entries(device.chains)) {
		if (acked < ids.length) {
			return { kind: "push", chain, from: acked + 1, prev: ids.slice(0, acked), ids: ids.slice(acked) };
		}
	}
	return undefined;
}

function seen(device: Device, arch: number, rules: Rules): boolean {
	if (device.arch === arch || !rules.incarnation) return false;
	device.arch = arch;
	device.cursor = 0;
	for (const chain of Object.values(device.chains)) chain.acked = Math.max(0, chain.acked - 1);
	return true;
}

/** The archive has something else in this chain from `seq` on. */
function giveWay(state: State, device: Device, name: string, seq: number, rules: Rules): void {
	const chain = device.chains[name];
	if (!chain) return;
	const left = chain.ids.slice(seq - 1);
	chain.ids = chain.ids.slice(0, seq - 1);
	chain.acked = Math.min(chain.acked, seq - 1);
	if (name[0] !== device.name) {
		state.held += left;
		return;
	}
	const epochs = Object.keys(device.chains).filter((other) => other[0] === device.name);
	device.epoch = Math.max(...epochs.map((other) => Number(other.slice(1)))) + 1;
	device.chains[nameOf(device)] = { ids: rules.carryOver ? left : "", acked: 0 };
}

/** One event of the feed into the log. */
function take(state: State, device: Device, entry: Entry, rules: Rules): void {
	let before = Number.POSITIVE_INFINITY;
	/** Each time further back, or the page is refused. */
	const giveWayAt = (seq: number): boolean => {
		if (seq >= before) return false;
		before = seq;
		giveWay(state, device, entry.chain, seq, rules);
		return true;
	};
	for (;;) {
		const chain = device.chains[entry.chain] ?? { ids: "", acked: 0 };
		device.chains[entry.chain] = chain;
		const has = chain.ids.length;
		const own = entry.chain === nameOf(device);
		if (entry.seq <= has) {
			if (chain.ids.slice(0, entry.seq) === entry.ids || !rules.compare) return;
			if (!giveWayAt(entry.seq)) return;
		} else if (entry.seq > has + 1) return;
		else if (own) {
			if (!giveWayAt(entry.seq)) return;
		} else if (chain.ids !== entry.ids.slice(0, -1)) {
			if (!giveWayAt(Math.max(1, has))) return;
		} else {
			chain.ids = entry.ids;
			if (!own) chain.acked = Math.max(chain.acked, entry.seq);
			return;
		}
	}
}

export function takeRows(state: State, device: Device, rows: readonly Entry[], rules: Rules): void {
	for (const entry of rows) take(state, device, entry, rules);
}

/** The workstation gets its answer. */
export function takeReply(
	state: State,
	device: Device,
	what: Push | { kind: "pull" },
	reply: Reply,
	rules: Rules,
): void {
	const otherLife = seen(device, reply.arch, rules);
	if ("page" in reply) {
		if (otherLife || (rules.dense && reply.first !== device.cursor + 1)) return;
		device.cursor = reply.first - 1 + reply.page.length;
		if (rules.atomic) takeRows(state, device, reply.page, rules);
		else device.unsaved = reply.page;
		return;
	}
	if (what.kind !== "push") return;
	const chain = device.chains[what.chain];
	if (!chain) return;
	if ("expect" in reply) chain.acked = Math.min(chain.ids.length, reply.expect - 1);
	else if ("fork" in reply) giveWay(state, device, what.chain, reply.fork, rules);
	else {
		const end = what.from - 1 + what.ids.length;
		chain.acked = Math.min(reply.ack, end);
		const ahead = reply.ack > chain.ids.length && chain.acked === chain.ids.length;
		if (ahead && what.chain === nameOf(device)) giveWay(state, device, what.chain, chain.ids.length + 1, rules);
	}
}
