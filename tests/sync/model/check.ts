/** Goes through every state the model can reach, nearest first, so that what breaks a promise is told by the shortest way. */
import { faultAfterHealing, faultIn } from "./invariants.ts";
import { movesFrom } from "./moves.ts";
import { allRules, firstState, type Rule, type Rules, type Size, type State } from "./state.ts";

export type Checked = { states: number; fault?: string; way?: string[] };

type Node = { state: State; from: Node | undefined; move: string };

function wayTo(node: Node): string[] {
	const way: string[] = [];
	for (let at: Node | undefined = node; at?.from; at = at.from) way.unshift(at.move);
	return way;
}

/** @param without the rule left out; none for the protocol as it is */
export function checkModel(size: Size, without?: Rule, most = 2_000_000): Checked {
	const rules: Rules = without ? { ...allRules, [without]: false } : allRules;
	const first = firstState(size);
	const seen = new Set([JSON.stringify(first)]);
	let edge: Node[] = [{ state: first, from: undefined, move: "" }];
	while (edge.length > 0) {
		const next: Node[] = [];
		for (const node of edge) {
			const fault = faultIn(node.state) ?? faultAfterHealing(node.state, rules);
			if (fault) return { states: seen.size, fault, way: wayTo(node) };
			for (const { name, state } of movesFrom(node.state, rules)) {
				const key = JSON.stringify(state);
				if (seen.has(key)) continue;
				seen.add(key);
				if (seen.size > most) throw new RangeError("more states than this machine should look at");
				next.push({ state, from: node, move: name });
			}
		}
		edge = next;
	}
	return { states: seen.size };
}
