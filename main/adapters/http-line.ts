/** {@link Line} over HTTP. Every wait has a limit; redirects are not followed: an archive has one address. */
import type { Timers } from "../ports.ts";
import { type Ask, type Line, LineDown, type Said } from "../sync/line.ts";
import { systemTimers } from "./ports.ts";

/** Silence that ends a question. A slow line may take its time, as long as something comes. */
const patienceMs = 60_000;
/** How far a question has got can't be seen: this much more for each of its bytes, a line slower than 1 KB/s is none. */
const perByteMs = 1;
/** What drips longer than that drips for ever. */
const longestMs = 20 * 60_000;

const bytesOf = (body: Ask["body"]) => (typeof body === "string" ? Buffer.byteLength(body) : (body?.byteLength ?? 0));

/** `base`: `https://archive.example` or, for a demo on this PC, `http://127.0.0.1:PORT`. `timers`: what the limits run on. */
export function createHttpLine(base: string, timers: Timers = systemTimers): Line {
	return {
		async ask({ method, path, headers = {}, body, binary }: Ask, signal: AbortSignal): Promise<Said> {
			const over = new AbortController();
			const giveUp = () => over.abort();
			const cancelLongest = timers.after(longestMs, giveUp);
			let cancel = timers.after(patienceMs + bytesOf(body) * perByteMs, giveUp);
			try {
				const answer = await fetch(new URL(path, base), {
					method,
					headers,
					redirect: "error",
					signal: AbortSignal.any([signal, over.signal]),
					...(body === undefined ? {} : { body: body as BodyInit }),
				});
				const said = { status: answer.status, headers: Object.fromEntries(answer.headers) };
				const chunks: Uint8Array[] = [];
				for await (const chunk of answer.body ?? []) {
					chunks.push(chunk);
					cancel();
					cancel = timers.after(patienceMs, giveUp);
				}
				const bytes = Buffer.concat(chunks);
				return binary && answer.ok ? { ...said, body: "", bytes } : { ...said, body: bytes.toString("utf8") };
			} catch (cause) {
				throw new LineDown("no answer from the archive", { cause });
			} finally {
				cancel();
				cancelLongest();
			}
		},
		goneOut: () => new Promise((done) => setImmediate(done)),
	};
}
