/**
 * The line of one workstation as a bad network would have it: questions and answers get lost, cut, doubled, or come long
 * after whoever asked gave up. Between a question and its answer something else may happen anywhere.
 */
import { type Ask, type Line, LineDown, type Said } from "../../../main/sync/line.ts";
import type { Chance } from "./chance.ts";

export type Network = {
	/** No line at all while false. */
	up: boolean;
	/** Of a hundred messages, so many meet with something. */
	trouble: number;
	/** Questions still on their way although nobody waits for them. */
	late: (() => Promise<unknown>)[];
};

export type Hooks = {
	/** Passed before a question leaves and after its answer came. */
	point(name: string): void;
	/** Something else happens meanwhile. */
	meanwhile(): Promise<void>;
	heard(ask: Ask, said: Said): void;
};

export function badLine(straight: Line, network: Network, chance: Chance, hooks: Hooks): Line {
	const cutText = (text: string) => text.slice(0, chance.below(text.length + 1));

	async function troubled(ask: Ask, signal: AbortSignal): Promise<Said> {
		const send = (what: Ask) => straight.ask(what, signal);
		switch (chance.below(7)) {
			case 0:
				throw new LineDown("the question was lost");
			case 1:
				network.late.push(() => send(ask));
				throw new LineDown("the question is slow");
			case 2:
				if (typeof ask.body === "string") await send({ ...ask, body: cutText(ask.body) });
				throw new LineDown("the question was cut");
			case 3:
				await send(ask);
				throw new LineDown("the answer was lost");
			case 4: {
				const said = await send(ask);
				return { ...said, body: cutText(said.body) };
			}
			case 5:
				network.late.push(() => send(ask));
				return send(ask);
			default:
				await send(ask);
				return send(ask);
		}
	}

	return {
		async ask(ask, signal) {
			hooks.point(`send ${ask.path.slice(0, 12)}`);
			if (!network.up) throw new LineDown("no line");
			if (chance.percent(network.trouble)) await hooks.meanwhile();
			const said = chance.percent(network.trouble) ? await troubled(ask, signal) : await straight.ask(ask, signal);
			if (chance.percent(network.trouble)) await hooks.meanwhile();
			hooks.point(`receive ${ask.path.slice(0, 12)}`);
			hooks.heard(ask, said);
			return said;
		},
	};
}
