/**
 * Puts the workstation together: storage, log, vault, standard, session, calls. Every host starts it the same way and
 * sees only HostCore. Storage that cannot be used does not throw: the core answers `workstation.state` with the reason.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { databaseName } from "../db/backup/manifest.ts";
import { migrate, readMigrations } from "../db/migrate.ts";
import { openStore, type Store } from "../db/open.ts";
import { refoldIfDue } from "../db/refold.ts";
import { translateStorageError } from "../db/storage-errors.ts";
import { Refusal, refuse } from "../domain/errors.ts";
import type { Envelope } from "../preload/contract/define.ts";
import type { Push } from "../preload/contract/host.ts";
import { calls } from "../preload/contract/index.ts";
import type { App } from "./app.ts";
import { buildApp } from "./build-app.ts";
import { makeDemo } from "./demo/make.ts";
import type { ScannerDrivers } from "./devices/scanner/hub.ts";
import { createHandlers } from "./handlers/all.ts";
import type { HostCore } from "./host-core.ts";
import type { KeyStore, Ports } from "./ports.ts";
import { createRestartable } from "./restartable.ts";
import { moveRestoredIn } from "./restored.ts";
import { createRouter, type Router } from "./router.ts";
import { brokenState } from "./services/workstation/state.ts";
import { startUp } from "./start-up.ts";
import type { Discovery, Links } from "./sync/lan/link.ts";
import type { Line } from "./sync/line.ts";

export type CoreOptions = {
	/** The data folder; exists and is ours alone (hosts lock it). */
	dir: string;
	/** Where assets/ and db/migrations/ are. */
	rootDir: string;
	ports: Ports;
	keys: KeyStore;
	language: "zh-CN" | "en";
	version: string;
	/** The line to an archive at an address; without it none is spoken to. */
	line?: (address: string) => Line;
	/** The workshop's own network; without it no other PC is reached or let in. */
	lan?: { links: Links; discovery?: Discovery };
	/** How scanners are reached; without it none is read. */
	scanners?: ScannerDrivers;
};

export type Core = HostCore & {
	/** For tests and tools that look inside; undefined when storage is broken. */
	readonly app: App | undefined;
};

/** Starts the workstation. What the answer does always goes to the storage open now, also after a restore. */
export function createCore(options: CoreOptions): Promise<Core> {
	return createRestartable(options.ports, (push, restart) => openOrBroken(options, push, restart));
}

async function openOrBroken(options: CoreOptions, push: (p: Push) => void, restart: () => void): Promise<Core> {
	const listeners = new Set<(push: Push) => void>([push]);
	const tell = (message: Push) => {
		for (const listener of listeners) listener(message);
	};
	try {
		return await openCore(options, listeners, { push: tell, restart });
	} catch (raw) {
		const error = translateStorageError(raw);
		if (!(error instanceof Refusal)) throw error;
		options.ports.log.error("core.broken", { reason: error.reason });
		return brokenCore(options, error, listeners);
	}
}

async function masterKey(options: CoreOptions): Promise<Uint8Array> {
	const known = await options.keys.load();
	if (known) return known;
	if (existsSync(join(options.dir, databaseName))) refuse("storage-damaged", "vault.key-missing");
	const made = options.ports.random.bytes(32);
	await options.keys.save(made);
	return made;
}

async function openCore(
	options: CoreOptions,
	listeners: Set<(push: Push) => void>,
	out: { push: (p: Push) => void; restart: () => void },
): Promise<Core> {
	moveRestoredIn(options.dir);
	const path = join(options.dir, databaseName);
	const master = await masterKey(options);
	const shipped = readMigrations(join(options.rootDir, "db", "migrations"));
	const store = openStore(path, (db) => void migrate(db, shipped, { path, nowMs: options.ports.clock.now() }));
	try {
		refoldIfDue(store.writer, options.ports.clock);
		const app = buildApp(options, store, master, { ...out, makeDemo: demoMaker(options, out.push) });
		const stopWork = await startUp(app);
		const router = createRouter(calls, createHandlers(app), options.ports, app.session, (name) => {
			const open = name.startsWith("setup.") || name.startsWith("workstation.");
			if (!open && !app.states.find("store", app.log.identity.store)) refuse("rule-broken", "setup.not-done");
		});
		return { app, ...hostSide(app, router, listeners, stopWork, store) };
	} catch (error) {
		store.close();
		throw error;
	}
}

/** The demo lives its story on a core of its own. */
function demoMaker(options: CoreOptions, push: (p: Push) => void): App["makeDemo"] {
	return (language) =>
		makeDemo(options, createCore, language, (percent) => push({ type: "progress", work: "demo", percent }));
}

async function envelope<T>(work: () => T | Promise<T>, options: { ports: Ports }): Promise<Envelope<T>> {
	try {
		return { ok: true, value: await work() };
	} catch (raw) {
		const error = translateStorageError(raw);
		const correlationId = options.ports.ids.uuid();
		if (!(error instanceof Refusal)) {
			options.ports.log.error("media.internal", { correlationId, error: String(error).slice(0, 500) });
			return { ok: false, error: { code: "internal", message: "unexpected failure", correlationId } };
		}
		return { ok: false, error: { code: error.code, reason: error.reason, message: error.message, correlationId } };
	}
}

function hostSide(
	app: App,
	router: Router,
	listeners: Set<(push: Push) => void>,
	stopWork: () => Promise<void>,
	store: Store,
): HostCore {
	let stopped: Promise<void> | undefined;
	const signedIn = () => app.session.current() ?? refuse("not-signed-in", "session.not-signed-in");
	return {
		dispatch: router.dispatch,
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		async readMedia(handle) {
			return envelope(() => {
				if (!app.media.isOpen(handle)) signedIn();
				return app.media.read(handle);
			}, app);
		},
		async acceptMedia(ticket, bytes) {
			return envelope(() => {
				signedIn();
				app.session.touch();
				return app.media.accept(ticket, bytes);
			}, app);
		},
		lock: app.session.lock,
		wake() {
			app.siblings.desk.dialNow();
			void app.sync.engine.run();
		},
		stop() {
			stopped ??= (async () => {
				await stopWork();
				await router.idle();
				app.session.lock();
				listeners.clear();
				store.close();
			})();
			return stopped;
		},
	};
}

function brokenCore(options: CoreOptions, error: Refusal, listeners: Set<(push: Push) => void>): Core {
	const { dir, language, version, ports } = options;
	const no = () => refuse(error.code, error.reason, error.details);
	const handlers = {
		...Object.fromEntries(Object.keys(calls).map((name) => [name, no])),
		"workstation.state": () => brokenState({ dir, language, version, nowMs: ports.clock.now(), error }),
	};
	const session = { current: () => undefined, touch: () => undefined };
	const router = createRouter(calls, handlers as never, ports, session, (name) => {
		if (name !== "workstation.state") no();
	});
	return {
		app: undefined,
		dispatch: router.dispatch,
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		readMedia: async () => envelope<never>(no, options),
		acceptMedia: async () => envelope<never>(no, options),
		lock: () => undefined,
		wake: () => undefined,
		stop: async () => undefined,
	};
}
