/**
 * Scan to event in the guest of `npm run test:devices:guest`: through the kernel's HID core, hidraw and node-hid, and
 * through its USB stack and serialport. The guest's processor is interpreted: times are many times a real one's.
 */

import { guestPrograms, runGuest } from "../../../scripts/guest/run.mjs";
import { ensurePrograms } from "../../../scripts/os-packages.mjs";
import { atLeastShare, atMost, type Result } from "../result.ts";

export async function measureScannerGuest(): Promise<Result[]> {
	const missing = await ensurePrograms(guestPrograms);
	if (missing.length > 0) throw new Error(`no ${missing.join(", ")}`);
	const { figures, notRun, failed } = await runGuest();
	if (notRun || failed > 0) throw new Error(notRun ?? `${failed} checks of the guest failed`);
	const read = (name: string) => figures[name] ?? Number.NaN;
	return [
		atMost("scanner-guest-hid-p99", read("hid-p99-ms"), "ms", 5),
		// The pretended USB socket moves once in 4 ms, which no real one does; what we add to it is what counts.
		atMost(
			"scanner-guest-cdc-p99",
			read("cdc-p99-ms"),
			"ms",
			read("cdc-bare-p99-ms") + 5,
			"bare read of the port + 5 ms",
		),
		atLeastShare("scanner-guest-burst-in-order", read("hid-burst") + read("cdc-burst"), "scans", 400, "sent", 1),
	];
}
