import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Random } from "../ports.ts";

/** Browsers that came in with the token, in one run. A shop has one or two; the limit only bounds memory. */
const maxClients = 64;

export type Guard = {
	/** In the address a person opens: `/?token=…`. New for every run. */
	readonly token: string;
	/** Undefined when the request comes from our own page or from a person; otherwise why it is refused. */
	foreign(request: IncomingMessage): string | undefined;
	/** A browser showed the right token: the cookie it gets, or undefined. */
	admit(shown: string): string | undefined;
	/** Who sends this request, by its cookie. */
	client(request: IncomingMessage): string | undefined;
};

/**
 * Who may talk to the loopback host. A page of another site can reach 127.0.0.1 (and by DNS rebinding even under
 * its own name), so the Host must be ours, the Origin ours, and the token known: each is checked on every request.
 */
export function createGuard(origin: string, random: Random): Guard {
	const host = new URL(origin).host;
	// Cookies don't keep ports apart; the name does.
	const cookieName = `welt-${new URL(origin).port}`;
	const token = secret(random);
	const clients = new Map<string, string>();
	let admitted = 0;
	return {
		token,
		foreign(request) {
			const { headers, method } = request;
			if (headers.host !== host) return "foreign host";
			if (headers.origin !== undefined && headers.origin !== origin) return "foreign origin";
			const site = headers["sec-fetch-site"];
			if (site !== undefined && site !== "same-origin" && site !== "none") return "foreign site";
			const mustNameOrigin = method !== "GET" && method !== "HEAD";
			return mustNameOrigin && headers.origin === undefined ? "no origin" : undefined;
		},
		admit(shown) {
			if (!timingSafeEqual(digest(shown), digest(token))) return undefined;
			const cookie = secret(random);
			admitted += 1;
			clients.set(digest(cookie).toString("hex"), `browser-${admitted}`);
			const [oldest] = clients.keys();
			if (clients.size > maxClients && oldest) clients.delete(oldest);
			return `${cookieName}=${cookie}; Path=/; HttpOnly; SameSite=Strict`;
		},
		client(request) {
			const cookies = (request.headers.cookie ?? "").split(";").map((pair) => pair.trim());
			const ours = cookies.find((pair) => pair.startsWith(`${cookieName}=`));
			return ours && clients.get(digest(ours.slice(cookieName.length + 1)).toString("hex"));
		},
	};
}

const secret = (random: Random) => Buffer.from(random.bytes(32)).toString("base64url");
const digest = (text: string) => createHash("sha256").update(text).digest();
