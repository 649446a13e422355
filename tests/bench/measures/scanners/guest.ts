/**
 * Scan to event in the guest of `npm run test:devices:guest`: through the kernel's HID core, hidraw and node-hid, and
 * through its USB stack and serialport. The guest's processor is interpreted: times are many times a real one's.
 */

import { guestPrograms, runGuest } from "../../../../scripts/guest/run.mjs";
import { ensurePrograms } from "../../../../scripts/os-packages.mjs";
import { atLeastShare, atMost, type Result } from "../../result.ts";

export async function measureScannerGuest(): Promise<Result[]> {
	const missing = await ensurePrograms(guestPrograms);
	if (missing.length > 0) throw new Error(`no ${missing.join(", ")}`);
	const { figures, notRun, failed } = await runGuest();
	if (notRun || failed > 0) throw new Error(notRun ?? `${failed} checks of the guest failed`);
	const read = (name: string) => figures[name] ?? Number.NaN;
	// The processor is interpreted and the pretended USB socket moves once in 4 ms: what we add to a bare read counts.
	const added = (kind: string) =>
		atMost(
			`scanner-guest-${kind}-p99`,
			read(`${kind}-p99-ms`),
			"ms",
			read(`${kind}-bare-p99-ms`) + 5,
			"bare read + 5 ms",
		);
	return [
		added("hid"),
		added("cdc"),
		atLeastShare("scanner-guest-burst-in-order", read("hid-burst") + read("cdc-burst"), "scans", 400, "sent", 1),
	];
}
