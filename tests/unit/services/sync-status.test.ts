/** What waits, was decided twice or could not be taken is told entry by entry, tried again and handed to support. */
import { afterEach, expect, test } from "vitest";
import { decisionBase } from "../../../domain/event/decision.ts";
import { jobEvents } from "../../../domain/job/job.ts";
import { newDevice } from "../../archive/support/writer.ts";
import { openReadyWorkstation, type ReadyWorkstation, receive } from "../../support/fixtures.ts";
import { refusals } from "../../support/refusal.ts";

let ws: ReadyWorkstation;
afterEach(() => ws.dispose());
const refused = refusals(() => ws);
const status = () => ws.call("sync.status", {});

test("with nothing open there is nothing to settle", async () => {
	ws = await openReadyWorkstation();
	receive(ws);
	expect(await status()).toMatchObject({ conflicts: [], waiting: [], held: [], setAside: [], queue: [] });
	expect((await status()).chain).toMatchObject({ forked: false, revoked: false, acked: 0 });
});

test("two decisions on one base lead to the job where somebody chooses", async () => {
	ws = await openReadyWorkstation();
	const { jobIds, number } = receive(ws);
	const [jobId = ""] = jobIds;
	const base = { base: decisionBase(ws.app.states.get("job", jobId).state.heads, "stage") };
	for (const outcome of ["repair", "exchange"] as const) {
		const decided = jobEvents["job.outcome_decided"].make(`job:${jobId}`, { outcome }, base);
		ws.app.log.append(ws.staff.inspector, [decided]);
	}
	expect((await status()).conflicts).toMatchObject([{ jobId, number, ordinal: 1, fields: ["stage"] }]);
});

test("an entry that came before the one it stands on waits under its order's number, and joins by itself", async () => {
	ws = await openReadyWorkstation();
	const { jobIds, number } = receive(ws);
	const agg = `job:${jobIds[0]}`;
	const sibling = newDevice(ws.app.log.identity.store);
	const early = newDevice(ws.app.log.identity.store);
	const first = early.write({ agg, type: "job.shelved", body: { shelf: "A-1" } }, ws.clock.now);
	const later = { agg, type: "job.shelved", body: { shelf: "A-2" }, base: [first.id] };
	ws.app.log.receive([sibling.write(later, ws.clock.now + 1)]);
	expect((await status()).waiting).toMatchObject([{ about: { kind: "job", number, ordinal: 1 }, missing: 1 }]);
	ws.app.log.receive([first]);
	expect((await status()).waiting).toEqual([]);
});

test("a held entry says why, is tried again, and leaves as a file with its personal part sealed", async () => {
	ws = await openReadyWorkstation();
	const sibling = newDevice(ws.app.log.identity.store);
	const first = sibling.write();
	const second = sibling.write();
	const { rows } = ws.app.sync;
	const from = `store:${ws.app.log.identity.store}`;
	rows.hold({ hash: second.hash, from, reason: "gap", heldAt: ws.clock.now, text: second.text });
	expect((await status()).held).toMatchObject([
		{ hash: second.hash, from: "sibling", reason: "gap", seq: 2, station: sibling.dev.slice(-6) },
	]);
	const { handle, fileName } = await ws.call("sync.export", { hash: second.hash });
	expect(fileName).toMatch(/^welt-[0-9a-f]{12}\.json$/);
	const file = await ws.core.readMedia(handle, { host: "memory", client: "test" });
	expect(file.ok && JSON.parse(Buffer.from(file.value.bytes).toString()).text).toBe(second.text);
	expect(await refused("sync.retry", { hash: second.hash })).toMatchObject({ reason: "sync.still-held" });
	ws.app.log.receive([first]);
	await ws.call("sync.retry", { hash: second.hash });
	expect((await status()).held).toEqual([]);
	expect(await refused("sync.retry", { hash: second.hash })).toMatchObject({ reason: "sync.no-entry" });
});

test("what the archive keeps but doesn't count is named with its reason", async () => {
	ws = await openReadyWorkstation();
	const { orderId, number } = receive(ws);
	const { dev, epoch } = ws.app.log.identity;
	const own = ws.app.events.list([`order:${orderId}`])[0];
	const hash = ws.app.sync.rows.hashAt(dev, epoch, own?.seq ?? 0) ?? "";
	ws.app.sync.rows.mark(hash, "quarantined", "brand", null);
	expect((await status()).setAside).toMatchObject([
		{ hash, reason: "brand", type: "order.opened", about: { kind: "order", number } },
	]);
	expect(await refused("sync.export", { hash: "0".repeat(64) })).toMatchObject({ reason: "sync.no-entry" });
});
