/**
 * Keys and pictures between siblings: what this PC's log names and it doesn't have is asked of whoever is there. Keys of
 * customers who were erased are nowhere, so nobody gets them; pictures travel as ciphertext and count only whole.
 */
import type { BlobTransfers } from "../../../db/queries/exchange/blob-transfers.ts";
import type { KeyRows } from "../../../db/queries/keys.ts";
import type { AggId } from "../../../domain/event/event.ts";
import type { BlobStore } from "../../vault/blobs.ts";
import type { Vault } from "../../vault/vault.ts";
import { keysAtOnce, type LanMessage, type MessageOf } from "./messages.ts";

export type CourierDeps = {
	clock: { now(): number };
	keys: KeyRows;
	vault: Vault;
	blobs: BlobStore;
	transfers: BlobTransfers;
	transact<T>(work: () => T): T;
	/** Its customer was erased: nobody may bring the key back. */
	erased(kid: string): boolean;
	/** What these keys lock can be read from now on. */
	opened(kids: readonly string[]): void;
	/** A picture that somebody waits for is here. */
	arrived(sha: string): void;
};

type Send = (message: LanMessage) => void;
export type Courier = ReturnType<typeof createCourier>;

const pieceBytes = 256 * 1024;
/** A picture of the trade is a few megabytes; nothing that claims more is fetched. */
const mostBlobBytes = 32 * 1024 * 1024;

/** One for each conversation: it remembers what it asked there. */
export function createCourier({
	clock,
	keys,
	vault,
	blobs,
	transfers,
	transact,
	erased,
	opened,
	arrived,
}: CourierDeps) {
	let asked = new Set<string>();
	let fetching: string | undefined;
	const nowhere = new Set<string>();

	function askKeys(send: Send): void {
		// A sibling may have a key before the archive does: how often the archive is asked doesn't matter here.
		const kids = keys.wanted(clock.now() + 3_600_000, keysAtOnce).filter((kid) => !asked.has(kid));
		if (kids.length === 0) return;
		asked = new Set([...asked, ...kids]);
		send({ t: "keys-want", kids });
	}

	function askBlob(send: Send): void {
		if (fetching !== undefined) return;
		const next = transfers.due("down", clock.now() + 3_600_000, 50).find(({ sha }) => !nowhere.has(sha));
		if (!next) return;
		fetching = next.sha;
		send({ t: "blob-want", sha: next.sha, from: blobs.partBytes(next.sha) });
	}

	function takeKeys({ keys: given }: MessageOf<"keys">): void {
		const came = given.filter(([kid]) => asked.has(kid));
		transact(() => {
			for (const [kid, key] of came) {
				const bytes = Buffer.from(key, "base64");
				if (bytes.byteLength !== 32) continue;
				keys.unwant(kid);
				if (erased(kid) || keys.find(kid)) continue;
				vault.takeKey(kid as AggId, bytes, false);
				keys.setUnsent(kid);
			}
		});
		opened(came.map(([kid]) => kid));
	}

	function giveBlob({ sha, from }: MessageOf<"blob-want">, send: Send): void {
		const total = blobs.sealedBytes(sha) ?? 0;
		const bytes = from < total ? blobs.sealedPiece(sha, from, pieceBytes) : Buffer.alloc(0);
		send({ t: "blob", sha, from, total, bytes: bytes.toString("base64") });
	}

	function takeBlob({ sha, from, total, bytes }: MessageOf<"blob">, send: Send): void {
		if (fetching !== sha) return;
		fetching = undefined;
		if (!transfers.find(sha)) {
			// Its customer was erased while it was on its way.
			blobs.dropPart(sha);
			askBlob(send);
			return;
		}
		const piece = Buffer.from(bytes, "base64");
		const here = blobs.partBytes(sha);
		if (piece.byteLength === 0 || total > mostBlobBytes || from !== here) {
			// A part as long as the whole, or longer, that never became one is no beginning of it.
			if (here >= total) blobs.dropPart(sha);
			nowhere.add(sha);
			askBlob(send);
			return;
		}
		if (blobs.addPart(sha, from, piece) < total) {
			fetching = sha;
			send({ t: "blob-want", sha, from: from + piece.byteLength });
			return;
		}
		if (!blobs.finishPart(sha)) nowhere.add(sha);
		else {
			// It goes on to the archive from here as well, unless it is there.
			transfers.become(sha, "up");
			arrived(sha);
		}
		askBlob(send);
	}

	return {
		ask(send: Send): void {
			askKeys(send);
			askBlob(send);
		},
		handle(message: LanMessage, send: Send): void {
			if (message.t === "keys-want") {
				const found = message.kids.flatMap((kid): [string, string][] => {
					const key = vault.keyOf(kid as AggId);
					return key ? [[kid, key.toString("base64")]] : [];
				});
				send({ t: "keys", keys: found });
			} else if (message.t === "keys") takeKeys(message);
			else if (message.t === "blob-want") giveBlob(message, send);
			else if (message.t === "blob") takeBlob(message, send);
		},
	};
}
