/**
 * Another workshop without an archive between: while the workstation is stopped, its data folder is opened as its own core
 * would, told what the other workshop wrote, and closed again. For journeys about parcels.
 */
import { makeOrderNumber } from "../../../domain/code/order-number.ts";
import { orderEvents } from "../../../domain/order/order.ts";
import { createKeyFile } from "../../../main/adapters/key-file.ts";
import { codeText } from "../../../main/services/transfer/code.ts";
import { appOf, openReadyWorkstation, receive } from "../../support/fixtures.ts";
import { openWorkstation } from "../../support/memory-workstation.ts";
import { enrolled, lendKeys, meets, tell } from "../../support/orders/two-workshops.ts";

export const otherName = "沿条维修中心（静安店）";
export const otherCode = "01235";
export const otherSeal = "F20260088";

export type SentHere = { code: string; number: string; labels: string[] };

/** The folder's workstation belongs to an archive and knows the other workshop, which has sent it a pair of shoes. */
export async function parcelFor(dir: string): Promise<SentHere> {
	const here = await openWorkstation({ dir, keys: createKeyFile(dir), start: Date.now(), seed: 5 });
	const there = await openReadyWorkstation({ start: Date.now() - 86_400_000, seed: 7 });
	try {
		const app = appOf(here);
		enrolled({ app });
		enrolled(there);
		meets({ app }, there, otherName, otherCode);
		meets(there, { app }, app.store().state.centreName, "01234");
		const got = receive(there, { services: ["O01"], name: "孙丽", words: "" });
		const number = makeOrderNumber({ store: 1235, station: 1, counter: 88 });
		there.app.log.append(there.staff.clerk, [
			orderEvents["order.renumbered"].make(`order:${got.orderId}`, { was: got.number, number }),
		]);
		const [jobId = ""] = got.jobIds;
		const { parcelId } = await there.call("transfer.dispatch", {
			...{ orderId: got.orderId, to: app.log.identity.store, carrier: "sf", waybill: "SF1088000000088" },
			jobs: [{ jobId, version: there.app.states.get("job", jobId).version }],
			...{ seal: otherSeal, note: "换前掌的鞋，左脚已拆线", photos: [] },
		});
		tell(there, { app });
		lendKeys(there, { app }, got.orderId, got.subjectId);
		return { code: codeText(there.app, parcelId), number, labels: [`${number}01`, `${number}02`] };
	} finally {
		await here.core.stop();
		await there.dispose();
	}
}
