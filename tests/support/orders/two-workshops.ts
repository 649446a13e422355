/** Two workshops of one brand without an archive between them: what one wrote is carried over by hand, whole chains. */
import { storeEvents } from "../../../domain/store/store.ts";
import { openReadyWorkstation, type ReadyWorkstation } from "../fixtures.ts";

/** As if it had been enrolled; there is no line. */
export function enrolled({ app }: Pick<ReadyWorkstation, "app">): void {
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
export function meets({ app }: ReadyWorkstation, other: ReadyWorkstation, name: string, code: string): void {
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

/** Everything that `from` has and `to` lacks. */
export function tell(from: ReadyWorkstation, to: ReadyWorkstation): void {
	const rows = from.app.writer.prepare("SELECT text FROM event ORDER BY pos").pluck().all() as string[];
	to.app.log.receive(rows.map((text) => ({ text })));
}

/** What the archive lends of keys: those of an order and its customer. */
export function lendKeys(from: ReadyWorkstation, to: ReadyWorkstation, orderId: string, subjectId: string): void {
	for (const kid of [`order:${orderId}`, `subject:${subjectId}`] as const) {
		const key = from.app.vault.keyOf(kid);
		if (!key) continue;
		to.app.vault.takeKey(kid, key, false);
		to.app.keys.unwant(kid);
	}
}
