/** A customer as a counter meets them: told everything, signed on the screen, repaired for, paid and gone. */
import { randomBytes } from "node:crypto";
import { orderEvents } from "../../../domain/order/order.ts";
import { repairSole } from "../../archive/support/workshop.ts";
import type { ReadyWorkstation } from "../fixtures.ts";
import { draftOf, jpeg, shoesDraft } from "../intake/drop-off.ts";

export type Person = { name: string; phone: string; address: string; words: string };
export type Served = {
	subjectId: string;
	orderId: string;
	number: string;
	jobId: string;
	itemId: string;
	/** The signature: its name on disk and its bytes before they were sealed. */
	sha: string;
	picture: Buffer;
};

export type ServeOptions = {
	/** `received`: the item is still here; `repaired`: fetched, not paid. */
	until?: "received" | "repaired";
};

export async function serve(ws: ReadyWorkstation, person: Person, { until }: ServeOptions = {}): Promise<Served> {
	const { app } = ws;
	ws.as("clerk");
	const drop = await draftOf(ws, [shoesDraft({ words: person.words })], {
		customer: { name: person.name, phone: person.phone },
	});
	const picture = Buffer.concat([jpeg(7), randomBytes(4_000)]);
	const { ticket } = await ws.call("media.ticket", { orderId: drop.orderId, role: "signature" });
	const taken = await ws.core.acceptMedia(ticket, picture, { host: "memory", client: "test" });
	if (!taken.ok) throw new Error(taken.error.message);
	const draft = { ...drop.draft, signature: { handle: taken.value.handle, how: "screen" as const } };
	await ws.call("intake.draft.save", { orderId: drop.orderId, draft: draft as never });
	const received = await ws.call("intake.receive", { orderId: drop.orderId, draft: draft as never });
	const { subjectId } = drop.draft.customer;
	const { version } = app.states.get("subject", subjectId);
	await ws.call("customer.set", { subjectId, version, address: person.address });
	const { jobId = "", itemId = "" } = received.jobs[0] ?? {};
	const sha = app.local.blobsOf(`subject:${subjectId}`)[0] ?? "";
	if (until !== "received") repairSole(ws, jobId, "2027-02-10");
	if (until === undefined) pay(ws, drop.orderId);
	return { subjectId, orderId: drop.orderId, number: received.number, jobId, itemId, sha, picture };
}

/** The fifty yuan of {@link repairSole}. */
export function pay({ app, staff }: ReadyWorkstation, orderId: string): void {
	const paid = { id: app.ports.ids.uuid(), kind: "balance" as const, method: "cash" as const, amountFen: 5000 };
	app.log.append(staff.clerk, [orderEvents["order.paid"].make(`order:${orderId}`, paid)]);
}
