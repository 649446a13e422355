/**
 * Hands snapshots out: what there is of a store's own feed, and the file itself, in parts as the reader asks for them.
 * Row security hides a file that holds a brand the reader's store doesn't serve.
 */
import type { FastifyInstance, FastifyRequest } from "fastify";
import { endpoints } from "../../protocol/endpoints.ts";
import { feedId } from "../../protocol/fields.ts";
import type { SnapshotInfo } from "../../protocol/snapshot.ts";
import type { Archive } from "../archive.ts";
import { sendFile } from "../blobs/blobs.ts";
import { refuse } from "../refuse.ts";

type SnapshotRow = { pos: number; chk: string; sha: string; bytes: number; name: string };

/** The newest file of a feed, or the one named. Refuses `revoked`, `forbidden` (another store's), `not-found`. */
async function findSnapshot(archive: Archive, request: FastifyRequest): Promise<SnapshotRow & { feed: string }> {
	const caller = await archive.caller(request);
	if (caller.revoked) refuse("revoked", "this device was revoked");
	const { feed: asked, sha } = request.params as { feed?: string; sha?: string };
	const feed = feedId.safeParse(asked).data ?? refuse("malformed", "not a feed");
	const key = feed.slice(feed.indexOf(":") + 1);
	if (!feed.startsWith("store:") || caller.store !== key) refuse("forbidden", "not this store's to read");
	const [row] = await archive.sql.transaction(caller.brands, (tx) =>
		tx.rows<SnapshotRow>(
			`SELECT pos, chk, sha, bytes, name FROM snapshot WHERE store = $1 AND ($2::text IS NULL OR sha = $2)
			ORDER BY pos DESC LIMIT 1`,
			[key, sha ?? null],
		),
	);
	return row ? { feed, ...row } : refuse("not-found", "no snapshot of this feed");
}

export function addSnapshots(app: FastifyInstance, archive: Archive): void {
	const path = `${endpoints.snapshot.path}/:feed`;
	app.get(path, async (request): Promise<SnapshotInfo> => {
		const { feed, pos, chk, sha, bytes } = await findSnapshot(archive, request);
		return { feed, pos, chk, sha, bytes, arch: archive.incarnation };
	});
	app.get(`${path}/:sha`, async (request, reply) => {
		const { name } = await findSnapshot(archive, request);
		const size = (await archive.files.size(name)) ?? refuse("not-found", "the file of this snapshot is lost");
		return sendFile(archive, request, reply, name, size);
	});
}
