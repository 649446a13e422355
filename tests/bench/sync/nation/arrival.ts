/**
 * From an order written at one workshop's counter to its item's record seen at another's: two whole workstations and the
 * archive, each a process of its own, the line up. The other counter asks again and again, as if somebody scanned.
 */
import { rmSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import type { Envelope, InputOf, OutputOf } from "../../../../preload/contract/define.ts";
import type { Calls } from "../../../../preload/contract/index.ts";
import type { National } from "../../../support/archive-command.ts";
import { enter } from "../../../support/browser-client.ts";
import { foundInput } from "../../../support/door.ts";
import { shoesDraft } from "../../../support/intake/drop-off.ts";
import { startWorkstation, type Workstation } from "../../../support/workstation.ts";
import { atMost, percentile, type Result } from "../../result.ts";

const limitMs = 2_000;
const warmUp = 2;
const orders = 30;
const askAgainMs = 10;

type Ask = <K extends keyof Calls & string>(name: K, input: InputOf<Calls[K]>) => Promise<OutputOf<Calls[K]>>;
type Counter = { ask: Ask; workstation: Workstation };

async function open(national: National, code: string, centreName: string): Promise<Counter> {
	const workstation = await startWorkstation();
	const client = await enter(workstation.url);
	const ask: Ask = async (name, input) => {
		const answer: Envelope = await client.call(name, input);
		if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)}`);
		return answer.value as never;
	};
	const { groups } = await ask("setup.drawRecovery", { language: "zh-CN", centreName, stationNumber: 1 });
	await ask("setup.found", { ...foundInput(groups.join(" "), null), code, centreName });
	await ask("sync.enrol", { address: national.url, code: await national.code(code, centreName), name: "前台" });
	return { ask, workstation };
}

/** ms from the answer "received" at `here` to the record at `there`. */
async function arrival(here: Ask, there: Ask, serial: string): Promise<number> {
	const { orderId, draft } = await here("intake.draft.start", {});
	const customer = { ...draft.customer, phone: "138 1234 5678", name: "张晓雯" };
	const codes = [{ kind: "serial" as const, value: serial }];
	const filled = { ...draft, items: [shoesDraft({ codes })], customer };
	await here("intake.draft.save", { orderId, draft: filled });
	await here("intake.receive", { orderId, draft: filled });
	const written = performance.now();
	while ((await there("passport.ask", { text: serial })).state !== "fresh") await wait(askAgainMs);
	return performance.now() - written;
}

export async function measureArrival(national: National): Promise<Result[]> {
	const opened: Counter[] = [];
	try {
		for (const [code, name] of [
			["31001", "徐汇店"],
			["31002", "浦东店"],
		] as const)
			opened.push(await open(national, code, name));
		const [here, there] = opened;
		if (!here || !there) throw new Error("two counters are needed");
		const samples: number[] = [];
		for (let n = 0; n < warmUp + orders; n++) {
			const ms = await arrival(here.ask, there.ask, `SN-ARRIVAL-${1_000 + n}`);
			if (n >= warmUp) samples.push(ms);
		}
		console.error(`an order is known elsewhere after ${Math.round(percentile(samples, 0.5))} ms (median of ${orders})`);
		return [atMost("passport-elsewhere", percentile(samples, 0.95), "ms", limitMs, "ms, p95 of the orders")];
	} finally {
		for (const { workstation } of opened) {
			await workstation.stop();
			rmSync(workstation.dir, { recursive: true, force: true });
		}
	}
}
