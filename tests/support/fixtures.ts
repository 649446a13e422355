/**
 * A workstation past its set-up and orders in it, written as events the way services write them. For suites that
 * test a later part of the journey; the intake itself is tested through its own calls.
 */
import { defaultCalendar } from "../../domain/clock/calendar.ts";
import { customerEvents } from "../../domain/customer/customer.ts";
import { itemEvents } from "../../domain/item/item.ts";
import { jobEvents } from "../../domain/job/job.ts";
import { orderEvents } from "../../domain/order/order.ts";
import { type PersonRole, personEvents } from "../../domain/person/person.ts";
import { defaultPolicies, storeEvents } from "../../domain/store/store.ts";
import type { App } from "../../main/app.ts";
import { setPin } from "../../main/services/session/credentials.ts";
import { openWorkstation, type Workstation, type WorkstationOptions } from "./memory-workstation.ts";

export type ReadyWorkstation = Workstation & {
	app: App;
	staff: Record<PersonRole, string>;
	/** Signs in as the person with that role (no PIN asked: the session itself is tested elsewhere). */
	as(role: PersonRole): void;
};

/** Every test person's PIN. */
export const testPin = "2468";

export function appOf(ws: Workstation): App {
	const { app } = ws.core;
	if (!app) throw new Error("storage is broken");
	return app;
}

/** Set up, one person per role, signed in as the clerk. */
export async function openReadyWorkstation(options: WorkstationOptions = {}): Promise<ReadyWorkstation> {
	const ws = await openWorkstation(options);
	const app = appOf(ws);
	const { store, dev } = app.log.identity;
	const staff = { clerk: "", technician: "", inspector: "", manager: "" };
	app.log.append(dev, [
		storeEvents["store.founded"].make(`store:${store}`, {
			code: "01234",
			brandName: "沿条养护",
			centreName: "沿条维修中心(徐汇店)",
			address: "上海市徐汇区天平路88号",
			phone: "021-64370000",
			province: "上海",
			language: "zh-CN",
			calendar: defaultCalendar,
			policies: defaultPolicies,
		}),
	]);
	const people: [PersonRole, string, string][] = [
		["clerk", "周敏", "01"],
		["technician", "李师傅", "02"],
		["inspector", "陈静", "03"],
		["manager", "王店长", "04"],
	];
	for (const [role, name, number] of people) {
		const id = app.ports.ids.uuid();
		staff[role] = id;
		app.log.append(dev, [personEvents["person.added"].make(`person:${id}`, { name, roles: [role], number })]);
		await setPin(app, id, testPin);
	}
	const as = (role: PersonRole) => app.session.open({ person: staff[role], roles: [role] });
	as("clerk");
	return { ...ws, app, staff, as };
}

export type ReceivedOptions = {
	kind?: string;
	category?: string;
	brand?: string;
	services?: string[];
	words?: string;
	name?: string;
	phone?: string;
	boughtOn?: string | null;
	jobs?: number;
};

export type Received = { orderId: string; jobIds: string[]; itemIds: string[]; subjectId: string; number: string };

let counter = 0;

/** One drop-off of `jobs` items (pairs of shoes unless said otherwise), freshly received. */
export function receive(ws: ReadyWorkstation, options: ReceivedOptions = {}): Received {
	const { app } = ws;
	const uuid = app.ports.ids.uuid;
	const now = app.ports.clock.now();
	const clerk = ws.staff.clerk;
	const subjectId = uuid();
	const orderId = uuid();
	counter += 1;
	const number = `0123401${String(counter).padStart(6, "0")}0`;
	const { name = "张晓雯", phone = "13812345678", words = "前掌开胶,走路进水" } = options;
	const has = { name: name !== "", phone: phone !== "", address: false };
	const jobIds: string[] = [];
	const itemIds: string[] = [];
	app.log.transact(() => {
		app.log.append(clerk, [
			customerEvents["subject.registered"].make(
				`subject:${subjectId}`,
				{ has, under14: false },
				{ personal: { kid: `subject:${subjectId}`, value: { name, phone } } },
			),
		]);
		if (phone) app.keys.setPhone(subjectId, app.vault.phoneHash(phone));
		for (let i = 0; i < (options.jobs ?? 1); i++) {
			const itemId = uuid();
			const jobId = uuid();
			itemIds.push(itemId);
			jobIds.push(jobId);
			const pieces = [
				{ id: uuid(), kind: "left" },
				{ id: uuid(), kind: "right" },
			];
			app.log.append(clerk, [
				itemEvents["item.registered"].make(`item:${itemId}`, {
					category: options.category ?? "shoes",
					kind: options.kind ?? "dress-shoe",
					brand: options.brand ?? "百丽",
					style: `ST-${i + 1}`,
					colour: "黑",
					size: "245",
					materials: ["full-grain"],
					pieces,
					codes: [{ kind: "serial", value: `SN${number}${i}` }],
				}),
			]);
			if (options.boughtOn !== null) {
				app.log.append(clerk, [
					itemEvents["item.purchase_recorded"].make(`item:${itemId}`, {
						channel: "brand-store",
						shop: "",
						boughtOn: options.boughtOn ?? "2026-10-20",
						proof: "receipt",
						orderNumber: "",
						priceFen: 89_900,
						brandTermDays: null,
						authenticity: 1,
					}),
				]);
			}
			app.log.append(clerk, [
				jobEvents["job.received"].make(
					`job:${jobId}`,
					{
						order: orderId,
						item: itemId,
						subject: subjectId,
						ordinal: i + 1,
						pieces: pieces.map((p, k) => ({ ...p, no: i * 2 + k + 1 })),
						services: options.services ?? [],
						accessories: [],
						condition: [],
						declaredValueFen: null,
						hasWords: words !== "",
						promisedAt: now + 3 * 86_400_000,
						clocks: { start: [{ clock: "D", dueAt: now + 86_400_000, warnAt: now + 69_120_000 }] },
					},
					{
						refs: [`order:${orderId}`, `item:${itemId}`],
						...(words ? { personal: { kid: `subject:${subjectId}` as const, value: { words } } } : {}),
					},
				),
			]);
		}
		app.log.append(clerk, [
			orderEvents["order.opened"].make(`order:${orderId}`, {
				number,
				token: `T${number}`,
				subject: subjectId,
				jobs: jobIds,
				promisedAt: now + 3 * 86_400_000,
				standard: "2026.1",
				prices: "sample",
				notice: "1",
			}),
		]);
	});
	return { orderId, jobIds, itemIds, subjectId, number };
}
