/**
 * What an event brings with it that is no fact of the log: pictures to send or fetch, keys to ask for, an erasure to carry
 * out. Called by the log inside the transaction that stores the event, whoever wrote it; build-app.ts and the simulation
 * of the sync put it together.
 */
import type { KeyRows } from "../../db/queries/keys.ts";
import { aggKey, type WeltEvent } from "../../domain/event/event.ts";
import type { Clock } from "../ports.ts";
import type { BlobStore } from "./blobs.ts";
import type { Erasure } from "./erasure.ts";

export type BelongingsDeps = {
	erasure: Pick<Erasure, "take">;
	blobs: Pick<BlobStore, "own">;
	keys: Pick<KeyRows, "isErased" | "want">;
	clock: Pick<Clock, "now">;
};

export function takeBelongings({ erasure, blobs, keys, clock }: BelongingsDeps, event: WeltEvent): void {
	if (event.type === "subject.erased") erasure.take(aggKey(event.agg));
	for (const ref of event.blobs) if (!keys.isErased(ref.kid)) blobs.own(ref, event.brand, clock.now());
	// Our own too: a PC put back from an image gets what it wrote from others, and the keys with it.
	if (event.pii) keys.want(event.pii.kid);
	for (const { kid } of event.blobs) keys.want(kid);
}
