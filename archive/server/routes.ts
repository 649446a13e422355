/** Every address and who answers it. Reads messages, knows no rule. */
import type { FastifyInstance } from "fastify";
import { endpoints } from "../protocol/endpoints.ts";
import { enrolRequest, signInRequest } from "../protocol/enrol.ts";
import { askKeys, ownKeys, putKeys } from "../protocol/keys.ts";
import { interestRequest, passportQuery, workshopsQuery } from "../protocol/passport.ts";
import { ordersQuery, readPullQuery } from "../protocol/pull.ts";
import { readPush } from "../protocol/push.ts";
import { referenceQuery } from "../protocol/trust/reference.ts";
import { oldestProtocol } from "../protocol/version.ts";
import type { Archive } from "./archive.ts";
import { maxBody } from "./edge/lines.ts";
import { sendLines } from "./edge/packed.ts";
import { checkProtocol, read } from "./edge/read.ts";
import { enrol } from "./gate/enrol.ts";
import type { createTokens } from "./gate/tokens.ts";
import { answerOwnKeys, leaseKeys, storeKeys } from "./keys/keys.ts";
import type { Live } from "./live/live.ts";
import type { Metrics } from "./metrics/metrics.ts";
import { noteInterest } from "./passport/interest.ts";
import { answerPassport } from "./passport/passport.ts";
import { listWorkshops } from "./passport/workshops.ts";
import { listOrders } from "./pull/order-feed.ts";
import { answerPull } from "./pull/pull.ts";
import { takePush } from "./push/push.ts";
import { listRoots } from "./receipts/roots.ts";
import { listReference, readDocument, readReferenceQuery } from "./reference/answer.ts";
import { refuse } from "./refuse.ts";

/** Pushes and pulls under way at once; more are asked to come back. */
const mostAtOnce = 64;

export function addRoutes(
	app: FastifyInstance,
	archive: Archive,
	tokens: ReturnType<typeof createTokens>,
	live: Live,
	metrics: Metrics,
): void {
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
	app.post(endpoints.push.path, { bodyLimit: maxBody }, (request) =>
		counted(async () => {
			const caller = await archive.caller(request);
			const push = typeof request.body === "string" ? readPush(request.body) : undefined;
			if (!push) refuse("malformed", "not a push");
			checkProtocol(push.header.proto);
			const answer = await takePush(archive, caller, push.header, push.texts);
			metrics.pushed(push.texts.length, answer.outs);
			return answer;
		}),
	);
	app.get(endpoints.pull.path, (request, reply) =>
		counted(async () => {
			const caller = await archive.caller(request);
			const asked = readPullQuery(new URL(request.url, "http://archive").searchParams);
			if (!asked) refuse("malformed", "not a pull");
			return sendLines(request, reply, await answerPull(archive, caller, asked.cursors, asked.limit));
		}),
	);
	app.get(endpoints.passport.path, (request, reply) =>
		counted(async () => {
			const caller = await archive.caller(request);
			const { kind, value, known } = request.query as Record<string, unknown>;
			const lines = await answerPassport(archive, caller, read(passportQuery, { kind, value }), Number(known ?? 0));
			return lines === undefined ? reply.status(304).send() : sendLines(request, reply, lines);
		}),
	);
	app.get(endpoints.workshops.path, (request) =>
		counted(async () => {
			const caller = await archive.caller(request);
			const query = new URL(request.url, "http://archive").searchParams;
			const asked = read(workshopsQuery, { ids: query.getAll("id"), q: query.get("q") ?? "" });
			return listWorkshops(archive, caller, asked);
		}),
	);
	app.get(endpoints.orders.path, (request) =>
		counted(async () => {
			const caller = await archive.caller(request);
			const query = new URL(request.url, "http://archive").searchParams;
			return listOrders(archive, caller, read(ordersQuery, { after: Number(query.get("after") ?? 0) }).after);
		}),
	);
	app.put(endpoints.interest.path, async (request) =>
		noteInterest(archive, await archive.caller(request), read(interestRequest, request.body).feeds),
	);
	app.put(endpoints.putKeys.path, { bodyLimit: maxBody }, async (request) =>
		storeKeys(archive, await archive.caller(request), read(putKeys, request.body)),
	);
	app.post(endpoints.askKeys.path, async (request) =>
		leaseKeys(archive, await archive.caller(request), read(askKeys, request.body)),
	);
	app.post(endpoints.ownKeys.path, async (request) =>
		answerOwnKeys(archive, await archive.caller(request), read(ownKeys, request.body)),
	);
	app.get(endpoints.live.path, async (request, reply) => {
		const caller = await archive.caller(request);
		if (caller.revoked) refuse("revoked", "this device was revoked");
		reply.hijack();
		reply.raw.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
		live.listen(caller, reply.raw);
	});
	app.get(endpoints.reference.path, async (request) => {
		const query = new URL(request.url, "http://archive").searchParams;
		return listReference(archive, await archive.caller(request), read(referenceQuery, readReferenceQuery(query)));
	});
	app.get(`${endpoints.reference.path}/:brand/:kind/:version`, async (request, reply) => {
		const wanted = request.params as { brand: string; kind: string; version: string };
		return reply.type("application/json").send(await readDocument(archive, await archive.caller(request), wanted));
	});
	app.get(endpoints.roots.path, async (request) => listRoots(archive, await archive.caller(request)));
	app.get(endpoints.health.path, async () => ({ ok: true, arch: archive.incarnation }));
	app.get(endpoints.ready.path, async (_request, reply) => {
		try {
			await archive.sql.transaction([], (tx) => tx.rows("SELECT 1"));
			return { ok: true, arch: archive.incarnation };
		} catch {
			return reply.status(503).send({ ok: false, arch: archive.incarnation });
		}
	});
}
