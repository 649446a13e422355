/** A real core on a bench folder, signed in as the manager, and its calls without a host. */

import { keepHeapSmall } from "../../main/adapters/memory.ts";
import { systemPorts } from "../../main/adapters/ports.ts";
import { rootDir } from "./data.ts";
import { people } from "./made/words.ts";

const caller = { host: "memory", client: "bench" } as const;
const silent = { info() {}, warn() {}, error() {} };

export async function openBenchCore(dir: string, master: Uint8Array) {
	keepHeapSmall();
	// Loaded here, so that a group holds in memory what the product would. Reading the sources is not counted as
	// start-up: what is shipped is one bundle.
	const { createCore } = await import("../../main/core.ts");
	const started = performance.now();
	const core = await createCore({
		dir,
		rootDir,
		ports: systemPorts(silent),
		keys: { load: async () => master, save: async () => undefined },
		language: "zh-CN",
		version: "bench",
	});
	const state = await core.dispatch("workstation.state", {}, caller);
	if (!state.ok) throw new Error("not ready");
	const readyMs = performance.now() - started;
	const { app } = core;
	if (!app) throw new Error("storage is broken");
	const signIn = () =>
		app.session.open({ person: people[3]?.id ?? "", roles: ["manager", "clerk", "technician", "inspector"] });
	signIn();
	const call = async <T>(name: string, input: unknown): Promise<T> => {
		const answer = await core.dispatch(name, input, caller);
		if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)}`);
		return answer.value as T;
	};
	return { core, app, call, readyMs };
}
export type BenchCore = Awaited<ReturnType<typeof openBenchCore>>;
