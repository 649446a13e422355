/** The way a picture gets in: a call draws a ticket, the host takes the bytes for it and answers a handle. */
import { z } from "zod";
import { command, defineCalls } from "./define.ts";
import { uuid } from "./fields.ts";

/** What a picture of the item shows. Kept under the order's key. */
export const itemRoles = ["before", "condition", "finding", "step", "after", "damage", "delivery"] as const;
/** What a picture about the customer shows. Kept under the customer's key, and gone with it. */
export const customerRoles = ["signature", "proof", "answer", "complaint"] as const;

/** Handle of the small copy (≤ 320 px) of a stored picture, for lists. Made by the workstation when first asked for. */
export function thumbnailOf(handle: string): string {
	return `${thumbnailPrefix}${handle}`;
}
const thumbnailPrefix = "thumb-";

/** The picture a thumbnail's handle stands for; undefined for any other handle. */
export function pictureOfThumbnail(handle: string): string | undefined {
	return handle.startsWith(thumbnailPrefix) ? handle.slice(thumbnailPrefix.length) : undefined;
}

export const mediaCalls = defineCalls("media", {
	/** One upload (≤ 8 MB) for an order or its draft. Draw it with `call`, once per picture. */
	ticket: command({
		access: "signed-in",
		fails: ["not-found"],
		input: z.strictObject({ orderId: uuid, role: z.enum([...itemRoles, ...customerRoles]) }),
		output: z.object({ ticket: z.string() }),
	}),
});
