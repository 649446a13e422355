/** What the projector reads out of one event: whose feeds it belongs in, and which codes lead to an item. */
import { z } from "zod";
import { uuid } from "../../protocol/fields.ts";
import type { Source } from "./feed.ts";

const readable = z.looseObject({
	agg: z.string(),
	refs: z.array(z.string()),
	type: z.string(),
	body: z.record(z.string(), z.unknown()),
});
export type Readable = z.infer<typeof readable>;
/** An event that counts, and where it stands. */
export type Told = { source: Source; event: Readable };

const code = z.looseObject({ kind: z.string().max(40), value: z.string().max(200) });
const registered = z.looseObject({ codes: z.array(code).max(50) });
const opened = z.looseObject({
	number: z.string().max(40),
	token: z.string().max(100),
	jobs: z.array(uuid).max(100).optional(),
	subject: uuid.optional().catch(undefined),
});
const received = z.looseObject({ order: uuid, item: uuid, subject: uuid });
const dispatched = z.looseObject({ to: uuid });
const merged = z.looseObject({ into: uuid });

export function readEvent(text: string): Readable | undefined {
	const parsed = readable.safeParse(JSON.parse(text));
	return parsed.success ? parsed.data : undefined;
}

/** The ids of one kind among an event's references. */
export const refsOf = (event: Readable, kind: string): string[] =>
	event.refs.flatMap((ref) => (ref.startsWith(`${kind}:`) ? uuidAfter(ref) : []));

/** `job:<uuid>` → the uuid; nothing for any other form. */
export function uuidAfter(agg: string): string[] {
	const id = agg.slice(agg.indexOf(":") + 1);
	return uuid.safeParse(id).success ? [id] : [];
}

/** Codes that an event gives its item. */
export function codesOf({ type, body }: Readable): { kind: string; value: string }[] {
	if (type === "item.registered") return registered.safeParse(body).data?.codes ?? [];
	if (type === "item.code_added") {
		const one = code.safeParse(body);
		return one.success ? [one.data] : [];
	}
	return [];
}

/** An order's number, the token of its slip, its jobs and its customer. */
export const orderOf = ({ type, body }: Readable) =>
	type === "order.opened" ? opened.safeParse(body).data : undefined;

/** A job's order, item and customer. */
export const jobOf = ({ type, body }: Readable) =>
	type === "job.received" ? received.safeParse(body).data : undefined;

/** The workshop a job is sent to. */
export const sentTo = ({ type, body }: Readable) =>
	type === "job.dispatched" ? dispatched.safeParse(body).data?.to : undefined;

/** The item this one turned out to be. */
export const mergedInto = ({ type, body }: Readable) =>
	type === "item.merged" ? merged.safeParse(body).data?.into : undefined;
