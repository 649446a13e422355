/**
 * The sync desk: what services ask about the archive. Puts engine, push and pull together over this PC's log; started and
 * stopped with the core. A workstation that is enrolled nowhere has one too: it is simply off.
 */
import type { Bootstrap } from "../../db/bootstrap.ts";
import type { Log } from "../../db/log.ts";
import type { Writer } from "../../db/open.ts";
import { createBlobTransfers } from "../../db/queries/exchange/blob-transfers.ts";
import { createPassportRows } from "../../db/queries/exchange/passport.ts";
import type { KeyRows } from "../../db/queries/keys.ts";
import type { LocalRows } from "../../db/queries/local.ts";
import { createSyncRows, type SyncRows } from "../../db/queries/sync.ts";
import type { Ports } from "../ports.ts";
import type { BlobStore } from "../vault/blobs.ts";
import type { Lease } from "../vault/lease.ts";
import type { Vault } from "../vault/vault.ts";
import { type ArchiveClient, createArchiveClient } from "./archive-client.ts";
import { moveBlobs } from "./blobs.ts";
import { type ChainName, createChains } from "./chains/chains.ts";
import { pullOrders } from "./chains/orders.ts";
import { createSyncEngine, type SyncEngine, type SyncState } from "./engine.ts";
import { createEnrolmentStore, type Enrolment, turnInCode } from "./enrolment.ts";
import { borrowKeys, exchangeKeys, type KeyDeps } from "./keys.ts";
import type { Line } from "./line.ts";
import { createPassportDesk, type PassportDeps, type PassportDesk } from "./passport.ts";
import { pullAll } from "./pull.ts";
import { pushAll } from "./push.ts";
import { createReferenceReader, type ReferenceDeps } from "./reference/reference.ts";
import { createRootReader, type Proofs } from "./reference/roots.ts";
import { createSnapshots } from "./snapshot.ts";

export type SyncDesk = {
	engine: SyncEngine;
	passports: PassportDesk;
	rows: SyncRows;
	enrolment(): Enrolment | undefined;
	/** Turns in a one-time code for this PC's own store. Rejects LineDown or ArchiveSaidNo. */
	enrol(address: string, code: string, name: string): Promise<Enrolment>;
	/**
	 * Turns in a one-time code of a store that is there already: this PC belongs to it from then on, once the storage was
	 * opened anew. Only while nothing was written here. `also` runs in the same transaction. Rejects LineDown or ArchiveSaidNo.
	 */
	join(address: string, code: string, name: string, also: () => void): Promise<Enrolment>;
	/** The first reading of the store's records: how far, of how many. Undefined while none is under way. */
	reading(): { pos: number; of: number } | undefined;
	/**
	 * Borrows the keys of another workshop's record of an item that is followed here; the archive writes the access down.
	 * Answers how many there were. Rejects LineDown or ArchiveSaidNo.
	 */
	borrow(itemId: string, reason: Parameters<typeof borrowKeys>[1]["reason"], actor: string): Promise<number>;
	start(): void;
	stop(): Promise<void>;
};

export type SyncDeskDeps = {
	ports: Ports;
	writer: Writer;
	local: LocalRows;
	vault: Vault;
	log: Log;
	/** Begins with the enrolment, stands anew after each whole reading; without it none is kept. */
	lease?: Pick<Lease, "begin" | "renew">;
	/** The line to an archive at this address. */
	line(address: string): Line;
	/** The log's own: by it the archive tells what this PC's clock was off by when an event was written. */
	boot?: string;
	/** Pictures; without them none goes or comes. */
	blobs?: BlobStore;
	/** Keys of customers; without them none goes or comes. `opened`: what these lock can be read from now on. */
	keys?: { rows: KeyRows; opened(kids: readonly string[]): void };
	/** A picture that somebody waits for is here. */
	arrived?(sha: string): void;
	/** The screens' chip reads again. */
	changed(state: SyncState): void;
	/** Fills an empty workstation quickly; `reopen` then has everything folded. Without it events are folded as they come. */
	bootstrap?: Bootstrap & { reopen(): void };
	/** This PC's chain forked: it has opened its next epoch and goes on there. */
	forked(chain: ChainName, from: number): void;
	/** Records of items that other workshops wrote about; without it nobody is told. */
	passports?: Pick<PassportDeps, "grew" | "provisional">;
	/** Without it no receipt and no daily root is kept. */
	proofs?: Proofs;
	/** What the head office publishes; without it nothing is asked for. */
	reference?: Pick<ReferenceDeps, "rows" | "newest" | "came">;
};

