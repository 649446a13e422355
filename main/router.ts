/**
 * name → validate → access → handler → envelope. The one door into the core; hosts call nothing else.
 * Never throws. Commands run one at a time, queries freely. Logs name, duration, outcome and correlation id, never payloads.
 */

import { translateStorageError } from "../db/storage-errors.ts";
import { type AppError, Refusal, refuse } from "../domain/errors.ts";
import type { Access, CallSpec, Envelope, ParsedOf, Role } from "../preload/contract/define.ts";
import type { Caller } from "./host-core.ts";
import type { Ports } from "./ports.ts";

/** Who acts: the person signed in at the workstation. */
export type By = { person: string; roles: readonly Role[] };

/** What a handler gets besides its input. `by` is there for every call that needs sign-in. */
export type CallContext = { by: By; caller: Caller; correlationId: string };

export type Handler<S extends CallSpec> = (
	input: ParsedOf<S>,
	context: CallContext,
) => HandlerAnswer<S> | Promise<HandlerAnswer<S>>;
type HandlerAnswer<S extends CallSpec> = import("zod").z.input<S["output"]>;

/** One handler per declared call: a missing one does not compile. */
export type HandlersFor<C extends Record<string, CallSpec>> = { [K in keyof C]: Handler<C[K]> };

export type Router = {
	dispatch(name: string, input: unknown, caller: Caller): Promise<Envelope>;
	/** Resolves when the command under way (and those waiting) are done. */
	idle(): Promise<void>;
};

const slowMs = 40;
const nobody: By = { person: "", roles: [] };

function mayCall(access: Access, by: By | undefined): void {
	if (access === "anyone") return;
	if (!by) refuse("not-signed-in", "session.not-signed-in");
	if (access === "signed-in" || by.roles.includes("manager")) return;
	if (!access.some((role) => by.roles.includes(role))) {
		refuse("forbidden", "session.wrong-role", { needs: [...access] });
	}
}

/**
 * @param ready refuses when the core cannot take this call now (broken storage, set-up not done)
 * @param session the person signed in; asking also counts as activity
 */
export function createRouter(
	calls: Record<string, CallSpec>,
	handlers: Record<string, Handler<CallSpec>>,
	ports: Ports,
	session: { current(): By | undefined; touch(): void },
	ready: (name: string) => void,
): Router {
	let lastCommand: Promise<unknown> = Promise.resolve();

	async function run(name: string, input: unknown, caller: Caller, correlationId: string): Promise<unknown> {
		const spec = Object.hasOwn(calls, name) ? calls[name] : undefined;
		const handler = handlers[name];
		if (!spec || !handler) refuse("not-found", "call.unknown", { name: name.slice(0, 60) });
		const parsed = spec.input.safeParse(input);
		if (!parsed.success) {
			const paths = parsed.error.issues.slice(0, 5).map((i) => `${i.path.join(".")}: ${i.code}`);
			refuse("invalid-input", "call.invalid-input", { at: paths });
		}
		ready(name);
		const execute = async () => {
			const by = session.current();
			mayCall(spec.access, by);
			if (spec.kind === "command") session.touch();
			return handler(parsed.data, { by: by ?? nobody, caller, correlationId });
		};
		if (spec.kind === "query") return execute();
		const turn = lastCommand.then(execute, execute);
		lastCommand = turn.catch(() => undefined);
		return turn;
	}

	function toError(raw: unknown, correlationId: string): AppError {
		const error = translateStorageError(raw);
		if (!(error instanceof Refusal)) {
			return { code: "internal", message: "unexpected failure", correlationId };
		}
		const { code, reason, details } = error;
		return details
			? { code, reason, message: error.message, details, correlationId }
			: { code, reason, message: error.message, correlationId };
	}

	return {
		idle: async () => void (await lastCommand),
		async dispatch(name, input, caller) {
			const correlationId = ports.ids.uuid();
			const started = ports.clock.mono();
			let outcome = "ok";
			try {
				return { ok: true, value: await run(name, input, caller, correlationId) };
			} catch (raw) {
				const error = toError(raw, correlationId);
				outcome = error.reason ?? error.code;
				if (error.code === "internal") {
					const stack = raw instanceof Error ? (raw.stack ?? raw.message) : String(raw);
					ports.log.error("call.internal", { name, correlationId, stack: stack.slice(0, 2000) });
				}
				return { ok: false, error };
			} finally {
				const ms = Math.round((ports.clock.mono() - started) * 10) / 10;
				const fields = { name: name.slice(0, 60), ms, outcome, correlationId };
				if (ms > slowMs) ports.log.warn("call.slow", fields);
				else ports.log.info("call", fields);
			}
		},
	};
}
