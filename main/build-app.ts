/**
 * Builds what every service gets out of an open storage and the workstation's key. Called by core.ts once per start;
 * starts nothing by itself.
 */
import { join } from "node:path";
import { createBootstrap } from "../db/bootstrap.ts";
import { createLog, type LogIdentity } from "../db/log.ts";
import type { Store } from "../db/open.ts";
import { createProjectors } from "../db/projections/rows.ts";
import { createEventReader } from "../db/queries/events.ts";
import { createBlobTransfers } from "../db/queries/exchange/blob-transfers.ts";
import { createProofRows } from "../db/queries/exchange/proofs.ts";
import { createReferenceRows } from "../db/queries/exchange/reference.ts";
import { createKeyRows } from "../db/queries/keys.ts";
import { createLocalRows } from "../db/queries/local.ts";
import { createStateReader } from "../db/queries/states.ts";
import { createSearchIndex } from "../db/search/index-rows.ts";
import { refuse } from "../domain/errors.ts";
import type { WeltEvent } from "../domain/event/event.ts";
import type { Push } from "../preload/contract/host.ts";
import type { App } from "./app.ts";
import type { CoreOptions } from "./core.ts";
import type { Ports } from "./ports.ts";
import { createBackupDesk } from "./services/backup/desk.ts";
import { showOpened } from "./services/customer/opened.ts";
import { forgetDraftsOf } from "./services/intake/drafts.ts";
import { createMediaDesk } from "./services/media/media-desk.ts";
import { createThumbnails } from "./services/media/thumbnails.ts";
import { mendDoubles } from "./services/passport/double.ts";
import { createPrintDesk } from "./services/print/desk.ts";
import { createScannerDesk } from "./services/scanners/desk.ts";
import { createSession } from "./services/session/session.ts";
import { withPromises } from "./services/standard/promised.ts";
import { openStandard } from "./services/standard/shipped.ts";
import { createStandardDesk } from "./services/standard/standard-desk.ts";
import { referenceCame } from "./services/standard/watch.ts";
import type { ChainName } from "./sync/chains/chains.ts";
import { createSyncDesk } from "./sync/desk.ts";
import { LineDown } from "./sync/line.ts";
import { createSiblings } from "./sync/siblings/siblings.ts";
import { takeBelongings } from "./vault/belongings.ts";
import { createBlobStore } from "./vault/blobs.ts";
import { createDirectory } from "./vault/directory.ts";
import { createErasure } from "./vault/erasure.ts";
import { createLease } from "./vault/lease.ts";
import { createVault } from "./vault/vault.ts";

/** Made at the first start; the epoch moves on with every restore. */
function readIdentity(local: App["local"], ports: Ports): LogIdentity {
	const known = local.setting<LogIdentity>("identity");
	if (known) return known;
	const made: LogIdentity = { store: ports.ids.uuid(), dev: ports.ids.uuid(), epoch: 1 };
	local.setSetting("identity", made);
	return made;
}

/** A core without a line (tests, the demo's story) never gets an answer. */
const noLine = () => ({ ask: () => Promise.reject(new LineDown("no line")) });

export type Outside = {
	/** Reaches every screen. */
	push: (p: Push) => void;
	/** Closes the storage once the call under way has answered, and opens it anew. */
	restart: () => void;
	makeDemo: App["makeDemo"];
};

