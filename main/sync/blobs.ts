/**
 * Pictures to and from the archive, as ciphertext. Every picture of the log waits until the archive has hashed it; one of
 * another PC is fetched when somebody opens it. In pieces, a few megabytes a round, so that events never queue behind a
 * picture; what arrived of a broken one counts, also after a restart.
 */
import { endpoints } from "../../archive/protocol/endpoints.ts";
import type { BlobTransfers, TransferRow } from "../../db/queries/exchange/blob-transfers.ts";
import type { BlobStore } from "../vault/blobs.ts";
import { type ArchiveClient, ArchiveSaidNo } from "./archive-client.ts";
import { LineDown, type Said } from "./line.ts";

export type BlobDeps = {
	client: ArchiveClient;
	transfers: BlobTransfers;
	blobs: BlobStore;
	clock: { now(): number };
	/** What belongs to no brand by name belongs to this one. */
	house: string;
	/** A picture that somebody waits for is here. */
	arrived(sha: string): void;
	/** More waits than one round takes. */
	again(): void;
};

const pieceBytes = 1024 * 1024;
const roundBytes = 4 * pieceBytes;
const roundPictures = 32;
const firstPatienceMs = 30_000;
const longestPatienceMs = 3_600_000;

const tus = { "tus-resumable": "1.0.0" };
const patience = (tries: number) => Math.min(longestPatienceMs, firstPatienceMs * 2 ** Math.min(tries, 10));

/** One round, those somebody waits for first. Answers how many pictures are through. Rejects LineDown or ArchiveSaidNo. */
export async function moveBlobs(deps: BlobDeps): Promise<number> {
	const { transfers, clock } = deps;
	let left = roundBytes;
	let done = 0;
	const spend = (bytes: number) => {
		left -= bytes;
		return left > 0;
	};
	for (const [state, move] of [
		["down", fetchOne],
		["up", sendOne],
	] as const) {
		for (const row of transfers.due(state, clock.now(), roundPictures)) {
			if (left <= 0) break;
			if (await move(deps, row, spend).catch((error: unknown) => putOff(deps, row, error))) done += 1;
		}
	}
	// Those whose time hasn't come don't count: they wait for the next ordinary round.
	if (transfers.due("up", clock.now(), 1).length + transfers.due("down", clock.now(), 1).length > 0) deps.again();
	return done;
}

/** What is the matter with one picture holds up no other; a line that is down holds up all. */
function putOff({ transfers, clock }: BlobDeps, { sha, tries }: TransferRow, error: unknown): false {
	if (!(error instanceof ArchiveSaidNo)) throw error;
	if (error.code === "later" || error.code === "revoked" || error.code === "sign-in") throw error;
	transfers.setUrl(sha, null);
	transfers.later(sha, clock.now() + patience(tries));
	return false;
}

const pathOf = (deps: BlobDeps, { brand, sha }: TransferRow) => `${endpoints.blobs.path}/${brand ?? deps.house}/${sha}`;

type Spend = (bytes: number) => boolean;

async function sendOne(deps: BlobDeps, row: TransferRow, spend: Spend): Promise<boolean> {
	const { transfers, blobs } = deps;
	const size = blobs.sealedBytes(row.sha);
	if (size === undefined) {
		// Lost here: perhaps it is there, and can be had back.
		transfers.become(row.sha, "away");
		return false;
	}
	if (await isThere(deps, row)) return sent(deps, row);
	const begun = row.url === null ? undefined : await resume(deps, row.url);
	const url = begun?.url ?? (await begin(deps, row, size));
	let offset = begun?.offset ?? 0;
	while (offset < size) {
		// Its customer was erased while it was on its way.
		if (!transfers.find(row.sha)) return false;
		const piece = blobs.sealedPiece(row.sha, offset, pieceBytes);
		const more = spend(piece.byteLength);
		offset = offsetOf(
			await deps.client.ask({
				method: "PATCH",
				path: url,
				headers: { ...tus, "content-type": "application/offset+octet-stream", "upload-offset": String(offset) },
				body: piece,
			}),
		);
		if (!more && offset < size) return false;
	}
	if (await isThere(deps, row)) return sent(deps, row);
	// Everything arrived and yet it is not there: the archive stopped between the two. From the start.
	transfers.setUrl(row.sha, null);
	return false;
}

function sent({ transfers }: BlobDeps, { sha }: TransferRow): true {
	transfers.become(sha, "sent");
	return true;
}

async function isThere(deps: BlobDeps, row: TransferRow): Promise<boolean> {
	return (await unlessMissing(deps.client.ask({ method: "HEAD", path: pathOf(deps, row) }))) !== undefined;
}

async function begin(deps: BlobDeps, row: TransferRow, size: number): Promise<string> {
	const metadata = `sha ${Buffer.from(row.sha).toString("base64")}`;
	const headers = { ...tus, "upload-length": String(size), "upload-metadata": metadata };
	const path = `${endpoints.blobs.path}/${row.brand ?? deps.house}`;
	const { location } = (await deps.client.ask({ method: "POST", path, headers })).headers;
	if (!location?.startsWith(`${endpoints.blobs.path}/`)) throw new LineDown("an upload without an address");
	deps.transfers.setUrl(row.sha, location);
	return location;
}

/** Where an upload stands; undefined when the archive knows it no more. */
async function resume(deps: BlobDeps, url: string): Promise<{ url: string; offset: number } | undefined> {
	const said = await unlessMissing(deps.client.ask({ method: "HEAD", path: url, headers: tus }));
	return said && { url, offset: offsetOf(said) };
}

function offsetOf(said: Said): number {
	const offset = Number(said.headers["upload-offset"]);
	if (said.headers["upload-offset"] === undefined || !Number.isInteger(offset)) throw new LineDown("no offset");
	return offset;
}

async function unlessMissing(asked: Promise<Said>): Promise<Said | undefined> {
	try {
		return await asked;
	} catch (error) {
		if (error instanceof ArchiveSaidNo && error.code === "not-found") return undefined;
		throw error;
	}
}

async function fetchOne(deps: BlobDeps, row: TransferRow, spend: Spend): Promise<boolean> {
	const { blobs, transfers } = deps;
	for (;;) {
		const have = blobs.partBytes(row.sha);
		const headers = { range: `bytes=${have}-${have + pieceBytes - 1}` };
		const said = await deps.client
			.ask({ method: "GET", path: pathOf(deps, row), headers, binary: true })
			.catch((error: unknown) => {
				// A part that is no beginning of it.
				if (error instanceof ArchiveSaidNo && error.code === "malformed") blobs.dropPart(row.sha);
				throw error;
			});
		// Its customer was erased while it was on its way.
		if (!transfers.find(row.sha)) {
			blobs.dropPart(row.sha);
			return false;
		}
		const total = Number(/\/(\d+)$/.exec(said.headers["content-range"] ?? "")?.[1]);
		const { bytes } = said;
		if (!bytes || bytes.byteLength === 0 || !(total > 0)) throw new LineDown("a part that is none");
		const more = spend(bytes.byteLength);
		if (blobs.addPart(row.sha, have, bytes) < total) {
			if (more) continue;
			return false;
		}
		if (!blobs.finishPart(row.sha)) throw new ArchiveSaidNo("malformed", "what came has another hash", {});
		transfers.become(row.sha, "sent");
		deps.arrived(row.sha);
		return true;
	}
}
