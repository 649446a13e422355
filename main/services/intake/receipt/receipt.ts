/** What the parts of one receipt share, while its transaction lasts. Made by receive.ts. */
import type { CounterReader } from "../../../../db/queries/counter.ts";
import type { BlobRef, NewEvent } from "../../../../domain/event/event.ts";
import type { StoreState } from "../../../../domain/store/store.ts";
import type { IntakeDraft } from "../../../../preload/contract/intake-draft.ts";
import type { App } from "../../../app.ts";
import { customerPicture } from "./pictures.ts";

export type Receipt = {
	app: App;
	rows: CounterReader;
	store: StoreState;
	orderId: string;
	subjectId: string;
	now: number;
	todayOn: string;
	/** Set when the clerk promised a day of their own. */
	promisedAt: number | null;
	/** Pieces numbered so far, across the order. */
	numbered: number;
	append(events: readonly NewEvent[]): void;
};

/** Under the customer's final key, whoever they were when it was taken. */
export function ownPicture({ app, subjectId }: Receipt, { customer }: IntakeDraft, handle: string): BlobRef {
	const mine = [`subject:${customer.subjectId}`, `subject:${subjectId}`] as const;
	return customerPicture(app, mine, `subject:${subjectId}`, handle);
}