export function buildApp(
	options: CoreOptions,
	store: Store,
	master: Uint8Array,
	{ push, restart, makeDemo }: Outside,
): App {
	const { ports, dir, rootDir, language, version } = options;
	const { reader, writer } = store;
	const local = createLocalRows(writer);
	const keys = createKeyRows(writer);
	const lease = createLease({ ...ports, local, keys });
	const vault = createVault(master, keys, ports.random, lease);
	const events = createEventReader(reader);
	const states = createStateReader(reader);
	const transfers = createBlobTransfers(writer);
	const blobs = createBlobStore(join(dir, "blobs"), vault, local, transfers, () => {
		app.sync.engine.wake();
		app.siblings.desk.fetch();
	});
	const identity = readIdentity(local, ports);
	const erasure = createErasure({
		...{ dir, writer, ports, keys, vault, local, blobs, transfers },
		forgetDrafts: (subjectId) => forgetDraftsOf(app, subjectId),
	});
	const stored = (event: WeltEvent) => takeBelongings({ erasure, blobs, keys, clock: ports.clock }, event);
	const boot = ports.ids.uuid();
	const log = createLog(
		writer,
		identity,
		{
			now: ports.clock.now,
			mono: ports.clock.mono,
			uuid: ports.ids.uuid,
			boot,
			seal: vault.seal,
			stored,
		},
		createProjectors(writer, createSearchIndex(writer)),
	);
	const directory = createDirectory(reader, events, vault, ports.timers);
	const media = createMediaDesk(ports, blobs, createThumbnails(blobs, vault));
	const findStore = () => states.find("store", identity.store);
	const session = createSession(
		ports,
		() => findStore()?.state.policies.autoLockMs ?? 5 * 60_000,
		() => {
			media.forget();
			push({ type: "session" });
		},
	);
	log.onCommit((aggs) => {
		for (const agg of aggs) if (agg.startsWith("subject:")) directory.refresh(agg.slice(8));
		push({ type: "changed", aggs });
		erasure.clear();
	});
	/** Stands on every screen until the next start. */
	const warn = (reason: App["notices"][number], fields: Record<string, string | number>) => {
		ports.log.error(reason, fields);
		if (!app.notices.includes(reason)) app.notices.push(reason);
		push({ type: "notice", reason });
	};
	const sayForked = ({ dev, epoch }: ChainName) => warn("sync.forked", { dev, epoch });
	const standard = createStandardDesk({
		shipped: openStandard(join(rootDir, "assets", "standard"), dir),
		rows: createReferenceRows(writer),
		clock: ports.clock,
		archive() {
			const known = app.sync.enrolment();
			return known && { archiveKey: known.archiveKey, house: known.brands[0]?.id ?? "" };
		},
	});
	const app: App = {
		ports,
		dir,
		rootDir,
		language,
		version,
		reader,
		writer,
		log,
		states,
		events,
		local,
		keys,
		lease,
		vault,
		blobs,
		erasure,
		directory,
		media,
		print: createPrintDesk(writer, local, ports, push),
		scanners: createScannerDesk(local, ports, push, options.scanners),
		sync: createSyncDesk({
			...{ ports, writer, local, vault, log, boot, blobs, lease },
			keys: { rows: keys, opened: (kids) => showOpened(app, kids) },
			arrived: (handle) => push({ type: "media", handle }),
			line: options.line ?? noLine,
			changed: () => push({ type: "sync" }),
			bootstrap: { ...createBootstrap(writer, identity, stored), reopen: restart },
			passports: {
				grew: (items) => push({ type: "changed", aggs: items.map((id) => `item:${id}`) }),
				provisional: () => mendDoubles(app),
			},
			proofs: {
				rows: createProofRows(writer),
				lost: ({ dev, epoch }, from) => warn("sync.archive-lost", { dev, epoch, from }),
				differs: (day) => warn("sync.root-differs", { day }),
			},
			reference: { rows: standard.rows, newest: standard.newest, came: () => referenceCame(app) },
			forked: sayForked,
		}),
		siblings: createSiblings({
			...{ ports, writer, local, keyRows: keys, vault, log, blobs, lease },
			...{ links: options.lan?.links, discovery: options.lan?.discovery, forked: sayForked },
			opened: (kids) => showOpened(app, kids),
			arrived: (handle) => push({ type: "media", handle }),
			changed: () => push({ type: "sync" }),
		}),
		session,
		push,
		notices: [],
		standard,
		store: () => withPromises(findStore() ?? refuse("not-found", "store.not-found"), standard.index.promises),
		backups: createBackupDesk(() => app),
		replaceMaster: (key) => options.keys.save(key),
		restart,
		makeDemo,
	};
	return app;
}
