/** Every refusal and every failure leaves through here: a code of the protocol, never an engine's own words. */
import type { FastifyInstance, FastifyReply } from "fastify";
import type { RefusalCode } from "../../protocol/refusal.ts";
import type { Archive } from "../archive.ts";
import { ArchiveRefused } from "../refuse.ts";

/** `refused`: each is counted. */
export function answerErrors(app: FastifyInstance, { log, ids }: Archive, refused: (code: RefusalCode) => void): void {
	const send = (reply: FastifyReply, { status, code, message, more }: ArchiveRefused) => {
		refused(code);
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
