/** An order taken in through the counter's own calls, photographed and quoted, as its customer would find it on the page. */
import { makeStatusAddress } from "../../../domain/code/own.ts";
import { decisionBase } from "../../../domain/event/decision.ts";
import { jobEvents } from "../../../domain/job/job.ts";
import { draftOf, shoesDraft } from "../../support/intake/drop-off.ts";
import { soleOpen, type Workshop } from "./workshop.ts";

export type Quoted = { orderId: string; jobId: string; itemId: string; number: string; path: string; serial: string };

const day = 86_400_000;
let serials = 40_000;

/** `photo`: bytes of a JPEG taken before. */
export async function takeIn(shop: Workshop, photo: Uint8Array): Promise<Quoted> {
	serials += 1;
	const serial = `SN-BELLE-${serials}`;
	const codes = [{ kind: "serial" as const, value: serial }];
	const words = "前掌开胶，走路进水，别换颜色";
	const received = await shop.call("intake.receive", await draftOf(shop, [shoesDraft({ codes, words })]));
	const { jobId = "", itemId = "" } = received.jobs[0] ?? {};
	const { app } = shop;
	const orderId = received.orderId;
	takePhoto(shop, { orderId, jobId }, "before", photo);
	const { token } = app.states.get("order", orderId).state;
	const path = new URL(makeStatusAddress("https://archive.example", token)).pathname;
	return { orderId, jobId, itemId, number: received.number, path, serial };
}

export function takePhoto(
	{ app, staff }: Pick<Workshop, "app" | "staff">,
	{ orderId, jobId }: Pick<Quoted, "orderId" | "jobId">,
	role: "before" | "after",
	photo: Uint8Array,
) {
	const ref = app.blobs.put(`order:${orderId}`, "image/jpeg", role, photo, app.ports.clock.now());
	app.log.append(staff.clerk, [jobEvents["job.photographed"].make(`job:${jobId}`, {}, { blobs: [ref] })]);
}

export const stageBase = ({ app }: Workshop, jobId: string) => ({
	base: decisionBase(app.states.get("job", jobId).state.heads, "stage"),
});

/** Issues the next version: the sole glued again, the brand pays the inspection. */
export function quote(shop: Workshop, jobId: string, more: { validUntil?: number; unitFen?: number } = {}): void {
	const { app, staff } = shop;
	const agg = `job:${jobId}` as const;
	const now = app.ports.clock.now();
	const { unitFen = 12_000, validUntil = now + 7 * day } = more;
	const version = app.states.get("job", jobId).state.quotes.length + 1;
	const write = (event: Parameters<typeof app.log.append>[1][number]) => app.log.append(staff.inspector, [event]);
	if (version === 1) {
		write(jobEvents["job.finding_added"].make(agg, { finding: soleOpen(app.ports.ids.uuid()) }));
		write(jobEvents["job.outcome_decided"].make(agg, { outcome: "repair" }, stageBase(shop, jobId)));
	}
	const line = (code: string, fen: number, payer: "customer" | "brand") => {
		const name = app.standard.index.operations.get(code)?.name ?? { zh: code };
		return {
			...{ id: app.ports.ids.uuid(), code, title: name.zh, findingIds: [], qty: 1, unit: "pair" as const },
			...{ unitFen: fen, listFen: fen, amountFen: fen, payer, why: { kind: "service" as const, service: code } },
			...(name.en === undefined ? {} : { titleEn: name.en }),
		};
	};
	const lines = [line("O02", unitFen, "customer"), line("O01", 3_000, "brand")];
	const totals = { customerFen: unitFen, brandFen: 3_000, storeFen: 0, totalFen: unitFen + 3_000 };
	const relied = { standard: "2026.1", prices: "sample", samplePrices: false, coverage: [] };
	write(
		jobEvents["job.quoted"].make(
			agg,
			{ ...relied, version, lines, totals, validUntil, clocks: { stop: ["D"] } },
			stageBase(shop, jobId),
		),
	);
}
