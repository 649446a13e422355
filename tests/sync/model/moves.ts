/** Everything that can happen next in a state: what people, workstations, the network, the archive and bad luck do. */
import { allRules, copy, type Device, nameOf, type Rules, type State } from "./state.ts";
import { givePage, nextPush, takePush, takeReply, takeRows } from "./steps.ts";

export type Move = { name: string; state: State };

const mostLate = 1;

export function movesFrom(state: State, rules: Rules): Move[] {
	const moves: Move[] = [];
	/** A copy in which something is done; what is done may answer false to say it can't be. */
	const add = (name: string, act: (next: State) => boolean | undefined) => {
		const next = copy(state);
		if (act(next) !== false) moves.push({ name, state: next });
	};
	state.devices.forEach((device, index) => {
		const at = (next: State) => next.devices[index] as Device;
		const who = `${device.name}(${index})`;
		ofPeople(state, index, who, add, at);
		if (device.unsaved.length > 0) {
			add(`${who} stores its page`, (next) => {
				takeRows(next, at(next), at(next).unsaved, rules);
				at(next).unsaved = [];
				return true;
			});
			add(`${who} loses its power`, (next) => {
				at(next).unsaved = [];
				return true;
			});
			return;
		}
		if (!device.asked) ofAsking(device, who, add, at, rules);
		else ofAnswering(state, device, who, add, at, rules);
	});
	ofArchive(state, add, rules);
	return moves;
}

type Add = (name: string, act: (next: State) => boolean | undefined) => void;
type At = (next: State) => Device;

function ofPeople(state: State, index: number, who: string, add: Add, at: At): void {
	if ((state.left.writes[index] ?? 0) > 0) {
		add(`${who} writes`, (next) => {
			const id = String.fromCharCode(97 + next.written.length);
			next.written += id;
			next.left.writes[index] = (next.left.writes[index] ?? 0) - 1;
			const chain = at(next).chains[nameOf(at(next))];
			if (chain) chain.ids += id;
			return true;
		});
	}
	if (state.left.clones > 0 && index === 0) {
		add(`${who} is cloned`, (next) => {
			next.left.clones -= 1;
			next.devices.push({ ...copy(at(next)), asked: null });
			next.left.writes.push(1);
			return true;
		});
	}
}

function ofAsking(device: Device, who: string, add: Add, at: At, rules: Rules): void {
	const push = nextPush(device);
	if (push) {
		add(`${who} sends ${push.ids}`, (next) => {
			at(next).asked = { what: push, reply: null };
			const chain = at(next).chains[push.chain];
			if (!rules.receipt && chain) chain.acked = chain.ids.length;
			return true;
		});
	}
	add(`${who} asks for its feed`, (next) => {
		at(next).asked = { what: { kind: "pull", after: device.cursor }, reply: null };
		return true;
	});
}

function ofAnswering(state: State, device: Device, who: string, add: Add, at: At, rules: Rules): void {
	const { asked } = device;
	if (!asked) return;
	const { what, reply } = asked;
	add(`what ${who} asked arrives`, (next) => {
		const mine = at(next).asked;
		if (!mine) return false;
		const answer = what.kind === "push" ? takePush(next.archive, what, rules) : givePage(next.archive, what.after);
		mine.reply ??= answer;
		return true;
	});
	if (!rules.durable && what.kind === "push" && !reply) {
		add(`the archive answers ${who} and dies`, (next) => {
			const mine = at(next).asked;
			if (mine) mine.reply = takePush(copy(next.archive), what, rules);
			return true;
		});
	}
	if (!reply && what.kind === "pull" && state.left.losses > 0 && state.archive.feed.length > what.after + 1) {
		add(`${who} is answered with a hole`, (next) => {
			next.left.losses -= 1;
			const mine = at(next).asked;
			if (mine) mine.reply = givePage(next.archive, what.after + 1);
			return true;
		});
	}
	if (reply) {
		add(`${who} gets its answer`, (next) => {
			at(next).asked = null;
			takeReply(next, at(next), what, reply, rules);
			return true;
		});
	}
	if (state.left.losses > 0) {
		add(`${who} gives up`, (next) => {
			next.left.losses -= 1;
			at(next).asked = null;
			if (what.kind === "push" && !reply && next.late.length < mostLate) next.late.push(what);
			return true;
		});
	}
}

function ofArchive(state: State, add: Add, rules: Rules): void {
	state.late.forEach((push, index) => {
		add("a late push arrives", (next) => {
			next.late.splice(index, 1);
			takePush(next.archive, push, rules);
			return true;
		});
	});
	if (state.left.restores > 0 && !state.backup && state.archive.feed.length > 0) {
		add("the archive is backed up", (next) => {
			next.backup = copy(next.archive);
			return true;
		});
	}
	if (state.left.restores > 0 && state.backup && state.backup.feed.length < state.archive.feed.length) {
		add("the archive is restored", (next) => {
			next.left.restores -= 1;
			next.archive = { ...copy(state.backup as State["archive"]), arch: state.archive.arch + 1 };
			next.backup = null;
			return true;
		});
	}
}

/** Good lines for everybody until nothing changes any more. */
export function heal(from: State, rules: Rules = allRules): State {
	const state = copy(from);
	state.late = [];
	for (const device of state.devices) {
		device.asked = null;
		device.unsaved = [];
	}
	for (let round = 0; round < 12; round++) {
		const before = JSON.stringify(state);
		for (const device of state.devices) {
			for (let tries = 0; tries < 8; tries++) {
				const push = nextPush(device);
				if (!push) break;
				takeReply(state, device, push, takePush(state.archive, push, rules), rules);
			}
			takeReply(state, device, { kind: "pull" }, givePage(state.archive, device.cursor), rules);
		}
		if (JSON.stringify(state) === before) break;
	}
	return state;
}
