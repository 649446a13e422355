import type { IncomingMessage } from "node:http";
import type { Caller, HostCore } from "../host-core.ts";
import type { Ports } from "../ports.ts";
import { nonceOf } from "../web/content-policy.ts";
import { lineFailure } from "../web/line-failure.ts";
import { envelopeAnswer, maxCallBytes, maxMediaBytes, mediaAnswer } from "../web/media-answer.ts";
import { type Answer, plain, readStatic, rest } from "../web/static-file.ts";
import { readBody } from "./body.ts";

export type Served = { core: HostCore; ports: Pick<Ports, "ids" | "log" | "random" | "timers">; screensDir: string };

const incoming = "/media/incoming/";

/** Answers one request of a known browser. What it may ask for is all here. */
export async function route(served: Served, request: IncomingMessage, caller: Caller, path: string): Promise<Answer> {
	if (path.startsWith("/call/")) {
		return request.method === "POST" ? call(served, request, caller, rest(path, "/call/")) : plain(405);
	}
	if (path.startsWith(incoming)) {
		return request.method === "PUT" ? take(served, request, caller, rest(path, incoming)) : plain(405);
	}
	if (request.method !== "GET" && request.method !== "HEAD") return plain(405);
	if (path.startsWith("/media/")) return mediaAnswer(await served.core.readMedia(rest(path, "/media/"), caller));
	return readStatic(served.screensDir, path, nonceOf(served.ports.random.bytes(16)));
}

async function call(served: Served, request: IncomingMessage, caller: Caller, name: string): Promise<Answer> {
	const { core, ports } = served;
	if (!request.headers["content-type"]?.startsWith("application/json")) return plain(415);
	const body = await readBody(request, maxCallBytes);
	if (!body) return envelopeAnswer(lineFailure("invalid-input", "host.too-large", ports.ids.uuid()), 413);
	const input = parse(body);
	if (!input) return envelopeAnswer(lineFailure("invalid-input", "host.not-json", ports.ids.uuid()), 400);
	return envelopeAnswer(await core.dispatch(name, input.value, caller));
}

async function take(served: Served, request: IncomingMessage, caller: Caller, ticket: string): Promise<Answer> {
	const bytes = await readBody(request, maxMediaBytes);
	if (!bytes) return envelopeAnswer(lineFailure("invalid-input", "host.too-large", served.ports.ids.uuid()), 413);
	return envelopeAnswer(await served.core.acceptMedia(ticket, bytes, caller));
}

/** `{"input": …}`; input may be missing. Undefined when it is anything else. */
function parse(body: Uint8Array): { value: unknown } | undefined {
	try {
		const said: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body));
		if (typeof said !== "object" || said === null || Array.isArray(said)) return undefined;
		if (Object.keys(said).some((key) => key !== "input")) return undefined;
		return { value: "input" in said ? said.input : {} };
	} catch {
		return undefined;
	}
}
