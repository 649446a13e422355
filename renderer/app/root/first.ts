/** Runs before any schema is used: the content policy forbids making code from text, which the parser would try. */
import { z } from "zod";

z.config({ jitless: true });
