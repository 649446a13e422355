/** A customer and a pair of shoes the centre knows: brought once, called off, fetched. Written through the calls. */
import { shoesDraft } from "../../support/intake/drop-off.ts";
import { customer } from "./drop-off.ts";
import { clerk } from "./open-shop.ts";
import type { ReadyShop } from "./ready-shop.ts";

/** The code the shoes carry; unique, so that a scan knows the very pair. */
export const knownCode = "SN-2026-000417";

/** Afterwards the item is with its customer again, and nobody is signed in. */
export async function broughtBefore({ ask, people }: ReadyShop): Promise<void> {
	await ask("session.signIn", { person: people[clerk.name], pin: clerk.pin });
	const { orderId, draft } = await ask("intake.draft.start", {});
	const items = [shoesDraft({ codes: [{ kind: "serial", value: knownCode }] })];
	const who = { ...draft.customer, name: customer.name, phone: customer.phone, notice: "screen" };
	await ask("intake.receive", { orderId, draft: { ...draft, items, customer: who } });

	const [job] = (await ask("order.get", { orderId })).jobs;
	if (!job) throw new Error("nothing was received");
	const { jobId, version } = job;
	await ask("order.cancelJob", { jobId, version, reason: { code: "customer-cancelled" }, feeFen: 0, words: "" });
	const open = await ask("handover.open", { orderId });
	const jobs = open.jobs.map((each) => ({
		jobId: each.jobId,
		version: each.version,
		pieces: each.pieces.map((piece) => piece.id),
		missing: [],
		oldParts: null,
	}));
	const pickup = { to: "customer", name: "", phone: "", slip: "shown", proof: null, phoneTail: "" };
	const rest = { pickup, payments: [], signature: { how: "paper" }, leaveOpen: false };
	await ask("handover.complete", { handoverId: open.handoverId, orderId, version: open.version, jobs, ...rest });
	await ask("session.lock", {});
}
