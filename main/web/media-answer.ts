import type { ErrorCode } from "../../domain/errors.ts";
import type { Envelope } from "../../preload/contract/define.ts";
import type { MediaRead } from "../host-core.ts";
import { commonHeaders } from "./content-policy.ts";
import type { Answer } from "./static-file.ts";

/** A photo or signature on its way in, in bytes. */
export const maxMediaBytes = 8 * 1024 * 1024;
/** One call's input as JSON text, in bytes. */
export const maxCallBytes = 1024 * 1024;

/** Everything else leaves as a download: nothing from media may ever run as a page of ours. */
const shown = /^(image\/(jpeg|png|webp)|application\/pdf|text\/csv(; ?charset=utf-8)?|text\/plain(; ?charset=utf-8)?)$/;

const statuses: Partial<Record<ErrorCode, number>> = {
	"invalid-input": 400,
	"not-signed-in": 401,
	forbidden: 403,
	"not-found": 404,
	conflict: 409,
	"storage-full": 507,
};

/** Bytes behind a handle as an HTTP answer. Never cached: on disk they are encrypted, and stay so. */
export function mediaAnswer(read: Envelope<MediaRead>): Answer {
	if (!read.ok) return envelopeAnswer(read, statuses[read.error.code] ?? 500);
	const { mime, bytes, fileName } = read.value;
	const inline = shown.test(mime);
	const named = fileName ? `; filename*=UTF-8''${encodeURIComponent(fileName)}` : "";
	const headers = {
		...commonHeaders,
		"content-type": inline ? mime : "application/octet-stream",
		"content-disposition": `${inline ? "inline" : "attachment"}${named}`,
		"content-length": String(bytes.byteLength),
		"content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'",
		"cache-control": "no-store",
	};
	return { status: 200, headers, body: bytes };
}

/** An envelope as an HTTP answer; a status other than 200 is a failure of the line itself, or of reading media. */
export function envelopeAnswer(envelope: Envelope, status = 200): Answer {
	const headers = { ...commonHeaders, "content-type": "application/json", "cache-control": "no-store" };
	return { status, headers, body: JSON.stringify(envelope) };
}
