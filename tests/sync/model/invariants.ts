/** What must hold in every state of the model, and once everybody has caught up. */
import { heal } from "./moves.ts";
import type { Rules, State } from "./state.ts";

/** I1: per chain gapless and once; I2: nothing counts as sent that isn't there; I3, I4: what was read is the feed. */
export function faultIn({ archive, devices }: State): string | undefined {
	const count: Record<string, number> = {};
	for (const { chain, seq, ids } of archive.feed) {
		count[chain] = (count[chain] ?? 0) + 1;
		if (seq !== count[chain] || archive.chains[chain]?.slice(0, seq) !== ids) return `I1 ${chain} at ${seq}`;
		if (new Set(ids).size !== ids.length) return `I1 ${chain} holds something twice`;
	}
	for (const { chains, cursor, arch, unsaved, name } of devices) {
		if (arch !== archive.arch) continue;
		// After a restore a mark is right again once its chain has spoken up.
		for (const [chain, { ids, acked }] of arch > 1 ? [] : Object.entries(chains)) {
			const there = archive.chains[chain] ?? "";
			if (acked > there.length) return `I2 ${name} counts ${chain} as sent up to ${acked}`;
			if (there.slice(0, acked) !== ids.slice(0, acked)) return `I2 ${name} has another ${chain}`;
		}
		if (cursor > archive.feed.length) return `I4 ${name} read further than there is`;
		const missing = archive.feed
			.slice(0, cursor - unsaved.length)
			.find(({ chain, seq, ids }) => chains[chain]?.ids.slice(0, seq) !== ids);
		if (missing) return `I3 ${name} read ${missing.chain} at ${missing.seq} and hasn't got it`;
	}
	return undefined;
}

/** I5, I6: whatever has happened, with good lines everybody ends up with everything. */
export function faultAfterHealing(state: State, rules: Rules): string | undefined {
	const healed = heal(state, rules);
	const fault = faultIn(healed);
	if (fault) return `healed: ${fault}`;
	const all = Object.values(healed.archive.chains).join("");
	const lost = [...healed.written].find((id) => !all.includes(id));
	if (lost) return `I6 ${lost} is lost`;
	for (const { chains, cursor, name } of healed.devices) {
		const logs = Object.entries(chains).filter(([, { ids }]) => ids !== "");
		const same = logs.every(([chain, { ids, acked }]) => healed.archive.chains[chain] === ids && acked === ids.length);
		if (cursor !== healed.archive.feed.length || !same) return `I5 ${name} never catches up`;
		if (logs.length !== Object.values(healed.archive.chains).filter((ids) => ids !== "").length) {
			return `I5 ${name} lacks a chain`;
		}
	}
	return undefined;
}
