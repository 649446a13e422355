/**
 * Becoming siblings: a code shown here lets one PC in; a code typed here lets this PC in over there. A PC that belongs to
 * no workshop yet takes over store, number and people's PINs, and then the whole record. Called by services of managers
 * and of the set-up.
 */

import { nextStation } from "../../../db/backup/manifest.ts";
import type { LocalRows } from "../../../db/queries/local.ts";
import type { AggId, NewEvent } from "../../../domain/event/event.ts";
import { stationEvents } from "../../../domain/station/station.ts";
import { pcEvents } from "../../../domain/store/pcs.ts";
import type { LanDeps, LanDesk } from "./desk.ts";
import { type Link, usualPort } from "./link.ts";
import type { MessageOf } from "./messages.ts";
import { drawPairingCode, NotPaired, type Paired, pairShown, pairTyped, type Self } from "./pairing.ts";
import type { Session } from "./session.ts";

export type DoorDeps = Pick<
	LanDeps,
	"ports" | "links" | "log" | "store" | "siblings" | "keys" | "pcs" | "name" | "changed"
> & {
	desk: LanDesk;
	local: LocalRows;
	/** True once this PC belongs to a workshop. */
	founded(): boolean;
	/** Numbers that were ever in this workshop's order numbers. */
	stationNumbers(): number[];
	/** The one this PC prints. */
	stationNumber(): number;
};

export type LanDoor = ReturnType<typeof createLanDoor>;

const codeLifeMs = 10 * 60_000;
const tries = 5;
const settlingMs = 8_000;
/** A year of a busy workshop over a slow network. */
const joiningMs = 30 * 60_000;

type Shown = { code: string; until: number; left: number; actor: string; cancel(): void };

/** `192.168.1.20` or `192.168.1.20:47221`; undefined for anything else. */
export function parseAddress(typed: string): { address: string; port: number } | undefined {
	const found = /^\s*([A-Za-z0-9][A-Za-z0-9.-]{0,99})(?::(\d{1,5}))?\s*$/.exec(typed);
	const port = Number(found?.[2] ?? usualPort);
	return found?.[1] && port > 0 && port < 65_536 ? { address: found[1], port } : undefined;
}