/** With nobody at work: an eighth of a second at a time, and not more in memory than is soon taken in. */
const bulk = { pageEvents: 2_000, partBytes: 256 * 1024 };
/** Beside the counter: what was folded meanwhile is not felt. */
const gently = { pageEvents: 250, partBytes: 48 * 1024 };

export function createSyncDesk(deps: SyncDeskDeps): SyncDesk {
	const { ports, log, local, vault, proofs } = deps;
	const rows = createSyncRows(deps.writer);
	const enrolments = createEnrolmentStore(local, vault);
	const transfers = createBlobTransfers(deps.writer);
	const { boot = ports.ids.uuid() } = deps;
	const breaking = new AbortController();
	const chains = createChains({ log, rows, local, clock: ports.clock, forked: (...fork) => deps.forked(...fork) });
	const snapshots = createSnapshots();
	let reading: { pos: number; of: number } | undefined;
	let client: { address: string; client: ArchiveClient } | undefined;

	const enrolled = (): Enrolment => {
		const found = enrolments.find();
		if (!found) throw new Error("asked for an archive without one");
		return found;
	};

	function clientFor({ address }: Enrolment): ArchiveClient {
		if (client?.address !== address) {
			const who = { dev: log.identity.dev, keys: enrolments.keys() };
			client = { address, client: createArchiveClient(deps.line(address), who, ports.clock, breaking.signal) };
		}
		return client.client;
	}

	/** Another life of the archive: what it lost is sent again, what it gave is read anew. Answers true when it is. */
	function seen(arch: string): boolean {
		const known = enrolled();
		if (known.arch === arch) return false;
		log.transact(() => {
			enrolments.save({ ...known, arch });
			chains.stepBack();
			for (const cursor of rows.listCursors()) rows.dropCursor(cursor.feed);
			transfers.resend();
			deps.keys?.rows.resend();
		});
		return true;
	}

	async function push(): Promise<number> {
		const enrolment = enrolled();
		const deps = {
			client: clientFor(enrolment),
			rows,
			chains,
			archiveKey: enrolment.archiveKey,
			identity: log.identity,
			clock: ports.clock,
			boot,
			transact: log.transact,
			seen,
			...(proofs && { proofs }),
		};
		let sent = 0;
		for (;;) {
			const { epoch } = log.identity;
			chains.sign(enrolments.keys().sign);
			sent += await pushAll(deps);
			// In the next epoch there is something to send at once.
			if (epoch === log.identity.epoch) return sent;
		}
	}

	const reader = () => {
		return { client: clientFor(enrolled()), rows, clock: ports.clock, transact: log.transact, seen };
	};

	async function pull(): Promise<number> {
		const feed = `store:${log.identity.store}`;
		const { take, keepHead, stepBack: differs } = chains;
		const known = { ...reader(), take, keepHead, differs };
		// Nobody has worked here: what comes need not be readable before all is there.
		const untouched = rows.chains().every((chain) => !chains.isCurrent(chain) || chain.seq === 0);
		const filling = untouched ? deps.bootstrap : undefined;
		if (filling || !rows.findCursor(feed)?.pos) {
			const many = filling
				? { ...bulk, take: (of: string, events: Parameters<typeof take>[1]) => take(of, events, filling.take) }
				: gently;
			await snapshots.read({ ...known, ...many, progress: (pos, of) => tellReading({ pos, of }) }, feed);
			tellReading(undefined);
			if (filling?.unfolded()) {
				filling.reopen();
				return 0;
			}
		}
		return pullAll(known, [feed]);
	}

	/** Not while what was stored waits to be folded: these are folded as they come. */
	async function pullMoved(): Promise<number> {
		if (deps.bootstrap?.unfolded()) return 0;
		return pullOrders({
			...reader(),
			take: (feed, events) => chains.takeParts(feed, events).forEach(passports.rows.meet),
			keepHead: () => undefined,
		});
	}

	/** Only once everything is in, erasures too: what is read before that may be about somebody who is erased. */
	const renewLease = async () => (deps.bootstrap?.unfolded() ? undefined : deps.lease?.renew());

	function tellReading(next: typeof reading): void {
		if (next === reading) return;
		reading = next;
		deps.changed(engine.state());
	}

	const passports = createPassportDesk({
		client: () => clientFor(enrolled()),
		rows: createPassportRows(deps.writer),
		sync: rows,
		store: log.identity.store,
		clock: ports.clock,
		transact: log.transact,
		seen,
		...(deps.passports ?? { grew: () => undefined, provisional: async () => undefined }),
	});

	function keyDeps(): KeyDeps | undefined {
		const enrolment = enrolled();
		const [brand] = enrolment.brands;
		const boxKey = brand && enrolment.boxKeys[brand.id];
		if (!deps.keys || !boxKey) return undefined;
		return {
			...{ client: clientFor(enrolment), vault, cursors: rows, clock: ports.clock, random: ports.random },
			...{ ...deps.keys, device: enrolments.keys(), store: log.identity.store, house: { id: brand.id, boxKey } },
			...{ transact: log.transact, again: () => engine.wake() },
		};
	}

	async function exchange(): Promise<void> {
		const known = keyDeps();
		if (known) await exchangeKeys(known);
	}

	async function pictures(): Promise<number> {
		const { blobs, arrived = () => undefined } = deps;
		const enrolment = enrolled();
		const [house] = enrolment.brands;
		if (!blobs || !house) return 0;
		const client = clientFor(enrolment);
		return moveBlobs({ client, transfers, blobs, clock: ports.clock, house: house.id, arrived, again: engine.wake });
	}

	const reach = { client: () => clientFor(enrolled()), enrolment: enrolled, clock: ports.clock };
	const reference = createReferenceReader(deps.reference && { ...deps.reference, ...reach, transact: log.transact });
	const roots = createRootReader(proofs && { ...proofs, ...reach, transact: log.transact });
	const engine: SyncEngine = createSyncEngine({
		...ports,
		enrolled: () => enrolments.find() !== undefined,
		steps: [push, pull, pullMoved, renewLease, reference, roots, passports.follow, exchange, pictures],
		changed: deps.changed,
	});
	log.onCommit(() => engine.wake());

	const turnIn = (address: string, code: string, name: string, store: string | null) =>
		turnInCode(
			deps.line(address),
			address,
			{ code, name, store, dev: log.identity.dev },
			enrolments.keys(),
			breaking.signal,
		);

	async function enrol(address: string, code: string, name: string): Promise<Enrolment> {
		const enrolment = await turnIn(address, code, name, log.identity.store);
		log.transact(() => enrolments.save(enrolment));
		deps.lease?.begin(0);
		engine.wake();
		return enrolment;
	}

	async function join(address: string, code: string, name: string, also: () => void): Promise<Enrolment> {
		const enrolment = await turnIn(address, code, name, null);
		log.transact(() => {
			enrolments.save(enrolment);
			local.setSetting("identity", { ...log.identity, store: enrolment.store });
			also();
		});
		deps.lease?.begin(0);
		return enrolment;
	}

	return {
		engine,
		passports,
		rows,
		enrolment: enrolments.find,
		enrol,
		join,
		reading: () => reading,
		async borrow(itemId, reason, actor) {
			const known = keyDeps();
			return known ? borrowKeys(known, { feed: `item:${itemId}`, reason, actor }) : 0;
		},
		start() {
			// Enrolled by a program that kept no lease: what it read last was read then.
			const readAt = rows.findCursor(`store:${log.identity.store}`)?.readAt ?? ports.clock.now();
			if (enrolments.find()) deps.lease?.begin(Math.max(0, ports.clock.now() - readAt));
			engine.start();
		},
		async stop() {
			breaking.abort();
			await engine.stop();
		},
	};
}
