/** Carries one IPP request to a print service and its answer back. Never rejects: undefined means nobody answered sense. */
import { request } from "node:http";
import { userInfo } from "node:os";
import { decodeIpp, type IppAnswer } from "./ipp-message.ts";

/** Where a print service listens: the system's own socket, or an address. */
export type IppPlace = { socketPath: string } | { host: string; port: number };

/** A print service answers in milliseconds; one that hangs must not hang us. */
const patienceMs = 10_000;
const mostBytes = 4 * 1024 * 1024;

export function askIpp(place: IppPlace, path: string, body: Uint8Array): Promise<IppAnswer | undefined> {
	return new Promise((resolve) => {
		const local = "socketPath" in place;
		const asked = request({
			...place,
			...{ method: "POST", path, timeout: patienceMs, agent: false },
			headers: {
				"content-type": "application/ipp",
				"content-length": body.length,
				host: "localhost",
				// On its own socket CUPS sees which user asks; it only wants the name said.
				...(local ? { authorization: `PeerCred ${userInfo().username}` } : {}),
			},
		});
		const timer = setTimeout(() => asked.destroy(), patienceMs);
		const settle = (answer: IppAnswer | undefined) => {
			clearTimeout(timer);
			asked.destroy();
			resolve(answer);
		};
		asked.on("error", () => settle(undefined));
		asked.on("response", (response) => {
			const parts: Buffer[] = [];
			let length = 0;
			response.on("data", (part: Buffer) => {
				length += part.length;
				if (length > mostBytes) settle(undefined);
				else parts.push(part);
			});
			response.on("error", () => settle(undefined));
			response.on("end", () => settle(response.statusCode === 200 ? decodeIpp(Buffer.concat(parts)) : undefined));
		});
		asked.end(body);
	});
}
