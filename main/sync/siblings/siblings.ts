/** Puts the workshop's own network together over this PC's log: desk, door and stick. Called once per start by build-app.ts. */
import type { Log as EventLog } from "../../../db/log.ts";
import type { Writer } from "../../../db/open.ts";
import { createBlobTransfers } from "../../../db/queries/exchange/blob-transfers.ts";
import { createSiblingRows } from "../../../db/queries/exchange/siblings.ts";
import type { KeyRows } from "../../../db/queries/keys.ts";
import type { LocalRows } from "../../../db/queries/local.ts";
import { createSyncRows } from "../../../db/queries/sync.ts";
import type { CustomerState } from "../../../domain/customer/customer.ts";
import type { StationState } from "../../../domain/station/station.ts";
import type { StoreState } from "../../../domain/store/store.ts";
import type { Ports } from "../../ports.ts";
import type { BlobStore } from "../../vault/blobs.ts";
import type { Lease } from "../../vault/lease.ts";
import type { Vault } from "../../vault/vault.ts";
import { type ChainName, createChains } from "../chains/chains.ts";
import { createEnrolmentStore } from "../enrolment.ts";
import { createCourier } from "../lan/courier.ts";
import { createLanDesk } from "../lan/desk.ts";
import { createLanDoor } from "../lan/door.ts";
import { createExchange } from "../lan/exchange.ts";
import type { Discovery, Links } from "../lan/link.ts";
import { createLanStore } from "../lan/settings.ts";
import { createStick } from "./stick.ts";

export type SiblingsDeps = {
	ports: Ports;
	writer: Writer;
	local: LocalRows;
	keyRows: KeyRows;
	vault: Vault;
	blobs: BlobStore;
	log: EventLog;
	/** Without it none is kept, and none vouched for. */
	lease?: Pick<Lease, "ago" | "vouched">;
	/** How other PCs are reached; without it none is. */
	links: Links | undefined;
	discovery: Discovery | undefined;
	opened(kids: readonly string[]): void;
	arrived(sha: string): void;
	forked(chain: ChainName, from: number): void;
	changed(): void;
};

export type Siblings = ReturnType<typeof createSiblings>;

/** A core without a network. */
const noLinks: Links = {
	serve: () => Promise.reject(new Error("no network")),
	dial: () => Promise.reject(new Error("no network")),
	addresses: () => [],
};

const noLease = { ago: () => undefined, vouched: () => undefined };

export function createSiblings(deps: SiblingsDeps) {
	const { ports, writer, local, vault, log, blobs } = deps;
	const links = deps.links ?? noLinks;
	const lease = deps.lease ?? noLease;
	const rows = createSyncRows(writer);
	const siblingRows = createSiblingRows(writer);
	const transfers = createBlobTransfers(writer);
	const store = createLanStore(local, vault, ports.random);
	const { keys } = createEnrolmentStore(local, vault);
	const storeState = () => log.state<StoreState>(`store:${log.identity.store}`)?.state;
	const pcs = () => storeState()?.pcs ?? {};
	const station = () => log.state<StationState>(`station:${log.identity.dev}`)?.state;
	const number = () => station()?.number ?? 1;
	const name = () => pcs()[log.identity.dev]?.name ?? (station()?.label || `PC ${number()}`);
	const chains = createChains({ log, rows, local, clock: ports.clock, forked: deps.forked });
	const exchange = createExchange({
		...{ log, rows, siblings: siblingRows, chains, clock: ports.clock, keys },
		writerKey: (dev) => pcs()[dev]?.key,
	});
	const courier = () =>
		createCourier({
			...{ clock: ports.clock, keys: deps.keyRows, vault, blobs, transfers, transact: log.transact },
			...{ opened: deps.opened, arrived: deps.arrived },
			erased: (kid) => kid.startsWith("subject:") && isErased(kid.slice(8)),
		});

	function isErased(id: string): boolean {
		return log.state<CustomerState>(`subject:${id}`)?.state.erased ?? false;
	}

	const desk = createLanDesk({
		...{ ports, links, log, store, exchange, siblings: siblingRows, keys, courier, pcs, name, changed: deps.changed },
		lease,
		...(deps.discovery ? { discovery: deps.discovery } : {}),
	});
	const door = createLanDoor({
		...{ ports, links, log, store, siblings: siblingRows, keys, pcs, name, desk, local, changed: deps.changed },
		founded: () => storeState() !== undefined,
		stationNumbers: rows.stationNumbers,
		stationNumber: number,
	});
	return {
		desk,
		exchange,
		door,
		stick: createStick({
			...{ exchange, store, lease, random: ports.random, clock: ports.clock, identity: log.identity },
		}),
		pcs,
		name,
		note: store.note,
		setNote: store.setNote,
		/** Events here that the sibling lacks, as far as it said. */
		lacking: (dev: string) => {
			const session = desk.sessions().find((each) => each.dev === dev);
			return siblingRows.countLacking(session?.has() ?? store.note(dev).has);
		},
		addresses: links.addresses,
	};
}
