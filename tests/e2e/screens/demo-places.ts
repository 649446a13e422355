/** What there is to look at in the demo workshop: an example for every blank of an address, and screens deeper down. */
import { shoesDraft } from "../../support/intake/drop-off.ts";
import type { Asking } from "../journey/ready-shop.ts";

export type Places = {
	/** By blank (":jobId"), or by path and blank where another example shows more. */
	examples: Readonly<Record<string, string>>;
	/** Beyond the bare paths: with something scanned, searched, chosen. */
	more: readonly string[];
	/** A drop-off ready to be finished. */
	draft: string;
	/** Words that are nobody's text: brands as they were written, and what the standard has in Chinese only, marked. */
	own: readonly string[];
};

/** What the browser's pretended camera calls itself. */
const cameraOfChromium = "fake_device_0";

/** Asked as the manager. */
export async function placesOf(ask: Asking, language: "zh-CN" | "en"): Promise<Places> {
	const tour = await ask("demo.tour", {});
	const { sections } = await ask("demo.codes", { language });
	const code = (id: (typeof sections)[number]["id"]) => sections.find((each) => each.id === id)?.entries[0]?.code ?? "";
	const bench = await ask("bench.queue", {});
	const qc = await ask("qc.queue", {});
	const { brands } = await ask("intake.favourites", {});
	const { standard } = await ask("standard.read", {});
	const { orderId: draftId, draft } = await ask("intake.draft.start", {});
	const { printers } = await ask("printers.list", {});
	const words = language === "en" ? "The sole comes off" : "前掌开胶";
	const brought = {
		items: [shoesDraft({ brand: "Clarks", words })],
		customer: { ...draft.customer, noPhone: true, noName: true },
	};
	await ask("intake.draft.save", { orderId: draftId, draft: { ...draft, ...brought } });
	return {
		examples: {
			":itemId": there(tour.itemId),
			":jobId": there(tour.inspectJobId),
			":orderId": there(tour.closedOrderId),
			// The demo belongs to no archive: a parcel it has no record of.
			":parcelId": "00000000-0000-4000-8000-000000000001",
			":printerId": there(printers[0]?.id),
			"/bench/:jobId :jobId": there(bench.rows[0]?.card.jobId),
			"/qc/:jobId :jobId": there(qc.rows[0]?.card.jobId),
			"/hand-over/:orderId :orderId": there(tour.readyOrderId),
			"/transfer/send/:orderId :orderId": there(tour.readyOrderId),
			"/intake/:orderId :orderId": draftId,
			":section": "station",
		},
		more: [
			`/job/${there(tour.quoteJobId)}`,
			`/search?q=${language === "en" ? "Zhang" : "张"}`,
			`/intake?scan=${encodeURIComponent(code("known"))}`,
			`/intake?scan=${encodeURIComponent(code("new"))}`,
		],
		draft: `/intake/${draftId}`,
		own: [...brands, cameraOfChromium, ...chineseOnly(standard).map((text) => `${text}*`)],
	};
}

/** Texts without English, anywhere in the standard; the longest first, since one may be part of another. */
function chineseOnly(value: unknown): string[] {
	if (typeof value !== "object" || value === null) return [];
	if ("zh" in value && typeof value.zh === "string") return "en" in value ? [] : [value.zh];
	return Object.values(value)
		.flatMap(chineseOnly)
		.sort((a, b) => b.length - a.length);
}

function there(id: string | null | undefined): string {
	if (!id) throw new Error("the demo workshop has nothing of this kind");
	return id;
}
