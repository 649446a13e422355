/** Passport: everything known of one item, by any of its codes; then it is followed for a while. */
import { z } from "zod";
import { feedHead, feedId, uuid } from "./fields.ts";
import { maxFeeds } from "./version.ts";

/** Which of an item's codes is asked for; `order` finds the items of a repair order. */
export const identifierKinds = ["serial", "tag", "gtin-serial", "lifelong", "order", "token"] as const;
export const passportQuery = z.strictObject({ kind: z.enum(identifierKinds), value: z.string().min(1).max(200) });

/** The first line of the answer (`p`); the item's events follow as lines of a pull. */
export const passportHead = z.strictObject({
	/** The item it is resolved to, after merges. */
	item: uuid,
	feed: feedId,
	head: feedHead,
	/** Items merged into this one. */
	merged: z.array(uuid),
});
export type PassportHead = z.infer<typeof passportHead>;

export const interestRequest = z.strictObject({ feeds: z.array(feedId).max(maxFeeds * 16) });
export const interestAnswer = z.strictObject({ until: z.int() });

/** Other workshops of one's brands: by id, or by the beginning of the official code or a part of the name. */
export const maxWorkshops = 50;
export const workshopsQuery = z.strictObject({
	ids: z.array(uuid).max(maxWorkshops),
	q: z.string().max(40),
});
export const workshop = z.strictObject({ id: uuid, code: z.string().regex(/^\d{5}$/), name: z.string().max(60) });
export type Workshop = z.infer<typeof workshop>;
export const workshopsAnswer = z.strictObject({ workshops: z.array(workshop).max(maxWorkshops) });
