import { type AppError, Refusal } from "../../domain/errors.ts";
import type { Envelope } from "../../preload/contract/define.ts";
import type { HostCore } from "../host-core.ts";

/**
 * Stands in for a core that could not start (newer or damaged data, full or read-only disk), so that the screens
 * still open and say what happened in the clerk's own language. Takes no work.
 */
export function createRefusingCore(cause: unknown, correlationId: string): HostCore {
	const answer = async (): Promise<Envelope<never>> => ({ ok: false, error: startFailure(cause, correlationId) });
	return {
		dispatch: answer,
		subscribe: () => () => undefined,
		readMedia: answer,
		acceptMedia: answer,
		lock: () => undefined,
		wake: () => undefined,
		stop: async () => undefined,
	};
}

/** What went wrong at start, as an error the screens have a sentence for. */
export function startFailure(cause: unknown, correlationId: string): AppError {
	if (!(cause instanceof Refusal)) {
		return { code: "internal", reason: "host.start-failed", message: "the core did not start", correlationId };
	}
	const { code, reason, message, details } = cause;
	return { code, reason, message, ...(details && { details }), correlationId };
}