export function createLanDoor(deps: DoorDeps) {
	const { ports, links, log, store, siblings, desk } = deps;
	let shown: Shown | undefined;

	const self = (): Self => ({
		...{ dev: log.identity.dev, name: deps.name(), keys: deps.keys() },
		store: deps.founded() ? log.identity.store : null,
	});

	function hide(): void {
		shown?.cancel();
		shown = undefined;
		deps.changed();
	}

	function guess(): string | undefined {
		if (!shown || shown.left === 0) return undefined;
		shown.left -= 1;
		deps.changed();
		return shown.code;
	}

	/** Writes down that both belong together. Answers the newcomer's number. */
	function record(actor: string, { dev, key, name }: { dev: string; key: string; name: string }): number {
		const pcs = deps.pcs();
		const me = self();
		const agg: AggId = `store:${log.identity.store}`;
		const taken = [deps.stationNumber(), ...deps.stationNumbers(), ...Object.values(pcs).map(({ station }) => station)];
		const number = pcs[dev]?.station ?? numberOf(dev) ?? nextStation(taken);
		const events: NewEvent[] = [pcEvents["store.pc_paired"].make(agg, { dev, key, name, station: number })];
		if (pcs[me.dev]?.key !== me.keys.key || pcs[me.dev]?.left) {
			const own = { dev: me.dev, key: me.keys.key, name: me.name, station: deps.stationNumber() };
			events.unshift(pcEvents["store.pc_paired"].make(agg, own));
		}
		log.append(actor, events);
		return number;
	}

	function numberOf(dev: string): number | undefined {
		return log.state<{ number: number }>(`station:${dev}`)?.state.number;
	}

	function welcome(station: number): MessageOf<"welcome"> {
		const { pins, badges } = siblings.credentials();
		return {
			...{ t: "welcome", store: log.identity.store, station },
			pins: pins.map(({ person, salt, verifier }) => [person, salt.toString("base64"), verifier.toString("base64")]),
			badges: badges.map(({ person, hash, madeAt }) => [person, hash.toString("base64"), madeAt]),
		};
	}

	desk.setDoor(async (link, first) => {
		try {
			const { channel, peer } = await pairShown(link, first, self(), guess);
			const actor = shown?.actor ?? log.identity.dev;
			hide();
			const number = record(actor, peer);
			ports.log.info("lan.paired", { dev: peer.dev });
			desk.adopt(channel, peer.dev, false, peer.store === null ? welcome(number) : undefined);
		} catch (error) {
			link.close();
			const why = error instanceof NotPaired ? error.why : String(error).slice(0, 100);
			ports.log.warn("lan.not-paired", { why });
			if (shown?.left === 0) hide();
		}
	});

	async function typed(
		address: string,
		port: number,
		code: string,
		name = deps.name(),
	): Promise<{ link: Link; paired: Paired }> {
		const link = await links.dial(address, port);
		try {
			return { link, paired: await desk.within(link, pairTyped(link, { ...self(), name }, code)) };
		} catch (error) {
			link.close();
			throw error;
		}
	}

	/** Where the other one was met, this PC can be met too. */
	async function listenWhereMet(link: Link): Promise<void> {
		const { on } = store.read();
		if (!on) await desk.listen({ on: true, address: link.local, port: store.read().port });
	}

	function becomeOneOf(given: MessageOf<"welcome">, label: string): void {
		const before = log.identity.store;
		try {
			log.transact(() => {
				log.identity.store = given.store;
				deps.local.setSetting("identity", log.identity);
				siblings.takeCredentials({
					pins: given.pins.map(([person, salt, verifier]) => ({
						...{ person, salt: Buffer.from(salt, "base64"), verifier: Buffer.from(verifier, "base64") },
					})),
					badges: given.badges.map(([person, hash, madeAt]) => ({ person, hash: Buffer.from(hash, "base64"), madeAt })),
				});
				const { dev } = log.identity;
				log.append(dev, [stationEvents["station.opened"].make(`station:${dev}`, { number: given.station, label })]);
			});
		} catch (error) {
			log.identity.store = before;
			throw error;
		}
	}

	return {
		shown: () => shown && { code: shown.code, until: shown.until, left: shown.left },
		/** Shows a new code for ten minutes or five tries; the one before is void. */
		show(actor: string): void {
			hide();
			if (store.secrets().length === 0) store.renewSecret();
			const until = ports.clock.now() + codeLifeMs;
			const cancel = ports.timers.after(codeLifeMs, hide);
			shown = { code: drawPairingCode(ports.random), until, left: tries, actor, cancel };
			deps.changed();
		},
		hide,
		/** Two PCs of one store. Rejects NotPaired, or what dialing said. */
		async pair(address: string, port: number, code: string): Promise<void> {
			const { link, paired } = await typed(address, port, code);
			await listenWhereMet(link);
			const { dev } = paired.peer;
			if (paired.peer.store !== log.identity.store) {
				link.close();
				throw new NotPaired("store");
			}
			store.setNote(dev, { address, port });
			desk.adopt(paired.channel, dev, true);
			const met = await desk.until(() => desk.isPaired(log.identity.dev) && desk.isPaired(dev), settlingMs);
			if (!met) throw new NotPaired("gone");
		},
		/** A PC that belongs nowhere yet. Answers once the whole record is here. Rejects NotPaired, or what dialing said. */
		async join(address: string, port: number, code: string, label: string): Promise<void> {
			const { link, paired } = await typed(address, port, code, label || undefined);
			const { dev, store: joined } = paired.peer;
			let given: MessageOf<"welcome"> | undefined;
			let session: Session | undefined;
			session = desk.adopt(paired.channel, dev, true, undefined, (message) => {
				given = message;
			});
			const here = () => given !== undefined && session?.level() === true && log.state(`store:${joined}`) !== undefined;
			const gone = () => !desk.sessions().some((each) => each === session);
			await desk.until(() => here() || gone(), joiningMs);
			if (!given || joined === null || !here()) {
				link.close();
				throw new NotPaired("gone");
			}
			becomeOneOf(given, label);
			store.save({ on: true, address: link.local });
			store.setNote(dev, { address, port });
		},
		/** The PC of that id is no longer one of ours, from now on and on every sibling that hears of it. */
		part(
			actor: string,
			dev: string,
			reason: Parameters<(typeof pcEvents)["store.pc_unpaired"]["make"]>[1]["reason"],
			note: string,
		): void {
			log.append(actor, [pcEvents["store.pc_unpaired"].make(`store:${log.identity.store}`, { dev, reason, note })]);
			store.renewSecret();
			const secrets = store.secrets().map(({ n, key }): [number, string] => [n, key.toString("base64")]);
			for (const session of desk.sessions()) if (session.dev !== dev) session.send({ t: "secrets", secrets });
		},
	};
}
