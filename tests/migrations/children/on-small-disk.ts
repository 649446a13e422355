/**
 * A whole workstation on a disk of its own: works until it is full, is given room again, goes on; then the disk turns
 * read-only. Says what it saw as one line of JSON. Called with a folder on a disk of a few megabytes, and how to make
 * that disk read-only and writable again (`mount` as root, `mode` otherwise).
 */
import { execFileSync } from "node:child_process";
import { appendFileSync, chmodSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createKeyFile } from "../../../main/adapters/key-file.ts";
import { systemPorts } from "../../../main/adapters/ports.ts";
import { type Core, createCore } from "../../../main/core.ts";
import type { Envelope } from "../../../preload/contract/define.ts";
import { foundInput } from "../../support/door.ts";
import { rootDir } from "../../support/memory-workstation.ts";

const [dir = "", disk = "", means = "mode"] = process.argv.slice(2);
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const caller = { host: "memory", client: "test" } as const;
const ballast = join(dir, "ballast");

const open = () =>
	createCore({
		dir,
		rootDir,
		ports: systemPorts(quiet),
		keys: createKeyFile(dir),
		language: "zh-CN",
		version: "0.0.0-test",
	});
const reasonOf = (answer: Envelope) => (answer.ok ? "ok" : `${answer.error.code} ${answer.error.reason ?? ""}`.trim());

let acts = 0;
async function act(core: Core): Promise<Envelope> {
	const version = core.app?.store().version ?? 0;
	acts += 1;
	return core.dispatch("store.set", { version, changes: { address: `${acts} `.padEnd(190, "路") } }, caller);
}

async function state(core: Core) {
	const answer = await core.dispatch("workstation.state", {}, caller);
	const { phase, reason } = (answer.ok ? answer.value : {}) as { phase?: string; reason?: string };
	return { phase, reason };
}

async function sheetCode(core: Core): Promise<string> {
	const drawn = await core.dispatch(
		"setup.drawRecovery",
		{ language: "zh-CN", centreName: "沿条", stationNumber: 1 },
		caller,
	);
	return drawn.ok ? (drawn.value as { groups: string[] }).groups.join("") : "";
}

function fill(bytes: number): number {
	try {
		writeFileSync(ballast, Buffer.alloc(bytes));
		return bytes;
	} catch {
		rmSync(ballast, { force: true });
		return 0;
	}
}

/** Adds to the ballast as much as there is room for. */
function stuff(bytes: number): void {
	try {
		for (;;) appendFileSync(ballast, Buffer.alloc(bytes));
	} catch {
		// Full for pieces of this size.
	}
}

/** Leaves enough for a while, not for long. Without a disk of its own, the file may not grow. */
function takeRoom({ app }: Core): void {
	if (means !== "mount") {
		app?.writer.pragma(`max_page_count = ${Number(app.writer.pragma("page_count", { simple: true })) + 8}`);
		return;
	}
	let room = 16 * 1024 * 1024;
	while (room > 0 && fill(room) === 0) room -= 64 * 1024;
	fill(room - 384 * 1024);
}

function giveRoom({ app }: Core): void {
	app?.writer.pragma("max_page_count = 1000000");
	rmSync(ballast, { force: true });
}

function setWritable(writable: boolean): void {
	if (means === "mount") {
		execFileSync("mount", ["-o", `remount,${writable ? "rw" : "ro"}`, disk]);
		return;
	}
	const mode = (place: string) => {
		const open = statSync(place).isDirectory() ? 0o700 : 0o600;
		chmodSync(place, writable ? open : open & 0o577);
	};
	if (writable) mode(dir);
	for (const name of readdirSync(dir)) mode(join(dir, name));
	if (!writable) mode(dir);
}

const seen: Record<string, unknown> = {};
let core = await open();
await core.dispatch("setup.found", foundInput(await sheetCode(core), null), caller);
takeRoom(core);
let acknowledged = 0;
for (;;) {
	const answer = await act(core);
	if (!answer.ok) {
		seen["full"] = reasonOf(answer);
		break;
	}
	acknowledged += 1;
	if (acknowledged > 20_000) break;
}
seen["acknowledged"] = acknowledged;
seen["again"] = reasonOf(await act(core));
seen["reads"] = reasonOf(await core.dispatch("store.history", {}, caller));
giveRoom(core);
const after = await act(core);
seen["after"] = reasonOf(after);
if (after.ok) acknowledged += 1;
await core.stop();

core = await open();
seen["reopened"] = await state(core);
const store = core.app?.log.identity.store ?? "";
seen["kept"] = core.app?.events.list([`store:${store}`]).filter((event) => event.type === "store.set").length;
seen["expected"] = acknowledged;
await core.stop();

// Started on a disk that is full to its last block.
if (means === "mount") {
	for (let bytes = 16 * 1024 * 1024; bytes >= 512; bytes /= 2) stuff(bytes);
	core = await open();
	seen["openedFull"] = await state(core);
	await core.stop();
	rmSync(ballast, { force: true });
}

setWritable(false);
core = await open();
seen["readOnly"] = await state(core);
seen["readOnlyCall"] = reasonOf(await core.dispatch("store.get", {}, caller));
await core.stop();
setWritable(true);
core = await open();
seen["writable"] = await state(core);
await core.stop();
console.log(JSON.stringify(seen));
