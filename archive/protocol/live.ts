/** Hints that a feed grew (server-sent events). Only a reason to ask: polling stays the truth. */
import { z } from "zod";
import { feedId, position } from "./fields.ts";

export const hint = z.strictObject({ feed: feedId, n: position });
export type Hint = z.infer<typeof hint>;
