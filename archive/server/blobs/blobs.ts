/**
 * Pictures of events, as ciphertext under the name of their brand and sha256. What a workstation asks before it sends
 * (is it there?), reads and sends (uploads.ts). A picture is its brand's: stores of another never learn that it exists.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { endpoints } from "../../protocol/endpoints.ts";
import { sha256Hex, uuid } from "../../protocol/fields.ts";
import type { Archive } from "../archive.ts";
import type { Caller } from "../gate/tokens.ts";
import { refuse } from "../refuse.ts";
import type { ByteRange } from "./files.ts";
import { blobName, createUploads, uploadPath } from "./uploads.ts";

const path = endpoints.blobs.path;

/** Refuses `revoked`, `not-found` for a brand that is not the caller's. */
export async function callerOf(archive: Archive, request: FastifyRequest): Promise<Caller & { brand: string }> {
	const caller = await archive.caller(request);
	if (caller.revoked) refuse("revoked", "this device was revoked");
	const brand = uuid.safeParse((request.params as { brand?: string }).brand).data;
	if (brand === undefined || !caller.brands.includes(brand)) refuse("not-found", "no such picture");
	return { ...caller, brand };
}

/** Bytes of a verified picture; undefined when it isn't here, or its file is lost. */
export async function findBlob(archive: Archive, brand: string, sha: string): Promise<number | undefined> {
	const rows = await archive.sql.transaction([brand], (tx) =>
		tx.rows("SELECT 1 FROM blob WHERE brand = $1 AND sha = decode($2, 'hex')", [brand, sha]),
	);
	return rows.length === 0 ? undefined : archive.files.size(blobName(brand, sha));
}

/** `bytes=a-b`, `bytes=a-`; undefined when there is none. Refuses `malformed` for any other form or place. */
export function readRange(header: string | undefined, size: number): ByteRange | undefined {
	if (header === undefined) return undefined;
	const [, from = "", to = ""] = /^bytes=(\d{1,12})-(\d{0,12})$/.exec(header) ?? refuse("malformed", "not a range");
	const range = { first: Number(from), last: to === "" ? size - 1 : Math.min(Number(to), size - 1) };
	return range.first <= range.last ? range : refuse("malformed", "not a range of this file");
}

/** A kept file as an answer, whole or a part of it. */
export function sendFile(
	archive: Archive,
	request: FastifyRequest,
	reply: FastifyReply,
	name: string,
	size: number,
): FastifyReply {
	const range = readRange(request.headers.range, size);
	const { first, last } = range ?? { first: 0, last: size - 1 };
	reply.type("application/octet-stream").header("accept-ranges", "bytes").header("cache-control", "no-store");
	reply.header("content-length", String(last - first + 1));
	if (range) reply.status(206).header("content-range", `bytes ${first}-${last}/${size}`);
	return request.method === "HEAD" ? reply.send() : reply.send(archive.files.read(name, range));
}

/** Answers the work of sweeping uploads that nobody went on with. */
export function addBlobs(app: FastifyInstance, archive: Archive): { sweep(): Promise<unknown> } {
	const uploads = createUploads(archive);
	app.route({
		method: ["GET", "HEAD"],
		url: `${path}/:brand/:sha`,
		async handler(request, reply) {
			const { brand } = await callerOf(archive, request);
			const sha = sha256Hex.safeParse((request.params as { sha?: string }).sha).data;
			const size = sha === undefined ? undefined : await findBlob(archive, brand, sha);
			if (sha === undefined || size === undefined) refuse("not-found", "no such picture");
			return sendFile(archive, request, reply, blobName(brand, sha), size);
		},
	});
	app.register(async (inner) => {
		// tus reads the body itself, as it comes: what arrived before a line broke is kept.
		inner.removeAllContentTypeParsers();
		inner.addContentTypeParser("*", (_request, payload, done) => done(null, payload));
		inner.route({
			method: ["POST"],
			url: `${path}/:brand`,
			handler: async (request, reply) => uploads.answer(await callerOf(archive, request), request, reply),
		});
		inner.route({
			method: ["HEAD", "PATCH", "DELETE"],
			url: `${path}/:brand/${uploadPath}/:id`,
			handler: async (request, reply) => uploads.answer(await callerOf(archive, request), request, reply),
		});
	});
	return uploads;
}
