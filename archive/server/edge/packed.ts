/** Answers of many lines go out packed to whoever can unpack them: a workshop's line is the slowest part of the way. */
import { promisify } from "node:util";
import { constants, gzip } from "node:zlib";
import type { FastifyReply, FastifyRequest } from "fastify";
import { ndjson } from "./lines.ts";

const pack = promisify(gzip);
/** Shorter ones go in one packet anyway. */
const worthIt = 1_024;

export async function sendLines(request: FastifyRequest, reply: FastifyReply, lines: string): Promise<FastifyReply> {
	reply.type(ndjson).header("vary", "accept-encoding");
	const unpacks = /\bgzip\b/.test(request.headers["accept-encoding"] ?? "");
	if (!unpacks || lines.length < worthIt) return reply.send(lines);
	// The quickest level: canonical texts repeat so much that the others win little.
	const packed = await pack(lines, { level: constants.Z_BEST_SPEED });
	return reply.header("content-encoding", "gzip").send(packed);
}
