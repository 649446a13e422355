/** Who is no sibling gets nowhere: wrong codes, strangers, forged, doubled, cut and oversized frames. */
import { expect, test } from "vitest";
import { tcpLinks } from "../../main/adapters/lan/tcp-links.ts";
import { makeKeys, openKeys } from "../../main/sync/device-key.ts";
import { greetFirst, NoGreeting } from "../../main/sync/lan/greeting.ts";
import type { Link } from "../../main/sync/lan/link.ts";
import { NotPaired, pairTyped } from "../../main/sync/lan/pairing.ts";
import type { ReadyWorkstation } from "../support/fixtures.ts";
import { receive } from "../support/fixtures.ts";
import { openWorkstation } from "../support/memory-workstation.ts";
import { during, home, joined, linked, localLinks, openFirst, portOf, shown, until, withLan } from "./support/pcs.ts";

const someDev = "00000000-0000-7000-8000-00000000dddd";
const eventsOf = ({ app }: ReadyWorkstation) =>
	app.reader.prepare("SELECT count(*) FROM event").pluck().get() as number;
const warned = (pc: ReadyWorkstation, event: string) => pc.lines.filter((line) => line.event === event);

const whyOf = (work: Promise<unknown>) =>
	work.then(
		() => "let in",
		(error: unknown) => (error instanceof NoGreeting || error instanceof NotPaired ? error.why : String(error)),
	);

test("a code has five tries, then it is void; nothing shown means nothing to try", async () => {
	const a = await openFirst(11);
	const { code } = await shown(a);
	const self = { store: null, dev: someDev, name: "x", keys: openKeys(makeKeys()) };
	const tryCode = async (typed: string) =>
		during([a], whyOf(pairTyped(await tcpLinks.dial(home, portOf(a)), self, typed)));
	for (let left = 4; left >= 0; left--) {
		expect(await tryCode("2222-2222-2222")).toBe("code");
		expect((await a.call("lan.state", {})).pairing?.left ?? 0).toBe(left);
	}
	expect(await tryCode(code)).toBe("closed");
	expect((await a.call("lan.state", {})).pairing).toBeNull();
	expect(a.app.siblings.pcs()).toEqual({});
	await a.dispose();
});

test("a code is good for ten minutes", async () => {
	const a = await openFirst(12);
	const { address, code } = await shown(a);
	a.clock.pass(10 * 60_000);
	const fresh = await openWorkstation(withLan({ seed: 13 }));
	const answer = await during([a, fresh], fresh.tryCall("setup.join", { address, code, label: "" }));
	expect(answer).toMatchObject({ ok: false, error: { reason: "lan.no-code-shown" } });
	await fresh.dispose();
	await a.dispose();
});

test("a PC of another workshop can't be paired, and a typed address that leads nowhere says so", async () => {
	const a = await openFirst(14);
	const other = await openFirst(15);
	const { address, code } = await shown(a);
	const answer = await during([a, other], other.tryCall("lan.pair", { address, code }));
	expect(answer).toMatchObject({ ok: false, error: { reason: "lan.other-workshop" } });
	expect(await other.tryCall("lan.pair", { address: "not an address!", code })).toMatchObject({
		error: { reason: "lan.bad-address" },
	});
	expect(await during([other], other.tryCall("lan.pair", { address: `${home}:1`, code }))).toMatchObject({
		error: { reason: "lan.nobody-there" },
	});
	await other.dispose();
	await a.dispose();
});

test("a stranger, one of another store and one with somebody's id but not the key are refused", async () => {
	const a = await openFirst(16);
	const b = await joined(a, 17);
	await until([a, b], () => linked(a) === 1);
	const { store, dev } = a.app.log.identity;
	const key = a.app.siblings.pcs()[dev]?.key;
	const keys = openKeys(makeKeys());
	const as = async (who: { store: string; dev: string }) =>
		during([a, b], whyOf(greetFirst(await tcpLinks.dial(home, portOf(a)), { ...who, keys, keyOf: () => key })));
	expect(await as({ store, dev: someDev })).toBe("unknown");
	expect(await as({ store: someDev, dev: b.app.log.identity.dev })).toBe("store");
	expect(await as({ store, dev })).toBe("clone");
	const before = linked(a);
	await as({ store, dev: b.app.log.identity.dev });
	await until([a, b], () => warned(a, "lan.refused").some(({ fields }) => fields.why === "forged"));
	expect(linked(a)).toBe(before);
	await b.dispose();
	await a.dispose();
});

test("an oversized frame ends a stranger's link before it is read", async () => {
	const a = await openFirst(18);
	await shown(a);
	const link = await tcpLinks.dial(home, portOf(a));
	link.send(Buffer.alloc(100_000, 65));
	expect(await during([a], link.next())).toBeUndefined();
	await a.dispose();
});

/** A link whose outgoing frames from the `from`-th on go through `change`. */
function tampering(change: (frame: Uint8Array, link: Link) => void, armed: () => boolean) {
	return localLinks((link) => ({
		...link,
		next: () => link.next(),
		send(frame) {
			if (armed()) change(frame, link);
			else link.send(frame);
		},
	}));
}

test.each<[string, (frame: Uint8Array, link: Link) => void]>([
	["changed", (frame, link) => link.send(Buffer.from(frame).fill(7, 3, 4))],
	[
		"sent twice",
		(frame, link) => {
			link.send(frame);
			link.send(frame);
		},
	],
	["left out", () => undefined],
	[
		"cut in the middle",
		(frame, link) => {
			link.send(frame.subarray(0, frame.byteLength >> 1));
			link.close();
		},
	],
])("a frame that is %s ends the link, and the next one brings everything", async (_name, change) => {
	let armed = false;
	const a = await openFirst(20);
	const b = await joined(
		a,
		21,
		tampering(
			(frame, link) => change(frame, link),
			() => armed,
		),
	);
	const both = [a, b];
	await until(both, () => linked(a) === 1 && linked(b) === 1 && eventsOf(a) === eventsOf(b));
	armed = true;
	receive(b);
	receive(b);
	await until(both, () => linked(a) === 0 || linked(b) === 0 || warned(a, "lan.forged").length > 0);
	armed = false;
	await until(both, () => linked(a) === 1 && linked(b) === 1 && eventsOf(a) === eventsOf(b));
	expect(a.app.sync.rows.listHeld()).toEqual([]);
	await b.dispose();
	await a.dispose();
});
