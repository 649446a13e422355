/** From the commit on one PC to the fold on its sibling: two real cores, real disks, real TCP on this machine. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defaultCalendar } from "../../../../domain/clock/calendar.ts";
import { jobEvents } from "../../../../domain/job/job.ts";
import { defaultPolicies, storeEvents } from "../../../../domain/store/store.ts";
import { tcpLinks } from "../../../../main/adapters/lan/tcp-links.ts";
import { systemPorts } from "../../../../main/adapters/ports.ts";
import type { App } from "../../../../main/app.ts";
import { createCore } from "../../../../main/core.ts";
import { rootDir } from "../../data.ts";
import { atMost, percentile, type Result } from "../../result.ts";

const home = "127.0.0.1";
const warmUp = 20;
const samples = 300;
const links = { ...tcpLinks, addresses: () => [{ address: home, name: "lo" }] };
const silent = { info() {}, warn() {}, error() {} };

async function open(dir: string) {
	let key: Uint8Array | undefined;
	const keys = {
		load: async () => key,
		save: async (made: Uint8Array) => {
			key = made;
		},
	};
	const ports = systemPorts(silent);
	const lan = { links };
	const core = await createCore({ dir, rootDir, ports, keys, language: "zh-CN", version: "bench", lan });
	if (!core.app) throw new Error("storage is broken");
	return { core, app: core.app };
}

function found({ log }: App): void {
	const { store, dev } = log.identity;
	log.append(dev, [
		storeEvents["store.founded"].make(`store:${store}`, {
			...{
				code: "01234",
				brandName: "沿条",
				centreName: "沿条",
				address: "上海",
				phone: "021-64370000",
				province: "上海",
			},
			...{ language: "zh-CN", calendar: defaultCalendar, policies: defaultPolicies },
		}),
	]);
}

export async function measureSibling(): Promise<Result[]> {
	const scratch = mkdtempSync(join(tmpdir(), "welt-lan-"));
	const [a, b] = [await open(mkdtempSync(join(scratch, "a-"))), await open(mkdtempSync(join(scratch, "b-")))];
	try {
		found(a.app);
		await a.app.siblings.desk.listen({ on: true, address: home, port: 0 });
		a.app.siblings.door.show(a.app.log.identity.dev);
		const { serving } = a.app.siblings.desk.state();
		await b.app.siblings.door.join(home, serving ?? 0, a.app.siblings.door.shown()?.code ?? "", "bench");
		let seen = () => {};
		b.app.log.onCommit(() => seen());
		const times: number[] = [];
		for (let i = 0; i < warmUp + samples; i++) {
			const here = new Promise<void>((resolve) => {
				seen = resolve;
			});
			const agg = `job:${a.app.ports.ids.uuid()}` as const;
			a.app.log.append(a.app.log.identity.dev, [jobEvents["job.shelved"].make(agg, { shelf: `A${i % 40}` })]);
			const committed = performance.now();
			await here;
			if (i >= warmUp) times.push(performance.now() - committed);
		}
		return [atMost("lan-sibling-sees-change", percentile(times, 0.95), "ms", 1_000)];
	} finally {
		await a.core.stop();
		await b.core.stop();
		rmSync(scratch, { recursive: true, force: true });
	}
}
