/**
 * Which backups go. Kept: everything of the last day, the newest of each of the last seven days, the newest of each week
 * before that; and nothing older than 35 days, so that what a customer had erased is gone from every copy by then.
 */
import { rmSync } from "node:fs";
import { type FoundBackup, listBackups } from "./manifest.ts";

const dayMs = 86_400_000;
export const longestKeptDays = 35;
const dailyFor = 7;

/** The newest always stays. Days and weeks are the calendar's: counted back from now, every week would lose its last one. */
export function expiredBackups<T extends { madeAt: number }>(newestFirst: readonly T[], now: number): T[] {
	const taken = new Set<string>();
	return newestFirst.filter(({ madeAt }, at) => {
		if (at === 0) return false;
		const days = Math.floor((now - madeAt) / dayMs);
		if (days >= longestKeptDays) return true;
		if (days < 1) return false;
		const slot = days < dailyFor ? `day ${Math.floor(madeAt / dayMs)}` : `week ${Math.floor(madeAt / (7 * dayMs))}`;
		if (taken.has(slot)) return true;
		taken.add(slot);
		return false;
	});
}

/** Removes what expired of this workstation's own backups; a neighbour's in the same folder are not touched. */
export function rotateBackups(folder: string, dev: string, now: number): FoundBackup[] {
	const own = listBackups(folder)
		.filter(({ manifest }) => manifest.dev === dev)
		.map((found) => ({ ...found, madeAt: found.manifest.madeAt }));
	const expired = expiredBackups(own, now);
	for (const { dir } of expired) rmSync(dir, { recursive: true, force: true });
	return expired;
}
