/** Reads what an order's papers are drawn from. Refuses order.not-found. */
import { isStatusToken, makeStatusAddress } from "../../../domain/code/own.ts";
import type { App } from "../../app.ts";
import type { PaperLanguage } from "../../print/papers.ts";
import { createNames } from "./names.ts";
import type { PaperSource } from "./paper-parts.ts";

export function readSource(app: App, orderId: string, language?: PaperLanguage): PaperSource {
	const { state: order } = app.states.get("order", orderId);
	const { state: store } = app.store();
	const jobs = order.jobs
		.map((id) => app.states.get("job", id).state)
		.map((job) => ({ job, item: app.states.get("item", job.item).state }));
	const names = createNames(app.standard.index, language ?? store.language, store.calendar.zone);
	return { app, names, store, order, jobs };
}

/** The words a customer said, opened; undefined when none were or their key is gone. */
export function openWords(app: App, eventId: string | null): string | undefined {
	const event = eventId ? app.events.find(eventId) : undefined;
	const words = event && app.vault.open(event)?.["words"];
	return typeof words === "string" && words !== "" ? words : undefined;
}

/** The newest signature of that kind, as the paper carries it. */
export function signatureOf(source: PaperSource, what: "intake" | "quote" | "hand-over", jobId?: string) {
	const found = source.order.signatures.findLast(
		(s) => s.what === what && (!jobId || s.job === jobId || s.job === null),
	);
	if (!found) return {};
	const signedAt = source.names.time(found.at);
	// While it is locked the paper says when it was signed, and the sheet of that day shows how.
	if (!found.blob || source.app.vault.isLocked(`subject:${source.order.subject}`)) return { signedAt };
	return { signedAt, png: new Uint8Array(source.app.blobs.read(found.blob).bytes) };
}

/** A staff member's name, or an empty string for the station itself. */
export function personName(app: App, id: string): string {
	return app.states.find("person", id)?.state.name ?? "";
}

/** The address of the order's page at the archive; where there is none to ask, the order's own code. */
function statusCode(app: App, { number, token }: PaperSource["order"]): string {
	const page = app.sync.enrolment()?.page.replace(/\/s\/?$/, "");
	return page !== undefined && isStatusToken(token) ? makeStatusAddress(page, token) : number;
}

/** Printed at, language, order number and QR text: what every paper of an order starts with. */
export function paperBase(source: PaperSource, reprint: boolean) {
	const { app, names, order } = source;
	return {
		language: names.language,
		printedAt: names.time(app.ports.clock.now()),
		reprint,
		orderNo: order.number,
		statusToken: statusCode(app, order),
	};
}
