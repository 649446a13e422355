/** Messages are read once, here. */
import { z } from "zod";
import { oldestProtocol, protocolVersion } from "../../protocol/version.ts";
import { refuse } from "../refuse.ts";

/**
 * Refuses `upgrade` for a protocol nobody speaks any more, and `later` for one this archive doesn't speak yet: a newer
 * workstation keeps its work and asks again, until the archive is as new.
 */
export function checkProtocol(proto: number): void {
	if (proto < oldestProtocol) refuse("upgrade", "too old", { minProto: oldestProtocol });
	if (proto > protocolVersion) refuse("later", "newer than this archive", { maxProto: protocolVersion });
}

/** A message read at the edge; refuses `malformed`, and as {@link checkProtocol} does. */
export function read<T extends z.ZodType>(schema: T, body: unknown): z.output<T> {
	const proto = z.looseObject({ proto: z.number() }).safeParse(body);
	if (proto.success) checkProtocol(proto.data.proto);
	const parsed = schema.safeParse(body);
	return parsed.success ? parsed.data : refuse("malformed", "not a message of this protocol");
}
