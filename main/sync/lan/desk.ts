/**
 * The desk of one workshop's network: listens where a manager said, dials the siblings, keeps one conversation with each,
 * and tells services how it stands. Off until PCs are paired. Started and stopped with the core; knows no person's name.
 */
import type { Log as EventLog } from "../../../db/log.ts";
import type { SiblingRows } from "../../../db/queries/exchange/siblings.ts";
import type { PairedPc } from "../../../domain/store/pcs.ts";
import type { Ports } from "../../ports.ts";
import type { Lease } from "../../vault/lease.ts";
import type { DeviceKey } from "../device-key.ts";
import type { Channel } from "./channel.ts";
import type { Courier } from "./courier.ts";
import { createDialer } from "./dialer.ts";
import type { Exchange } from "./exchange.ts";
import { greetBack, greetFirst, NoGreeting, type Who } from "./greeting.ts";
import type { Discovery, Link, Links } from "./link.ts";
import type { MessageOf } from "./messages.ts";
import { createSession, type Session } from "./session.ts";
import type { LanStore } from "./settings.ts";

export type LanDeps = {
	ports: Ports;
	links: Links;
	/** Without it siblings are met at the address they were last seen or that was typed. */
	discovery?: Discovery;
	log: EventLog;
	store: LanStore;
	exchange: Exchange;
	siblings: SiblingRows;
	lease: Pick<Lease, "ago" | "vouched">;
	keys(): DeviceKey;
	courier(): Courier;
	/** The workshop's PCs, this one too. */
	pcs(): Readonly<Record<string, PairedPc>>;
	/** What this PC is called. */
	name(): string;
	/** The screens read again. */
	changed(): void;
};

/** Answers a first frame that was no greeting. */
export type StrangerDoor = (link: Link, first: Buffer) => Promise<void>;

export type LanDesk = ReturnType<typeof createLanDesk>;

const strangerPatienceMs = 15_000;
const againMs = 30_000;

