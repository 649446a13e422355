import { mkdirSync } from "node:fs";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { refuse } from "../../domain/errors.ts";

type Place = { platform: NodeJS.Platform; env: Record<string, string | undefined>; home: string };

/** Where a workstation keeps its data unless told otherwise: the operating system's per-user folder. */
export function defaultDataFolder(place: Place = { platform: process.platform, env: process.env, home: homedir() }) {
	const { platform, env, home } = place;
	if (platform === "win32") return join(env.LOCALAPPDATA ?? join(home, "AppData", "Local"), "Welt");
	if (platform === "darwin") return join(home, "Library", "Application Support", "Welt");
	return join(env.XDG_DATA_HOME || join(home, ".local", "share"), "welt");
}

/**
 * Makes the folder if it must. Answers its absolute path. A folder that is there but can't be written is no matter of
 * ours: the core starts, finds out, and the screens say it.
 */
export function openDataFolder(wanted: string | undefined): string {
	const dir = resolve(wanted ?? defaultDataFolder());
	try {
		mkdirSync(dir, { recursive: true, mode: 0o700 });
	} catch (cause) {
		if ((cause as NodeJS.ErrnoException).code === "ENOSPC") refuse("storage-full", "data.full");
		refuse("storage-damaged", "data.not-writable", { code: String((cause as NodeJS.ErrnoException).code) });
	}
	return dir;
}
