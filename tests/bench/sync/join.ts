/**
 * `node join.ts DIR URL CODE`: a further PC joins its store, a real core on an empty folder, and says how long it took and
 * how much memory the process held at most. A program of its own, so that nothing else is counted.
 */
import { randomBytes } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { createHttpLine } from "../../../main/adapters/http-line.ts";
import { keepHeapSmall } from "../../../main/adapters/memory.ts";
import { systemPorts } from "../../../main/adapters/ports.ts";
import { createCore } from "../../../main/core.ts";
import { rootDir } from "../data.ts";

export type Joined = { ms: number; events: number; mostBytes: number };

const [dir = "", address = "", code = ""] = process.argv.slice(2);
keepHeapSmall();
const silent = { info() {}, warn() {}, error() {} };
const master = randomBytes(32);
const keys = { load: async () => master, save: async () => undefined };
const options = { dir, rootDir, ports: systemPorts(silent), keys, language: "zh-CN", version: "bench" } as const;
const core = await createCore({ ...options, line: createHttpLine });

async function call(name: string, input: object): Promise<{ ready: unknown }> {
	const answer = await core.dispatch(name, input, { host: "memory", client: "bench" });
	if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)}`);
	return answer.value as { ready: unknown };
}

const started = performance.now();
await call("setup.joinStore", { address, code, name: "工位" });
while (!(await call("setup.joining", {})).ready) await wait(100);
const ms = performance.now() - started;
const events = core.app?.writer.prepare("SELECT COUNT(*) FROM event").pluck().get() as number;
await core.stop();
const joined: Joined = { ms, events, mostBytes: process.resourceUsage().maxRSS * 1024 };
console.log(JSON.stringify(joined));
