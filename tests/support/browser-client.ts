/** A browser's half of the loopback host, written with fetch: enters by the address with the token, then calls. */
import type { Envelope } from "../../preload/contract/define.ts";

export type BrowserClient = {
	readonly origin: string;
	readonly cookie: string;
	call(name: string, input?: unknown): Promise<Envelope>;
};

/** Opens the address a workstation gave, as a person would. Rejects when it is not let in. */
export async function enter(url: string): Promise<BrowserClient> {
	const { origin } = new URL(url);
	const entered = await fetch(url, { redirect: "manual" });
	const cookie = (entered.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
	if (entered.status !== 303 || cookie === "") throw new Error(`not let in: ${entered.status}`);
	return {
		origin,
		cookie,
		async call(name, input = {}) {
			const headers = { cookie, origin, "content-type": "application/json" };
			const answer = await fetch(`${origin}/call/${name}`, {
				method: "POST",
				headers,
				body: JSON.stringify({ input }),
			});
			return (await answer.json()) as Envelope;
		},
	};
}
