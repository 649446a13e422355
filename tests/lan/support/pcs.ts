/** Whole workstations on 127.0.0.1: real cores, real TCP, a clock the test moves and that goes along while it waits. */
import { setTimeout } from "node:timers/promises";
import { tcpLinks } from "../../../main/adapters/lan/tcp-links.ts";
import type { Link, Links } from "../../../main/sync/lan/link.ts";
import { appOf, openReadyWorkstation, type ReadyWorkstation } from "../../support/fixtures.ts";
import { openWorkstation, type Workstation, type WorkstationOptions } from "../../support/memory-workstation.ts";

export const home = "127.0.0.1";

/** TCP that listens on a free port of this machine only. `wrap` may break the links it dials. */
export function localLinks(wrap: (link: Link) => Link = (link) => link): Links {
	return {
		serve: (_address, _port, opened) => tcpLinks.serve(home, 0, opened),
		dial: async (address, port) => wrap(await tcpLinks.dial(address, port)),
		addresses: () => [{ address: home, name: "lo" }],
	};
}

export const withLan = (options: WorkstationOptions = {}, links = localLinks()): WorkstationOptions => ({
	...options,
	lan: { links },
});

/** A workshop's first PC, its manager signed in. */
export async function openFirst(seed: number, more: WorkstationOptions = {}): Promise<ReadyWorkstation> {
	const ready = await openReadyWorkstation(withLan({ seed, ...more }, more.lan?.links));
	ready.as("manager");
	return ready;
}

/** Lets sockets work and both clocks go on until it holds; the test's own time-out bounds the wait. */
export async function until(pcs: readonly Workstation[], holds: () => boolean): Promise<void> {
	while (!holds()) {
		for (const pc of pcs) pc.clock.pass(1);
		await setTimeout(1);
	}
}

/** Waits for an answer while clocks go on. */
export async function during<T>(pcs: readonly Workstation[], work: Promise<T>): Promise<T> {
	let done = false;
	const ended = work.finally(() => {
		done = true;
	});
	ended.catch(() => undefined);
	await until(pcs, () => done);
	return ended;
}

export const portOf = (pc: Workstation) => appOf(pc).siblings.desk.state().serving ?? 0;

/** Shows a code on one PC; answers where it is to be typed, and the code. */
export async function shown(pc: Workstation): Promise<{ address: string; code: string }> {
	const state = await pc.call("lan.showCode", { address: home });
	return { address: `${home}:${portOf(pc)}`, code: state.pairing?.code ?? "" };
}

/** A fresh PC that joined the first one's workshop, its manager signed in. */
export async function joined(
	first: ReadyWorkstation,
	seed: number,
	links = localLinks(),
	line?: WorkstationOptions["line"],
): Promise<ReadyWorkstation> {
	const fresh = await openWorkstation(withLan({ seed, ...(line ? { line } : {}) }, links));
	const { address, code } = await shown(first);
	await during([first, fresh], fresh.call("setup.join", { address, code, label: "维修台" }));
	const again = await fresh.restart();
	const app = appOf(again);
	const as: ReadyWorkstation["as"] = (role) => app.session.open({ person: first.staff[role], roles: [role] });
	as("manager");
	return { ...again, app, staff: first.staff, as };
}

export const linked = (pc: ReadyWorkstation) => pc.app.siblings.desk.sessions().length;
