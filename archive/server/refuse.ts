/** How an endpoint refuses: thrown anywhere, answered once by server.ts. */
import type { RefusalCode } from "../protocol/refusal.ts";

const statuses: Record<RefusalCode, number> = {
	malformed: 400,
	"too-large": 413,
	"sign-in": 401,
	revoked: 403,
	forbidden: 403,
	"not-found": 404,
	expect: 409,
	fork: 409,
	upgrade: 426,
	later: 429,
	internal: 500,
};

export class ArchiveRefused extends Error {
	readonly code: RefusalCode;
	readonly more: Record<string, unknown>;
	constructor(code: RefusalCode, message: string, more: Record<string, unknown> = {}) {
		super(message);
		this.code = code;
		this.more = more;
	}
	get status(): number {
		return statuses[this.code];
	}
}

/** `message` is for engineers: workstations have their own sentence for each code. */
export function refuse(code: RefusalCode, message: string, more?: Record<string, unknown>): never {
	throw new ArchiveRefused(code, message, more);
}
