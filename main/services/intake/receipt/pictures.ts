/** Pictures a draft names, as the references events carry: each under the key it belongs to, for this order only. */
import { refuse } from "../../../../domain/errors.ts";
import type { AggId, BlobRef } from "../../../../domain/event/event.ts";
import type { App } from "../../../app.ts";

/** A picture of the item. Refuses `media.gone`, `intake.other-picture` for a picture of another order. */
export function itemPicture(app: App, orderId: string, handle: string): BlobRef {
	const ref = app.blobs.ref(handle);
	if (ref.kid !== `order:${orderId}`) refuse("rule-broken", "intake.other-picture");
	return ref;
}

/**
 * A picture about the customer. Taken before a known customer was chosen it lies under the key of the draft's nobody:
 * then it is sealed anew, so that erasing the customer takes it along.
 * @param mine keys the draft may have used
 */
export function customerPicture(app: App, mine: readonly AggId[], kid: AggId, handle: string): BlobRef {
	const ref = app.blobs.ref(handle);
	if (ref.kid === kid) return ref;
	if (!mine.includes(ref.kid)) refuse("rule-broken", "intake.other-picture");
	const { bytes } = app.blobs.read(handle);
	return app.blobs.put(kid, ref.mime, ref.role, bytes, app.ports.clock.now());
}
