/** How the archive refuses. Closed set; a workstation knows what to do with each. */
import { z } from "zod";

export const refusalCodes = [
	/** Not a message of this protocol, or over a limit. Sending it again won't help. */
	"malformed",
	"too-large",
	/** No token, an old one, or a signature that does not hold: sign in again. */
	"sign-in",
	/** This device was revoked: its pushes are kept in quarantine, it reads nothing. */
	"revoked",
	/** Not this device's to read or write. */
	"forbidden",
	"not-found",
	/** Push: `expect` and `fork` carry more (push.ts). */
	"expect",
	"fork",
	/** Speak a newer protocol: `minProto`. */
	"upgrade",
	/** Too much at once: `Retry-After` says when. */
	"later",
	"internal",
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

export const refusal = z.looseObject({ code: z.enum(refusalCodes), message: z.string().max(300) });
export type ArchiveRefusal = z.infer<typeof refusal>;
