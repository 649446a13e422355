/** Bodies of lines, packed or not. */
import { gunzipSync } from "node:zlib";
import type { FastifyInstance } from "fastify";
import { maxPushBytes } from "../../protocol/version.ts";
import { ArchiveRefused } from "../refuse.ts";

export const ndjson = "application/x-ndjson";
/** The header line comes on top of the events. */
export const maxBody = maxPushBytes + 4096;

/** What is packed may not unpack to more than the limit either. */
export function readLines(app: FastifyInstance): void {
	app.addContentTypeParser(ndjson, { parseAs: "buffer", bodyLimit: maxBody }, (request, body, done) => {
		try {
			const bytes = body as Buffer;
			const packed = request.headers["content-encoding"] === "gzip";
			done(null, (packed ? gunzipSync(bytes, { maxOutputLength: maxBody }) : bytes).toString("utf8"));
		} catch (error) {
			const tooLarge = (error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE";
			done(new ArchiveRefused(tooLarge ? "too-large" : "malformed", "the body does not unpack"));
		}
	});
}
