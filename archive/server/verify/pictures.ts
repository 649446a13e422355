/** Every picture that the archive says it has lies in the store of files and has the hash it is named by. */
import { createHash } from "node:crypto";
import { pipeline } from "node:stream/promises";
import type { Archive } from "../archive.ts";
import { blobName } from "../blobs/uploads.ts";
import type { Tx } from "../sql/sql.ts";
import type { Report } from "./fault.ts";

/** Answers how many there are. */
export async function verifyPictures(archive: Archive, tx: Tx, report: Report): Promise<number> {
	const rows = await tx.rows<{ sha: string; brand: string }>(
		"SELECT encode(sha, 'hex') AS sha, brand FROM blob ORDER BY brand, sha",
	);
	for (const { sha, brand } of rows) {
		const at = blobName(brand, sha);
		if ((await archive.files.size(at)) === undefined) {
			report({ kind: "picture", at, what: "the file is missing" });
			continue;
		}
		const hash = createHash("sha256");
		await pipeline(archive.files.read(at), hash);
		if (hash.digest("hex") !== sha) report({ kind: "picture", at, what: "the file was changed" });
	}
	return rows.length;
}
