/** Two workshops of one brand without an archive between them: what one wrote about orders is carried over by hand. */
import { aggKind, type WeltEvent } from "../../../domain/event/event.ts";
import { storeEvents } from "../../../domain/store/store.ts";
import { openReadyWorkstation, type ReadyWorkstation } from "../fixtures.ts";

type WithApp = Pick<ReadyWorkstation, "app">;

/** As if it had been enrolled; there is no line. */
export function enrolled({ app }: WithApp): void {
	const key = Buffer.alloc(32, 7).toString("base64url");
	const id = "0190aaaa-0000-7000-8000-000000000001";
	app.local.setSetting("archive", {
		...{ arch: id, store: app.log.identity.store, archiveKey: key, archiveDev: id, storeCode: "01234" },
		brands: [{ id, name: "沿条养护" }],
		boxKeys: {},
		page: "https://archive.example/s",
		address: "https://archive.example",
	});
}

/** Knows the other one by name, as the archive would have told it. */
export function meets({ app }: WithApp, other: WithApp, name: string, code: string): void {
	app.sync.passports.rows.putWorkshop({ id: other.app.log.identity.store, code, name });
}

export async function openTwoWorkshops(): Promise<[here: ReadyWorkstation, there: ReadyWorkstation]> {
	const here = await openReadyWorkstation();
	const there = await openReadyWorkstation({ seed: 7 });
	for (const ws of [here, there]) enrolled(ws);
	const store = `store:${there.app.log.identity.store}` as const;
	const name = { centreName: { was: "沿条维修中心(徐汇店)", now: "沿条维修中心(静安店)" } };
	there.app.log.append(there.staff.manager, [storeEvents["store.set"].make(store, { changes: name })]);
	meets(here, there, "沿条维修中心(静安店)", "01235");
	meets(there, here, "沿条维修中心(徐汇店)", "01234");
	return [here, there];
}

/** As the feed of an order carries them. */
const carried = new Set(["order", "job", "item", "subject"]);

/** What `from` wrote about its orders and `to` lacks. */
export function tell(from: WithApp, to: WithApp): void {
	const rows = from.app.writer.prepare("SELECT text FROM event ORDER BY pos").pluck().all() as string[];
	const ours = to.app.log.identity.store;
	const theirs = rows.filter((text) => {
		const event = JSON.parse(text) as WeltEvent;
		return event.store !== ours && carried.has(aggKind(event.agg));
	});
	to.app.log.receiveParts(theirs.map((text) => ({ text })));
}

/** What the archive lends of keys: those of an order and its customer. */
export function lendKeys(from: WithApp, to: WithApp, orderId: string, subjectId: string): void {
	for (const kid of [`order:${orderId}`, `subject:${subjectId}`] as const) {
		const key = from.app.vault.keyOf(kid);
		if (!key) continue;
		to.app.vault.takeKey(kid, key, false);
		to.app.keys.unwant(kid);
	}
}
