/**
 * Uploads by tus 1.0: begun with a sha256, sent in pieces, gone on with after any break. At its end the ciphertext is
 * hashed again: only what has the hash it was announced with becomes a picture, anything else is thrown away. An upload
 * belongs to the store that began it. Two instances may hold one disk; each piece of an upload must reach one of them.
 */
import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as WebStream } from "node:stream/web";
import { Server } from "@tus/server";
import type { FastifyReply, FastifyRequest } from "fastify";
import { endpoints } from "../../protocol/endpoints.ts";
import { sha256Hex } from "../../protocol/fields.ts";
import type { RefusalCode } from "../../protocol/refusal.ts";
import { maxBlobBytes } from "../../protocol/version.ts";
import type { Archive } from "../archive.ts";
import { reopenFor } from "../erase/begin.ts";
import type { Caller } from "../gate/tokens.ts";
import { ArchiveRefused } from "../refuse.ts";

/** Between brand and upload in an address, so that none is taken for a picture's. */
export const uploadPath = "upload";

/** A picture's name in the store of files. */
export const blobName = (brand: string, sha: string) => `${brand}/${sha.slice(0, 2)}/${sha}`;

/** Ours, set by us alone: who begins this upload. */
const beganBy = "x-welt-began-by";
const idForm = /^([0-9a-f-]{36})_([0-9a-f-]{36})_([0-9a-f]{64})_[0-9a-f]{16}$/;

const codes: Record<number, RefusalCode> = {
	403: "forbidden",
	404: "not-found",
	409: "expect",
	410: "not-found",
	413: "too-large",
};

/** tus answers with what is thrown when it has these two. */
const tusRefusal = (status_code: number, message: string, code: RefusalCode = codes[status_code] ?? "malformed") =>
	Object.assign(new Error(message), { status_code, body: JSON.stringify({ code, message }) });

export function createUploads(archive: Archive) {
	const { files, random } = archive;

	async function finish(id: string): Promise<void> {
		const [, store = "", brand = "", sha = ""] = idForm.exec(id) ?? [];
		const hash = createHash("sha256");
		let bytes = 0;
		await pipeline(files.readUpload(id), async (chunks) => {
			for await (const chunk of chunks as AsyncIterable<Buffer>) {
				bytes += chunk.length;
				hash.update(chunk);
			}
		});
		if (hash.digest("hex") !== sha) {
			await files.uploads.remove(id);
			throw tusRefusal(400, "what was sent has another hash");
		}
		await files.keepUpload(id, blobName(brand, sha));
		await archive.sql.transaction([brand], async (tx) => {
			await tx.rows("INSERT INTO blob VALUES (decode($1, 'hex'), $2, $3, $4, $5) ON CONFLICT DO NOTHING", [
				sha,
				brand,
				store,
				bytes,
				archive.clock.now(),
			]);
			await reopenFor(tx, sha, brand);
		});
		archive.log.info("blob", { bytes });
	}

	const tus = new Server({
		path: endpoints.blobs.path,
		datastore: files.uploads,
		maxSize: maxBlobBytes,
		relativeLocation: true,
		disableTerminationForFinishedUploads: true,
		namingFunction(request, metadata) {
			const sha = sha256Hex.safeParse(metadata?.["sha"]).data;
			const length = Number(request.headers.get("upload-length"));
			if (sha === undefined || !(length > 0)) throw tusRefusal(400, "an upload begins with its sha256 and length");
			return `${request.headers.get(beganBy)}_${sha}_${Buffer.from(random.bytes(8)).toString("hex")}`;
		},
		generateUrl: (_request, { path, id }) => `${path}/${idForm.exec(id)?.[2]}/${uploadPath}/${id}`,
		async onUploadFinish(_request, { id }) {
			await finish(id);
			return {};
		},
		onResponseError(_request, raw) {
			const known = raw as { status_code?: number; body?: string; message?: string };
			const status = known.status_code ?? 500;
			if (status < 500 && known.body?.startsWith("{")) return { status_code: status, body: known.body };
			if (status >= 500) archive.log.warn("upload", { error: String(known.message ?? known.body).slice(0, 300) });
			const body = { code: status >= 500 ? "internal" : (codes[status] ?? "malformed"), message: "the upload failed" };
			return { status_code: status, body: JSON.stringify(body) };
		},
	});

	return {
		/** One request of an upload. Refuses `not-found` for one that another store began. */
		async answer(
			caller: Caller & { brand: string },
			request: FastifyRequest,
			reply: FastifyReply,
		): Promise<FastifyReply> {
			const { id } = request.params as { id?: string };
			if (id !== undefined) {
				const [, store, brand] = idForm.exec(id) ?? [];
				if (store !== caller.store || brand !== caller.brand) throw new ArchiveRefused("not-found", "no such upload");
			}
			const headers = new Headers();
			for (const [name, value] of Object.entries(request.headers)) {
				// Not for tus: our token, and what it would lock or fetch by itself.
				if (typeof value === "string" && name !== "authorization" && name !== "expect") headers.set(name, value);
			}
			headers.set(beganBy, `${caller.store}_${caller.brand}`);
			const body = request.method === "PATCH" ? (Readable.toWeb(request.raw) as WebStream<Uint8Array>) : null;
			const asked = new Request(new URL(request.url, "http://archive"), {
				method: request.method,
				headers,
				...(body ? { body: body as unknown as NonNullable<RequestInit["body"]>, duplex: "half" } : {}),
			} as RequestInit);
			const answer = await tus.handleWeb(asked as never);
			for (const [name, value] of answer.headers) if (name !== "content-length") reply.header(name, value);
			return reply.status(answer.status).send(await answer.text());
		},
		/** Uploads nobody went on with. */
		sweep: () => tus.cleanUpExpiredUploads(),
	};
}
