/**
 * How a concept declares its events: one schema per version, kept for ever, with a pure upcast v → v+1.
 * `decide` builds new events through `make`, which checks the body, so nothing malformed can reach the log.
 */
import type { z } from "zod";
import type { AggId, BlobRef, JsonObject, NewEvent, WeltEvent } from "./event.ts";

export type EventSpec<T extends string = string, B extends z.ZodType = z.ZodType, P extends z.ZodType = z.ZodType> = {
	type: T;
	/** Newest version; `body` and `personal` describe it. */
	v: number;
	body: B;
	/** The part sealed under the subject's key, if the event has one. */
	personal: P | undefined;
	/** upcasts[n] turns a version n body into version n + 1. */
	upcasts: Record<number, (body: JsonObject) => JsonObject>;
	make(agg: AggId, body: z.input<B>, more?: MakeMore<P>): NewEvent<T, z.output<B>>;
};

export type MakeMore<P extends z.ZodType> = {
	refs?: AggId[];
	base?: string[];
	personal?: { kid: AggId; value: z.input<P> };
	blobs?: BlobRef[];
};

export function defineEvent<const T extends string, B extends z.ZodType, P extends z.ZodType = z.ZodNever>(spec: {
	type: T;
	v?: number;
	body: B;
	personal?: P;
	upcasts?: Record<number, (body: JsonObject) => JsonObject>;
}): EventSpec<T, B, P> {
	const v = spec.v ?? 1;
	return {
		type: spec.type,
		v,
		body: spec.body,
		personal: spec.personal,
		upcasts: spec.upcasts ?? {},
		make(agg, body, more = {}) {
			const made: NewEvent<T, z.output<B>> = { agg, type: spec.type, v, body: spec.body.parse(body) };
			if (more.refs) made.refs = more.refs;
			if (more.base) made.base = more.base;
			if (more.blobs) made.blobs = more.blobs;
			if (more.personal && spec.personal) {
				made.personal = { kid: more.personal.kid, value: spec.personal.parse(more.personal.value) as JsonObject };
			}
			return made;
		},
	};
}

/** The event a spec describes, as a fold sees it. */
export type EventOf<S> = S extends EventSpec<infer T, infer B, z.ZodType> ? WeltEvent<T, z.output<B>> : never;

/** Lifts an old body to the newest version the spec knows. Bodies from newer versions come back unchanged. */
export function upcast(spec: EventSpec, event: WeltEvent): WeltEvent {
	let { v, body } = event;
	while (v < spec.v) {
		const lift = spec.upcasts[v];
		if (!lift) throw new TypeError(`no upcast for ${spec.type} v${v}`);
		body = lift(body);
		v += 1;
	}
	return v === event.v ? event : { ...event, v, body };
}
