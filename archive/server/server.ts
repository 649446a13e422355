/**
 * The archive: Fastify in front, PostgreSQL behind, nothing kept in between, so that any number of instances may run on
 * one database. Started by command/ on a real port and by the simulation without any.
 */
import { gunzipSync } from "node:zlib";
import Fastify, { type FastifyInstance, type FastifyReply } from "fastify";
import { z } from "zod";
import { endpoints } from "../protocol/endpoints.ts";
import { enrolRequest, signInRequest } from "../protocol/enrol.ts";
import { readPullQuery } from "../protocol/pull.ts";
import { readPush } from "../protocol/push.ts";
import { maxPushBytes, oldestProtocol } from "../protocol/version.ts";
import type { Archive } from "./archive.ts";
import { enrol } from "./gate/enrol.ts";
import { makeSigningKey, namedKey, signerOf } from "./gate/keys.ts";
import { createTokens } from "./gate/tokens.ts";
import type { ArchivePorts } from "./ports.ts";
import { answerPull } from "./pull/pull.ts";
import { takePush } from "./push/push.ts";
import { ArchiveRefused, refuse } from "./refuse.ts";
import { ensurePartitions, migrateArchive } from "./sql/migrate.ts";
import { only } from "./sql/sql.ts";

export type ArchiveServer = { app: FastifyInstance; archive: Archive; stop(): Promise<void> };

const ndjson = "application/x-ndjson";
const dayMs = 24 * 3_600_000;
/** Pushes and pulls under way at once; more are asked to come back. */
const mostAtOnce = 64;

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
		grew: () => undefined,
	};
	const app = Fastify({ logger: false, bodyLimit: 64 * 1024, forceCloseConnections: true });
	answerErrors(app, archive);
	readLines(app);
	addRoutes(app, archive, tokens);
	let cancel = () => {};
	const daily = () => {
		cancel = ports.timers.after(dayMs, () => {
			ensurePartitions(ports.sql, ports.clock.now()).catch((error: Error) =>
				ports.log.warn("partitions", { error: error.message }),
			);
			daily();
		});
	};
	daily();
	await app.ready();
	return {
		app,
		archive,
		async stop() {
			cancel();
			await app.close();
			await ports.sql.close();
		},
	};
}

function answerErrors(app: FastifyInstance, { log, ids }: Archive): void {
	const send = (reply: FastifyReply, { status, code, message, more }: ArchiveRefused) => {
		if (code === "later") reply.header("retry-after", "2");
		return reply.status(status).send({ code, message, ...more });
	};
	app.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) => {
		if (error instanceof ArchiveRefused) return send(reply, error);
		const known = error.statusCode ?? 500;
		if (known === 413) return send(reply, new ArchiveRefused("too-large", "more than this endpoint takes"));
		if (known < 500) return send(reply, new ArchiveRefused("malformed", "not a message of this protocol"));
		const correlation = ids.uuid();
		log.warn("internal", { correlation, error: error.message.slice(0, 300) });
		return send(reply, new ArchiveRefused("internal", `unexpected failure ${correlation}`));
	});
	app.setNotFoundHandler((_request, reply) => send(reply, new ArchiveRefused("not-found", "no such address")));
}

/** Bodies of lines, packed or not; what is packed may not unpack to more than the limit either. */
function readLines(app: FastifyInstance): void {
	app.addContentTypeParser(ndjson, { parseAs: "buffer", bodyLimit: maxPushBytes + 4096 }, (request, body, done) => {
		try {
			const bytes = body as Buffer;
			const packed = request.headers["content-encoding"] === "gzip";
			done(null, (packed ? gunzipSync(bytes, { maxOutputLength: maxPushBytes + 4096 }) : bytes).toString("utf8"));
		} catch (error) {
			const tooLarge = (error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE";
			done(new ArchiveRefused(tooLarge ? "too-large" : "malformed", "the body does not unpack"));
		}
	});
}

/** A message read at the edge; refuses `malformed`, and `upgrade` for a protocol nobody speaks any more. */
function read<T extends z.ZodType>(schema: T, body: unknown): z.output<T> {
	const proto = z.looseObject({ proto: z.number() }).safeParse(body);
	if (proto.success && proto.data.proto < oldestProtocol) refuse("upgrade", "too old", { minProto: oldestProtocol });
	const parsed = schema.safeParse(body);
	return parsed.success ? parsed.data : refuse("malformed", "not a message of this protocol");
}

function addRoutes(app: FastifyInstance, archive: Archive, tokens: ReturnType<typeof createTokens>): void {
	let under = 0;
	async function counted<T>(work: () => Promise<T>): Promise<T> {
		if (under >= mostAtOnce) refuse("later", "too much at once");
		under++;
		try {
			return await work();
		} finally {
			under--;
		}
	}
	app.post(endpoints.enrol.path, (request) => enrol(archive, read(enrolRequest, request.body)));
	app.get(endpoints.nonce.path, async () => ({ nonce: tokens.drawNonce(), arch: archive.incarnation }));
	app.post(endpoints.signIn.path, async (request) => {
		const { dev, nonce, sig } = read(signInRequest, request.body);
		return { ...(await tokens.signIn(dev, nonce, sig)), arch: archive.incarnation, minProto: oldestProtocol };
	});
	app.post(endpoints.push.path, { bodyLimit: maxPushBytes + 4096 }, (request) =>
		counted(async () => {
			const caller = await archive.caller(request);
			const push = typeof request.body === "string" ? readPush(request.body) : undefined;
			if (!push) refuse("malformed", "not a push");
			if (push.header.proto < oldestProtocol) refuse("upgrade", "too old", { minProto: oldestProtocol });
			return takePush(archive, caller, push.header, push.texts);
		}),
	);
	app.get(endpoints.pull.path, (request, reply) =>
		counted(async () => {
			const caller = await archive.caller(request);
			const asked = readPullQuery(new URL(request.url, "http://archive").searchParams);
			if (!asked) refuse("malformed", "not a pull");
			const lines = await answerPull(archive, caller, asked.cursors, asked.limit);
			return reply.type(ndjson).send(lines);
		}),
	);
	app.get(endpoints.health.path, async () => {
		await archive.sql.transaction([], (tx) => tx.rows("SELECT 1"));
		return { ok: true, arch: archive.incarnation };
	});
}
