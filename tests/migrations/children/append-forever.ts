/**
 * A workstation that works until it is killed: one act after the other through its calls, the id of the newest event of
 * each said only after it was acknowledged.
 */
import { writeSync } from "node:fs";
import { createKeyFile } from "../../../main/adapters/key-file.ts";
import { systemPorts } from "../../../main/adapters/ports.ts";
import { createCore } from "../../../main/core.ts";
import { rootDir } from "../../support/memory-workstation.ts";

const dir = process.argv[2] ?? "";
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const core = await createCore({
	dir,
	rootDir,
	ports: systemPorts(quiet),
	keys: createKeyFile(dir),
	language: "zh-CN",
	version: "0.0.0-test",
});
const { app } = core;
if (!app) throw new Error("storage is broken");
const [person = ""] = (await import("../../../db/queries/people.ts")).listPeople(app.reader).map(({ id }) => id);
app.session.open({ person, roles: ["manager"] });
const caller = { host: "memory", client: "test" } as const;
const newest = app.reader.prepare("SELECT id FROM event ORDER BY pos DESC LIMIT 1").pluck();
const acts = [
	(n: number) => {
		const version = app.store().version;
		return core.dispatch("store.set", { version, changes: { phone: `021-${n}` } }, caller);
	},
	(n: number) => {
		const input = { name: `员工${n}`, roles: ["clerk"], number: String(1000 + (n % 9000)), pin: "1357" };
		return core.dispatch("staff.add", input, caller);
	},
	(n: number) => {
		const photo = app.blobs.put(`order:${app.ports.ids.uuid()}`, "image/jpeg", "before", Buffer.alloc(3000, n), 0);
		app.blobs.own(photo, null, 0);
		return core.dispatch("store.setPolicies", { version: app.store().version, changes: { testFeeFen: n } }, caller);
	},
];
let n = Number(process.argv[3] ?? "1");
for (;;) {
	const answer = await acts[n % acts.length]?.(n);
	if (!answer?.ok) throw new Error(JSON.stringify(answer));
	writeSync(1, `${String(newest.get())}\n`);
	n += 1;
}
