/**
 * The people of the demo workshop at the screen: signs the right one in, makes the product's own calls, sends pictures,
 * remembers who and what was there before. Used by the acts; knows no story.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { InputOf, OutputOf } from "../../preload/contract/define.ts";
import type { Approval } from "../../preload/contract/fields.ts";
import type { CallName, Calls } from "../../preload/contract/index.ts";
import type { HostCore } from "../host-core.ts";
import { type CustomerKey, type Said, type StaffKey, staff } from "./cast.ts";
import type { Times, TravelClock } from "./time.ts";

const caller = { host: "memory", client: "demo" } as const;

export type Colleague = { id: string; badge: string };
/** Where the fault is, thousandths of the picture; whether there is a closer look. */
type Spot = { x: number; y: number; close: boolean };

export type KnownItem = { itemId: string; jobId: string };

export type Shop = {
	times: Times;
	language: "zh-CN" | "en";
	say(words: Said): string;
	call<N extends CallName>(who: StaffKey, name: N, input: InputOf<Calls[N]>): Promise<OutputOf<Calls[N]>>;
	/** Sends a file of assets/demo to the ticket, as its camera would. */
	send(ticket: string, file: string): Promise<string>;
	spot(picture: string): Spot;
	/** The manager's word for what needs one. */
	approval: Approval;
	/** The version of the job as it stands. */
	version(jobId: string): Promise<number>;
	customers: Map<CustomerKey, string>;
	items: Map<string, KnownItem>;
	now(): number;
};

export type ShopParts = {
	core: HostCore;
	clock: TravelClock;
	times: Times;
	language: "zh-CN" | "en";
	rootDir: string;
	colleagues: Record<StaffKey, Colleague>;
};

export async function openShop({ core, clock, times, language, rootDir, colleagues }: ShopParts): Promise<Shop> {
	const folder = join(rootDir, "assets", "demo");
	const spots = JSON.parse(await readFile(join(folder, "pictures.json"), "utf8")) as Record<string, Spot>;
	let atScreen: StaffKey | undefined;

	async function dispatch<N extends CallName>(name: N, input: InputOf<Calls[N]>): Promise<OutputOf<Calls[N]>> {
		const answer = await core.dispatch(name, input, caller);
		if (answer.ok) return answer.value as OutputOf<Calls[N]>;
		const { code, reason, details } = answer.error;
		throw new Error(`demo: ${name} refused: ${reason ?? code} ${JSON.stringify(details ?? {})}`);
	}

	const shop: Shop = {
		times,
		language,
		say: ([zh, en]) => (language === "en" ? en : zh),
		async call(who, name, input) {
			if (atScreen !== who) {
				await dispatch("session.signIn", { badge: colleagues[who].badge });
				atScreen = who;
			}
			clock.tick();
			return dispatch(name, input);
		},
		async send(ticket, file) {
			const stored = await core.acceptMedia(ticket, await readFile(join(folder, file)), caller);
			if (!stored.ok) throw new Error(`demo: ${file} refused: ${stored.error.reason ?? stored.error.code}`);
			return stored.value.handle;
		},
		spot: (picture) => spots[picture] ?? { x: 500, y: 500, close: false },
		approval: { person: colleagues.wang.id, pin: staff.wang.pin },
		version: async (jobId) => (await dispatch("job.get", { jobId })).version,
		customers: new Map(),
		items: new Map(),
		now: clock.now,
	};
	return shop;
}
