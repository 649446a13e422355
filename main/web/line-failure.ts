import type { ErrorCode, Reason } from "../../domain/errors.ts";
import type { Envelope } from "../../preload/contract/define.ts";

/** The answer when a message never reached the router: too large, not JSON, a broken upload. */
export function lineFailure(code: ErrorCode, reason: Reason, correlationId: string): Envelope<never> {
	return { ok: false, error: { code, reason, message: `${code}: ${reason}`, correlationId } };
}
