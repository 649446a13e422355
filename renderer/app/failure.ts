/**
 * What a failed call throws in the renderer: the {@link AppError} of the envelope, as an Error.
 * Screens show it with `<Failed error={…}/>` or turn it into words with `sentenceFor`.
 */
import type { AppError, ErrorCode } from "../../domain/errors.ts";

export class AppFailure extends Error {
	override readonly name = "AppFailure";
	readonly error: AppError;
	constructor(error: AppError) {
		super(`${error.code}: ${error.reason ?? error.message}`);
		this.error = error;
	}
}

/** Any thrown thing as an AppError; what is not a call's failure becomes `internal`. */
export function asAppError(thrown: unknown): AppError {
	if (thrown instanceof AppFailure) return thrown.error;
	const message = thrown instanceof Error ? thrown.message : String(thrown);
	return { code: "internal", message, correlationId: "screen" };
}

/** True when `thrown` is a failed call with this code (and reason, when given). */
export function isFailure(thrown: unknown, code: ErrorCode, reason?: string): thrown is AppFailure {
	return (
		thrown instanceof AppFailure &&
		thrown.error.code === code &&
		(reason === undefined || thrown.error.reason === reason)
	);
}
