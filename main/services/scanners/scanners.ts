/** Answers `scanners.*`: what is connected, and the settings of those that can't find themselves. */
import { refuse } from "../../../domain/errors.ts";
import type { OutputOf, ParsedOf } from "../../../preload/contract/define.ts";
import type { scannersCalls } from "../../../preload/contract/scanners.ts";
import type { App } from "../../app.ts";

type Calls = typeof scannersCalls;

export function listScanners(app: App): OutputOf<Calls["scanners.list"]> {
	const desk = app.scanners;
	const { serial, repeatMs } = desk.settings();
	const states = new Map(desk.list().map((status) => [status.id, status]));
	const setUp = serial.map(({ id, ...setup }) => ({ id, setup, status: states.get(id) }));
	const found = [...states.values()].filter(({ kind }) => kind === "hid");
	return {
		scanners: [
			...setUp.map(({ id, setup, status }) => ({
				...{ id, kind: "serial" as const, name: setup.name, setup },
				...how(status),
			})),
			...found.map((status) => ({
				...{ id: status.id, kind: "hid" as const, name: status.name, setup: null },
				...how(status),
			})),
		],
		trouble: desk.trouble() ?? null,
		repeatMs,
	};
}

type Status = ReturnType<App["scanners"]["list"]>[number];

function how(status: Status | undefined) {
	const { state = "searching", lastError, lastScanAt, repeats = 0 } = status ?? {};
	return {
		...{ state, repeats, trouble: lastError ?? null },
		lastScanAt: lastScanAt === undefined ? null : new Date(lastScanAt).toISOString(),
	};
}

export async function listScannerPorts(app: App): Promise<OutputOf<Calls["scanners.ports"]>> {
	const ports = await app.scanners.ports().catch(() => refuse("device-failed", "scanner.no-serial-driver"));
	const { serial } = app.scanners.settings();
	return {
		ports: ports.map(({ path, name }) => ({
			...{ path, name },
			usedBy: serial.find((one) => one.path === path)?.name ?? null,
		})),
	};
}

export async function saveScanner(
	app: App,
	{ id, scanner }: ParsedOf<Calls["scanners.save"]>,
): Promise<OutputOf<Calls["scanners.save"]>> {
	const desk = app.scanners;
	const { serial, repeatMs } = desk.settings();
	if (id !== undefined && !serial.some((one) => one.id === id)) refuse("not-found", "scanner.unknown");
	const holder = serial.find((one) => one.path === scanner.path && one.id !== id);
	if (holder) refuse("rule-broken", "scanner.port-taken", { name: holder.name });
	if (id === undefined && serial.length >= 16) refuse("rule-broken", "scanner.too-many");
	const made = { ...scanner, id: id ?? `serial:${app.ports.ids.uuid()}` };
	await desk.replace({
		serial: id === undefined ? [...serial, made] : serial.map((one) => (one.id === id ? made : one)),
		repeatMs,
	});
	return { id: made.id };
}

export async function removeScanner(
	app: App,
	{ id }: ParsedOf<Calls["scanners.remove"]>,
): Promise<OutputOf<Calls["scanners.remove"]>> {
	const { serial, repeatMs } = app.scanners.settings();
	if (!serial.some((one) => one.id === id)) refuse("not-found", "scanner.unknown");
	await app.scanners.replace({ serial: serial.filter((one) => one.id !== id), repeatMs });
	return {};
}

export async function setRepeat(
	app: App,
	{ repeatMs }: ParsedOf<Calls["scanners.repeat"]>,
): Promise<OutputOf<Calls["scanners.repeat"]>> {
	await app.scanners.replace({ ...app.scanners.settings(), repeatMs });
	return {};
}