export function createLanDesk(deps: LanDeps) {
	const { ports, links, log, store, exchange } = deps;
	const own = log.identity.dev;
	const sessions = new Map<string, { session: Session; dialed: boolean; done: Promise<void> }>();
	const waiters = new Set<() => void>();
	let door: StrangerDoor = async (link) => link.close();
	let serving: { port: number; close(): Promise<void> } | undefined;
	let trouble = false;
	let offering: (() => void) | undefined;
	let cancelAgain = () => {};
	let stopDiscovery = () => {};
	let started = false;

	const isPaired = (dev: string) => {
		const pc = deps.pcs()[dev];
		return pc !== undefined && pc.left === undefined;
	};
	const who = (): Who => ({
		...{ store: log.identity.store, dev: own, keys: deps.keys() },
		keyOf: (dev) => (isPaired(dev) ? deps.pcs()[dev]?.key : undefined),
	});

	function changed(): void {
		for (const waiter of [...waiters]) waiter();
		deps.changed();
	}

	function noteOf(session: Session): void {
		if (isPaired(session.dev)) store.setNote(session.dev, { lastContactAt: ports.clock.now(), has: session.has() });
	}

	/** One conversation with each: of two links the one stays that the PC with the smaller id opened. */
	function adopt(
		channel: Channel,
		dev: string,
		dialed: boolean,
		first?: MessageOf<"welcome">,
		welcome?: (message: MessageOf<"welcome">) => void,
	): Session | undefined {
		const before = sessions.get(dev);
		if (before && before.dialed !== dialed && dialed !== own < dev) {
			channel.close();
			return undefined;
		}
		const session: Session = createSession(
			{
				...{ ports, exchange, courier: deps.courier(), own: { dev: own }, changed },
				about: () => ({ name: deps.name(), port: serving?.port ?? null }),
				heard({ port }) {
					const address = channel.link.remote;
					store.setNote(dev, { address, ...(port === null ? {} : { port }), lastContactAt: ports.clock.now() });
					changed();
				},
				secrets: {
					list: () => store.secrets().map(({ n, key }) => [n, key.toString("base64")]),
					take: store.takeSecrets,
				},
				parts: { find: () => store.note(dev).parts, keep: (parts) => store.setNote(dev, { parts }) },
				lease: deps.lease,
				...(welcome ? { welcome } : {}),
			},
			channel,
			dev,
		);
		before?.session.close();
		if (first) session.send(first);
		const done = session.run().then(() => {
			if (started) noteOf(session);
			if (sessions.get(dev)?.session !== session) return;
			sessions.delete(dev);
			ports.log.info("lan.parted", { dev });
			dialer.look();
			changed();
		});
		sessions.set(dev, { session, dialed, done });
		ports.log.info("lan.met", { dev, dialed });
		changed();
		return session;
	}

	/** Nobody may keep a link open without saying who they are. */
	async function within<T>(link: Link, work: Promise<T>): Promise<T> {
		const cancel = ports.timers.after(strangerPatienceMs, () => link.close());
		return work.finally(cancel);
	}

	function parted(link: Link, error: unknown): void {
		link.close();
		const why = error instanceof NoGreeting ? error.why : String(error).slice(0, 100);
		ports.log.warn("lan.refused", { why });
	}

	async function opened(link: Link): Promise<void> {
		try {
			const first = await within(link, link.next());
			if (!first) return link.close();
			if (first.includes('"greet 1"')) {
				const { channel, dev } = await within(link, greetBack(link, first, who()));
				adopt(channel, dev, false);
			} else await within(link, door(link, first));
		} catch (error) {
			parted(link, error);
		}
	}

	const dialer = createDialer({
		timers: ports.timers,
		random: ports.random,
		wanted: () =>
			Object.keys(deps.pcs()).flatMap((dev) => {
				const { address, port } = store.note(dev);
				const free = dev !== own && isPaired(dev) && !sessions.has(dev);
				return free && address !== null && port !== null ? [{ dev, address, port }] : [];
			}),
		async dial(_dev, address, port) {
			const link = await links.dial(address, port).catch(() => undefined);
			if (!link) return false;
			try {
				const { channel, dev } = await within(link, greetFirst(link, who()));
				adopt(channel, dev, true);
				return true;
			} catch (error) {
				parted(link, error);
				return false;
			}
		},
	});

	async function open(): Promise<void> {
		const { on, address, port } = store.read();
		if (!on || address === null || serving) return;
		try {
			serving = await links.serve(address, port, (link) => void opened(link));
			trouble = false;
			const self = { dev: own, address, port: serving.port, store: log.identity.store };
			stopDiscovery =
				deps.discovery?.start(self, ({ dev, ...at }) => {
					if (!isPaired(dev) || sessions.has(dev)) return;
					store.setNote(dev, at);
					dialer.now();
				}) ?? stopDiscovery;
		} catch (error) {
			trouble = true;
			ports.log.warn("lan.not-listening", { error: String(error).slice(0, 100) });
			// The address may come back with the cable.
			cancelAgain = ports.timers.after(againMs, () => void open());
		}
		dialer.start();
		changed();
	}

	async function close(): Promise<void> {
		cancelAgain();
		stopDiscovery();
		stopDiscovery = () => {};
		dialer.stop();
		const open = serving;
		serving = undefined;
		const talks = [...sessions.values()];
		for (const { session } of talks) session.close();
		await Promise.all(talks.map(({ done }) => done));
		await open?.close();
	}

	function offerAll(): void {
		offering = undefined;
		for (const { session } of [...sessions.values()]) {
			session.offer();
			// It may still read that it is not one of us any more.
			if (deps.pcs()[session.dev]?.left || deps.pcs()[own]?.left) session.close();
		}
		changed();
	}

	log.onCommit(() => {
		if (sessions.size > 0) offering ??= ports.timers.after(0, offerAll);
	});

	return {
		/** Who answers strangers while a code is shown. */
		setDoor(next: StrangerDoor): void {
			door = next;
		},
		adopt,
		within,
		isPaired,
		/** Resolves true when `holds`, false when the time is up first. Looked at whenever something changes here. */
		until(holds: () => boolean, patienceMs: number): Promise<boolean> {
			return new Promise((resolve) => {
				const settle = (value: boolean) => {
					waiters.delete(look);
					cancel();
					resolve(value);
				};
				const look = () => holds() && settle(true);
				const cancel = ports.timers.after(patienceMs, () => settle(false));
				waiters.add(look);
				look();
			});
		},
		/** Listens there from now on, or nowhere. */
		async listen(next: { on: boolean; address: string | null; port: number }): Promise<void> {
			await close();
			store.save(next);
			started = true;
			await open();
		},
		sessions: () => [...sessions.values()].map(({ session }) => session),
		/** Somebody waits for a picture: whoever is there is asked. */
		fetch(): void {
			for (const { session } of sessions.values()) session.fetch();
		},
		dialNow: dialer.now,
		state: () => ({ ...store.read(), serving: serving?.port ?? null, trouble }),
		start(): void {
			started = true;
			void open();
		},
		async stop(): Promise<void> {
			offering?.();
			await close();
			started = false;
		},
	};
}
