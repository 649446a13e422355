/**
 * The fields calls are made of. Every string is length-limited, NFC, trimmed and free of control characters, so that
 * nothing odd gets past the edge. Objects in inputs are `z.strictObject`.
 */
import { z } from "zod";

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what is refused
const control = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above, but lines may be broken
const controlButNewline = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff]/;

function clean(max: number, forbidden: RegExp) {
	return z
		.string()
		.max(max * 2)
		.refine((s) => !forbidden.test(s), { message: "control-characters" })
		.transform((s) => s.normalize("NFC").trim())
		.pipe(z.string().max(max));
}

/** One line of text, may be empty. */
export const line = (max = 60) => clean(max, control);
/** One line of text that says something. */
export const filled = (max = 60) => clean(max, control).pipe(z.string().min(1));
/** Several lines. */
export const words = (max = 1000) => clean(max, controlButNewline);
/** A code of the standard or of ours. */
export const code = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/);
export const uuid = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);
/** sha256 of a stored picture: the handle a call or an upload gave. */
export const mediaHandle = z.string().regex(/^[0-9a-f]{64}$/);
/** Whole fen, up to ten million yuan. */
export const fen = z.int().min(0).max(1_000_000_000);
/** How many events the caller's copy of the aggregate was folded from. */
export const version = z.int().min(0).max(1_000_000_000);
/** UTC, ISO 8601. */
export const instant = z.iso.datetime();
/** YYYY-MM-DD in the store's zone. */
export const day = z.iso.date();
export const pin = z.string().regex(/^\d{4,8}$/);
export const role = z.enum(["clerk", "technician", "inspector", "manager"]);

/** A manager (or inspector) stands behind an act: their PIN, or a scan of their badge. */
export const approval = z.union([
	z.strictObject({ person: uuid, pin }),
	z.strictObject({ badge: z.string().min(8).max(80) }),
]);
export type Approval = z.infer<typeof approval>;
