/** The archive writes as a device of its own in every feed: one gapless chain each, signed with the one archive key. */
import { createHash } from "node:crypto";

/** The device id it has in that feed: the same on every instance, in every incarnation. */
export function archiveDevice(feed: string): string {
	const hex = createHash("sha256").update(`welt archive ${feed}`).digest("hex");
	return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
