/** The workshop's record on a stick: written to a folder, taken in from a file or a folder. */
import { readdirSync, statSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import { refuse } from "../../../domain/errors.ts";
import type { InputOf, OutputOf } from "../../../preload/contract/define.ts";
import type { lanCalls } from "../../../preload/contract/lan.ts";
import type { App } from "../../app.ts";
import { tryFolder } from "../backup/folder.ts";
import { stampNow } from "../staff/stamp.ts";

type Calls = typeof lanCalls;

const ending = ".welt-stick";

/** Nothing of anybody in the name: the workshop's code, this PC's number, the time. */
function fileName(app: App): string {
	const { code } = app.store().state;
	const number = String(app.siblings.pcs()[app.log.identity.dev]?.station ?? 1).padStart(2, "0");
	return `welt-${code}-${number}-${stampNow(app).replace(/\D/g, "").slice(0, 14)}${ending}`;
}

export function writeStick(
	app: App,
	{ folder: typed, for: dev }: InputOf<Calls["lan.writeStick"]>,
): OutputOf<Calls["lan.writeStick"]> {
	if (dev !== null && !app.siblings.pcs()[dev]) refuse("not-found", "lan.no-such-pc");
	const { folder } = tryFolder(app, typed, false);
	const path = join(folder, fileName(app));
	const has = dev === null ? [] : app.siblings.note(dev).has;
	const known = new Map(has.map(([of, epoch, seq]) => [`${of}/${epoch}`, seq]));
	const { events } = app.siblings.stick.write(path, known);
	return { path, events };
}

/** The files meant: the one typed, or those in the folder typed, oldest first. */
function filesAt(path: string): string[] {
	if (!isAbsolute(path)) refuse("invalid-input", "lan.stick-relative");
	const found = statSync(path, { throwIfNoEntry: false });
	if (!found) refuse("not-found", "lan.stick-missing");
	if (!found.isDirectory()) return [path];
	const names = readdirSync(path).filter((name) => name.endsWith(ending));
	if (names.length === 0) refuse("not-found", "lan.stick-missing");
	return names.sort().map((name) => join(path, name));
}

export function readStick(app: App, { path }: InputOf<Calls["lan.readStick"]>): OutputOf<Calls["lan.readStick"]> {
	const files = filesAt(path.trim());
	const sum = { files: files.length, events: 0, stored: 0, refused: 0 };
	for (const file of files) {
		const { events, stored, chainsRefused } = app.siblings.stick.read(file);
		sum.events += events;
		sum.stored += stored;
		sum.refused += chainsRefused;
	}
	return sum;
}
