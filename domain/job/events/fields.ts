/** The small fields events of a job share. */
import { z } from "zod";

export const short = z.string().max(60);
export const id = z.string().max(64);
export const fen = z.number().int().nonnegative();
/** The personal part of events that carry somebody's words. */
export const words = z.object({ words: z.string().max(1000) });
