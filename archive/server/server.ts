/**
 * The archive: Fastify in front, PostgreSQL behind, nothing kept in between, so that any number of instances may run on
 * one database. Started by command/ on a real port and by the simulation without any.
 */
import Fastify, { type FastifyInstance } from "fastify";
import type { Archive } from "./archive.ts";
import { inBackground } from "./background.ts";
import { addBlobs } from "./blobs/blobs.ts";
import { answerErrors } from "./edge/errors.ts";
import { readLines } from "./edge/lines.ts";
import { eraseAll, findLeftovers } from "./erase/finish.ts";
import { makeSigningKey, namedKey, signerOf } from "./gate/keys.ts";
import { createTokens } from "./gate/tokens.ts";
import { createLive } from "./live/live.ts";
import { createMetrics } from "./metrics/metrics.ts";
import { addPage } from "./page/page.ts";
import type { ArchivePorts } from "./ports.ts";
import { projectAll } from "./project/projector.ts";
import { makeRoots } from "./receipts/roots.ts";
import { carryAllStaff } from "./reference/staff.ts";
import { addRoutes } from "./routes.ts";
import { makeSnapshots } from "./snapshot/make.ts";
import { addSnapshots } from "./snapshot/snapshot.ts";
import { ensurePartitions, migrateArchive } from "./sql/migrate.ts";
import { only } from "./sql/sql.ts";

export type ArchiveServer = { app: FastifyInstance; archive: Archive; stop(): Promise<void> };

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** How long another instance's push may wait to be carried into item feeds. */
const pollMs = 500;
/** A new store's people are there this long after its first records at most. */
const staffMs = 10 * 60_000;
const snapshotsMs = 10 * 60_000;

async function readIncarnation({ sql, ids, clock }: ArchivePorts): Promise<string> {
	return sql.transaction([], async (tx) => {
		await tx.rows("INSERT INTO incarnation SELECT $1, $2 WHERE NOT EXISTS (SELECT FROM incarnation)", [
			ids.uuid(),
			clock.now(),
		]);
		return only(await tx.rows<{ id: string }>("SELECT id FROM incarnation ORDER BY began_at DESC, id DESC LIMIT 1")).id;
	});
}

export async function createArchive(ports: ArchivePorts): Promise<ArchiveServer> {
	await migrateArchive(ports.sql);
	await ensurePartitions(ports.sql, ports.clock.now());
	const signer = signerOf(await namedKey(ports, "signing", makeSigningKey));
	const incarnation = await readIncarnation(ports);
	const tokens = createTokens(ports, signer, incarnation);
	const archive: Archive = {
		...ports,
		incarnation,
		signer,
		caller: (request) => tokens.read(request.headers.authorization),
		grew: (feed) => {
			if (feed.startsWith("store:")) {
				projecting.wake();
				erasing.wake();
			}
			live.wake();
		},
	};
	const live = createLive(archive);
	const projecting = inBackground(ports, "projector", pollMs, () => projectAll(archive));
	const erasing = inBackground(ports, "erasures", pollMs, () => eraseAll(archive));
	const leftovers = inBackground(ports, "leftovers", dayMs, () => findLeftovers(archive));
	const app = Fastify({
		logger: false,
		bodyLimit: 64 * 1024,
		forceCloseConnections: true,
		// The slowest line a workstation waits for is done by then; who drips a request without end is not.
		requestTimeout: 20 * 60_000,
		// An upload names its store, brand and hash.
		routerOptions: { maxParamLength: 200 },
	});
	const metrics = createMetrics(ports, live.count);
	answerErrors(app, archive, metrics.refused);
	metrics.serve(app);
	readLines(app);
	addRoutes(app, archive, tokens, live, metrics);
	addSnapshots(app, archive);
	const uploads = addBlobs(app, archive);
	addPage(app, archive);
	const sweeping = inBackground(ports, "uploads", dayMs, async () => void (await uploads.sweep()));
	const rooting = inBackground(ports, "roots", hourMs, () => makeRoots(archive));
	const snapshots = inBackground(ports, "snapshots", snapshotsMs, () => makeSnapshots(archive));
	const staff = inBackground(ports, "staff", staffMs, () => carryAllStaff(archive));
	const partitions = inBackground(ports, "partitions", dayMs, () => ensurePartitions(ports.sql, ports.clock.now()));
	await app.ready();
	return {
		app,
		archive,
		async stop() {
			await live.stop();
			await app.close();
			await staff.stop();
			await Promise.all([erasing.stop(), leftovers.stop()]);
			await Promise.all([partitions.stop(), snapshots.stop(), projecting.stop(), sweeping.stop(), rooting.stop()]);
			await ports.sql.close();
		},
	};
}
