/**
 * Pictures of an order for its page: the order's key out of the copy sealed for the brand's archive, the ciphertext out of
 * the store of files, opened in memory for one answer. Without key (erased) or file there is no picture.
 */
import { createDecipheriv, createHash } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { openKey } from "../../protocol/trust/sealed.ts";
import { boxOf } from "../../signing/curves.ts";
import type { Archive } from "../archive.ts";
import { blobName } from "../blobs/uploads.ts";
import { makeBoxKey, namedKey } from "../gate/keys.ts";
import { sealCrypto } from "../keys/box.ts";
import type { Tx } from "../sql/sql.ts";
import type { FoundOrder } from "./find.ts";
import { type Picture, picturesOf } from "./view.ts";

/** What workstations bind a picture's ciphertext to. */
const fileAad = "welt file";

type Sealed = { kid: string; brand: string; sealed: string };

/** Pictures of this order that can be shown: their ciphertext and their key are here. */
export async function readyPictures(tx: Tx, order: FoundOrder): Promise<Map<string, Picture & { brand: string }>> {
	const wanted = order.jobs.flatMap(({ job }) => picturesOf(job));
	if (wanted.length === 0) return new Map();
	const blobs = await tx.rows<{ sha: string; brand: string }>(
		"SELECT encode(sha, 'hex') AS sha, brand FROM blob WHERE sha IN (SELECT decode(s, 'hex') FROM unnest($1::text[]) s)",
		[wanted.map(({ sha }) => sha)],
	);
	const keys = new Set((await keyRows(tx, order)).map(({ kid }) => kid));
	const brandOf = new Map(blobs.map(({ sha, brand }) => [sha, brand]));
	return new Map(
		wanted.flatMap((picture) => {
			const brand = brandOf.get(picture.sha);
			return brand !== undefined && keys.has(picture.kid) ? [[picture.sha, { ...picture, brand }] as const] : [];
		}),
	);
}

export function keyRows(tx: Tx, order: FoundOrder): Promise<Sealed[]> {
	return tx.rows<Sealed>(
		"SELECT kid, brand, sealed FROM customer_key WHERE kid = $1 AND store = $2 AND holder LIKE 'brand:%'",
		[`order:${order.orderId}`, order.store],
	);
}

const kinds: [string, string][] = [
	["ffd8ff", "image/jpeg"],
	["89504e47", "image/png"],
	["52494646", "image/webp"],
];

/** Plain bytes with the kind they begin like; undefined when they can't be opened or are no picture. */
export async function openPicture(
	archive: Archive,
	picture: Picture & { brand: string },
	keys: readonly Sealed[],
): Promise<{ mime: string; bytes: Buffer } | undefined> {
	const name = blobName(picture.brand, picture.sha);
	if ((await archive.files.size(name)) === undefined) return undefined;
	const sealed = await buffer(archive.files.read(name));
	if (createHash("sha256").update(sealed).digest("hex") !== picture.sha) return undefined;
	for (const { kid, brand, sealed: copy } of keys) {
		const box = boxOf(await namedKey(archive, `brand:${brand}`, makeBoxKey));
		const key = openKey(sealCrypto, copy, kid, `brand:${brand}`, box);
		const bytes = key && open(key, sealed);
		const mime = bytes && kinds.find(([start]) => bytes.toString("hex", 0, 8).startsWith(start))?.[1];
		if (bytes && mime) return { mime, bytes };
	}
	return undefined;
}

function open(key: Uint8Array, sealed: Buffer): Buffer | undefined {
	try {
		const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, 12));
		decipher.setAAD(Buffer.from(fileAad));
		decipher.setAuthTag(sealed.subarray(-16));
		return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]);
	} catch {
		return undefined;
	}
}
