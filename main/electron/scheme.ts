import { protocol } from "electron";
import { appScheme } from "../../preload/contract/channels.ts";
import type { Caller, HostCore } from "../host-core.ts";
import type { Ports } from "../ports.ts";
import { nonceOf } from "../web/content-policy.ts";
import { lineFailure } from "../web/line-failure.ts";
import { envelopeAnswer, maxMediaBytes, mediaAnswer } from "../web/media-answer.ts";
import { type Answer, plain, readStatic, rest } from "../web/static-file.ts";
import { isOurAddress } from "./ipc-host.ts";

const incoming = "/media/incoming/";

type Asked = Request & { initiatorOrigin?: string | null };
type Served = { core: HostCore; ports: Pick<Ports, "ids" | "log" | "random">; screensDir: string; caller: Caller };

/** Before the app is ready. Never `bypassCSP`: our pages keep to the policy like any other. */
export function declareScheme(): void {
	const privileges = { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true };
	protocol.registerSchemesAsPrivileged([{ scheme: appScheme, privileges }]);
}

/** Serves the built screens and media under app://welt. */
export function serveScheme(served: Served): void {
	protocol.handle(appScheme, async (request) => {
		const answer = await route(served, request).catch((cause: unknown) => {
			served.ports.log.error("host.request-failed", { message: String(cause) });
			return plain(500);
		});
		const body = typeof answer.body === "string" ? answer.body : Buffer.from(answer.body);
		return new Response(request.method === "HEAD" ? null : body, { status: answer.status, headers: answer.headers });
	});
}

async function route({ core, ports, screensDir, caller }: Served, request: Asked): Promise<Answer> {
	const { initiatorOrigin } = request;
	// Absent when the app itself opens the page; a page's own requests name its origin.
	const foreign = initiatorOrigin !== undefined && !isOurAddress(String(initiatorOrigin));
	if (!isOurAddress(request.url) || foreign) return plain(403);
	const path = new URL(request.url).pathname;
	if (path.startsWith(incoming)) {
		if (request.method !== "PUT") return plain(405);
		const bytes = await readLimited(request);
		if (!bytes) return envelopeAnswer(lineFailure("invalid-input", "host.too-large", ports.ids.uuid()), 413);
		return envelopeAnswer(await core.acceptMedia(rest(path, incoming), bytes, caller));
	}
	if (request.method !== "GET" && request.method !== "HEAD") return plain(405);
	if (path.startsWith("/media/")) return mediaAnswer(await core.readMedia(rest(path, "/media/"), caller));
	return readStatic(screensDir, path, nonceOf(ports.random.bytes(16)));
}

async function readLimited(request: Request): Promise<Uint8Array | undefined> {
	const parts: Uint8Array[] = [];
	let length = 0;
	for await (const part of request.body ?? []) {
		length += part.byteLength;
		if (length > maxMediaBytes) return undefined;
		parts.push(part);
	}
	return Buffer.concat(parts, length);
}
