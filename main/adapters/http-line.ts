/** {@link Line} over HTTP. Every wait has a limit; redirects are not followed: an archive has one address. */
import { type Ask, type Line, LineDown, type Said } from "../sync/line.ts";

/** A workshop's line may be slow; a page of a thousand events is about a megabyte. */
const patienceMs = 60_000;

/** `base`: `https://archive.example` or, for a demo on this PC, `http://127.0.0.1:PORT`. */
export function createHttpLine(base: string): Line {
	return {
		async ask({ method, path, headers = {}, body, binary }: Ask, signal: AbortSignal): Promise<Said> {
			const limit = AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]);
			try {
				const answer = await fetch(new URL(path, base), {
					method,
					headers,
					redirect: "error",
					signal: limit,
					...(body === undefined ? {} : { body: body as BodyInit }),
				});
				const said = { status: answer.status, headers: Object.fromEntries(answer.headers) };
				if (binary && answer.ok) return { ...said, body: "", bytes: new Uint8Array(await answer.arrayBuffer()) };
				return { ...said, body: await answer.text() };
			} catch (cause) {
				throw new LineDown("no answer from the archive", { cause });
			}
		},
		goneOut: () => new Promise((done) => setImmediate(done)),
	};
}
