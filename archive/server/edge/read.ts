/** Messages are read once, here. */
import { z } from "zod";
import { oldestProtocol } from "../../protocol/version.ts";
import { refuse } from "../refuse.ts";

/** A message read at the edge; refuses `malformed`, and `upgrade` for a protocol nobody speaks any more. */
export function read<T extends z.ZodType>(schema: T, body: unknown): z.output<T> {
	const proto = z.looseObject({ proto: z.number() }).safeParse(body);
	if (proto.success && proto.data.proto < oldestProtocol) refuse("upgrade", "too old", { minProto: oldestProtocol });
	const parsed = schema.safeParse(body);
	return parsed.success ? parsed.data : refuse("malformed", "not a message of this protocol");
}
