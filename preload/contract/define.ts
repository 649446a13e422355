/**
 * How a call is declared. Feature files in this folder use `defineCalls`; `index.ts` merges them.
 * Handlers (main) and the client (renderer) derive their types from here, so a missing handler does not compile.
 * Holds declarations only: nothing here runs a call.
 */
import type { z } from "zod";
import type { AppError, ErrorCode } from "../../domain/errors.ts";

export const roles = ["clerk", "technician", "inspector", "manager"] as const;
export type Role = (typeof roles)[number];

/**
 * Who may call: `anyone` (before sign-in too), `signed-in` (any role), or the roles named.
 * A manager may do everything a role named here may.
 */
export type Access = "anyone" | "signed-in" | readonly Role[];

export type CallSpec<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = {
	kind: "command" | "query";
	input: I;
	output: O;
	access: Access;
	/** The codes a caller should expect besides invalid-input, not-signed-in, forbidden and internal. */
	fails: readonly ErrorCode[];
};

type Declared<I extends z.ZodType, O extends z.ZodType> = {
	input: I;
	output: O;
	access: Access;
	fails?: readonly ErrorCode[];
};

/** A call that changes something. Commands run one at a time. Objects in `input` must be `z.strictObject`. */
export function command<I extends z.ZodType, O extends z.ZodType>(spec: Declared<I, O>) {
	return { kind: "command" as const, fails: [] as readonly ErrorCode[], ...spec };
}

/** A call that only reads. */
export function query<I extends z.ZodType, O extends z.ZodType>(spec: Declared<I, O>) {
	return { kind: "query" as const, fails: [] as readonly ErrorCode[], ...spec };
}

/** Prefixes a feature's calls: `defineCalls("intake", { receive })` gives `{"intake.receive": …}`. */
export function defineCalls<const F extends string, C extends Record<string, CallSpec>>(feature: F, calls: C) {
	const named = Object.entries(calls).map(([name, spec]) => [`${feature}.${name}`, spec]);
	return Object.fromEntries(named) as { [K in keyof C & string as `${F}.${K}`]: C[K] };
}

export type InputOf<S extends CallSpec> = z.input<S["input"]>;
export type ParsedOf<S extends CallSpec> = z.output<S["input"]>;
export type OutputOf<S extends CallSpec> = z.output<S["output"]>;

/** The answer of every call on every host. `dispatch` never throws. */
export type Envelope<T = unknown> = { ok: true; value: T } | { ok: false; error: AppError };
