import type { IncomingMessage } from "node:http";

/**
 * The body of a request, or undefined when it is longer than `limit` bytes. Reading stops there: what is too long
 * is never held in memory. Rejects when the other side goes away half-way.
 */
export async function readBody(request: IncomingMessage, limit: number): Promise<Uint8Array | undefined> {
	if (Number(request.headers["content-length"] ?? 0) > limit) return undefined;
	const parts: Buffer[] = [];
	let length = 0;
	for await (const part of request.iterator({ destroyOnReturn: false })) {
		length += (part as Buffer).length;
		if (length > limit) return undefined;
		parts.push(part as Buffer);
	}
	return Buffer.concat(parts, length);
}
