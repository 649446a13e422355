/**
 * Every way a call can fail, as a closed set of codes, plus the refusal the rules of the trade throw.
 * Called by every layer. A `reason` ("job.not-approved") picks the exact sentence shown to a clerk;
 * the code says what kind of failure it is. The renderer holds one sentence per reason and per code.
 */
export const errorCodes = [
	"invalid-input",
	"not-found",
	"conflict",
	"rule-broken",
	"not-signed-in",
	"forbidden",
	"device-missing",
	"device-busy",
	"device-failed",
	"archive-unreachable",
	"archive-refused",
	"version-too-old",
	"storage-full",
	"storage-damaged",
	"cancelled",
	"timed-out",
	"internal",
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** `concept.what-is-wrong`, for example `job.not-approved`. Each one has a sentence in both languages. */
export type Reason = `${string}.${string}`;

/** JSON values only; never personal data (details are logged). */
export type ErrorDetails = Record<string, string | number | boolean | null | readonly string[]>;

/** What crosses a host when a call fails. */
export type AppError = {
	code: ErrorCode;
	reason?: Reason;
	/** For developers and logs, English, without personal data. */
	message: string;
	details?: ErrorDetails;
	correlationId: string;
};

/** Thrown by rules and services, turned into an {@link AppError} by the router. */
export class Refusal extends Error {
	override readonly name = "Refusal";
	readonly code: ErrorCode;
	readonly reason: Reason;
	readonly details: ErrorDetails | undefined;
	constructor(code: ErrorCode, reason: Reason, details?: ErrorDetails) {
		super(`${code}: ${reason}`);
		this.code = code;
		this.reason = reason;
		this.details = details;
	}
}

/** Throws a {@link Refusal}. Write code and reason as literals: a test reads them to find missing sentences. */
export function refuse(code: ErrorCode, reason: Reason, details?: ErrorDetails): never {
	throw new Refusal(code, reason, details);
}
