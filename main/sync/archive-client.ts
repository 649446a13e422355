/**
 * Questions to the archive in the protocol's own words: signs in when it must, reads answers, and turns refusals into
 * one kind of error. Knows nothing of what is asked for.
 */
import type { z } from "zod";
import { endpoints } from "../../archive/protocol/endpoints.ts";
import { nonceAnswer, signInAnswer } from "../../archive/protocol/enrol.ts";
import { type RefusalCode, refusal } from "../../archive/protocol/refusal.ts";
import { signInStatement } from "../../archive/protocol/statement.ts";
import { protocolVersion } from "../../archive/protocol/version.ts";
import type { DeviceKey } from "./device-key.ts";
import { type Ask, type Line, LineDown, type Said } from "./line.ts";

/** The archive said no. `more` holds what came along (`expect`, `fork`, `minProto`). */
export class ArchiveSaidNo extends Error {
	readonly code: RefusalCode;
	readonly more: Record<string, unknown>;
	/** Not before that many ms, when it said so. */
	readonly retryAfterMs: number | undefined;
	constructor(code: RefusalCode, message: string, more: Record<string, unknown>, retryAfterMs?: number) {
		super(message);
		this.code = code;
		this.more = more;
		this.retryAfterMs = retryAfterMs;
	}
}

export type ArchiveClient = {
	/** A signed-in question. Rejects LineDown or ArchiveSaidNo. */
	ask(ask: Ask): Promise<Said>;
	/** The same, its answer read as JSON of this shape; anything else counts as no answer. */
	askFor<T extends z.ZodType>(schema: T, ask: Ask): Promise<z.output<T>>;
	/** See {@link Line.goneOut}. */
	goneOut(): Promise<void>;
};

export function createArchiveClient(
	line: Line,
	who: { dev: string; keys: DeviceKey },
	clock: { now(): number },
	signal: AbortSignal,
): ArchiveClient {
	let token: { text: string; until: number } | undefined;

	async function plain(ask: Ask): Promise<Said> {
		const said = await line.ask(ask, signal);
		if (said.status < 400) return said;
		throw readRefusal(said);
	}

	async function signIn(): Promise<string> {
		const { nonce, arch } = readJson(nonceAnswer, await plain({ ...at("nonce") }));
		const sig = who.keys.sign(signInStatement(who.dev, nonce, arch));
		const body = JSON.stringify({ proto: protocolVersion, dev: who.dev, nonce, sig });
		const said = await plain({ ...at("signIn"), headers: { "content-type": "application/json" }, body });
		const answer = readJson(signInAnswer, said);
		// By this PC's own clock, whatever it shows: the archive's may be years away.
		token = { text: answer.token, until: clock.now() + 10 * 60_000 };
		return answer.token;
	}

	async function ask(wanted: Ask): Promise<Said> {
		const known = token && token.until > clock.now() ? token.text : await signIn();
		const withToken = (text: string) => ({
			...wanted,
			headers: { ...wanted.headers, authorization: `Bearer ${text}` },
		});
		try {
			return await plain(withToken(known));
		} catch (error) {
			if (!(error instanceof ArchiveSaidNo) || error.code !== "sign-in") throw error;
			token = undefined;
			return plain(withToken(await signIn()));
		}
	}

	return {
		ask,
		askFor: async (schema, wanted) => readJson(schema, await ask(wanted)),
		goneOut: async () => line.goneOut?.(),
	};
}

export const at = (name: keyof typeof endpoints): Pick<Ask, "method" | "path"> => ({ ...endpoints[name] });

/** An answer that is not what the protocol says is a broken line: a portal in between, a cut connection. */
export function readJson<T extends z.ZodType>(schema: T, said: Said): z.output<T> {
	try {
		return schema.parse(JSON.parse(said.body));
	} catch {
		throw new LineDown("an answer that is not the archive's");
	}
}

/** What a refusal without a body (an answer to HEAD) means. */
const bare: Record<number, RefusalCode> = { 401: "sign-in", 403: "forbidden", 404: "not-found", 410: "not-found" };

export function readRefusal(said: Said): Error {
	const seconds = Number(said.headers["retry-after"]);
	const after = Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : undefined;
	const code = said.body === "" ? bare[said.status] : undefined;
	if (code) return new ArchiveSaidNo(code, "no reason given", {});
	try {
		const { code, message, ...more } = refusal.parse(JSON.parse(said.body));
		return new ArchiveSaidNo(code, message, more, after);
	} catch {
		return said.status === 429
			? new ArchiveSaidNo("later", "too much at once", {}, after)
			: new LineDown(`status ${said.status}`);
	}
}
