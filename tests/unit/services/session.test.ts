import { rmSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { makeBadgeCode, tokenOf } from "../../../domain/code/own.ts";
import { setBadge, waitAfter } from "../../../main/services/session/credentials.ts";
import { type Founded, managerPin, openFounded } from "../../support/door.ts";
import { appOf } from "../../support/fixtures.ts";

let door: Founded;
beforeEach(async () => {
	door = await openFounded();
});
afterEach(async () => {
	await door.ws.dispose();
	rmSync(door.backupFolder, { recursive: true, force: true });
});

const wrong = "4827";

async function addClerk(): Promise<string> {
	const { id } = await door.ws.call("staff.add", { name: "周敏", roles: ["clerk"], number: "02", pin: "1357" });
	return id;
}

describe("sign-in", () => {
	test("switches quickly: signing in over somebody else needs no lock in between", async () => {
		const clerk = await addClerk();
		const pushes: string[] = [];
		door.ws.core.subscribe((push) => pushes.push(push.type));
		await door.ws.call("session.signIn", { person: clerk, pin: "1357" });
		expect((await door.ws.call("workstation.state", {})).person?.id).toBe(clerk);
		expect(pushes).toContain("session");
		const { lastPerson } = await door.ws.call("session.people", {});
		expect(lastPerson).toBe(clerk);
	});

	test("locks, keeps who was here last, and refuses work until somebody signs in", async () => {
		await door.ws.call("session.lock", {});
		expect((await door.ws.call("session.people", {})).lastPerson).toBe(door.manager);
		expect(await door.ws.tryCall("store.get", {})).toMatchObject({ error: { code: "not-signed-in" } });
		expect(await door.ws.tryCall("session.touch", {})).toMatchObject({ error: { code: "not-signed-in" } });
	});

	test("locks by itself after idle time; a sign of life puts it off", async () => {
		const { autoLockMs } = await door.ws.call("session.people", {});
		door.ws.clock.pass(autoLockMs - 1000);
		await door.ws.call("session.touch", {});
		door.ws.clock.pass(autoLockMs - 1000);
		expect((await door.ws.call("workstation.state", {})).person).not.toBeNull();
		door.ws.clock.pass(2000);
		expect((await door.ws.call("workstation.state", {})).person).toBeNull();
	});

	test("wrong PINs slow down, longer each time, across restarts, and the tile knows how long", async () => {
		await door.ws.call("session.lock", {});
		const attempt = (pin: string) => door.ws.tryCall("session.signIn", { person: door.manager, pin });
		expect(await attempt(wrong)).toMatchObject({ error: { reason: "session.wrong-pin", details: { waitMs: 0 } } });
		expect(await attempt(wrong)).toMatchObject({ error: { details: { waitMs: 0 } } });
		expect(await attempt(wrong)).toMatchObject({ error: { details: { waitMs: 2000 } } });
		expect(await attempt(managerPin)).toMatchObject({ error: { reason: "session.pin-wait" } });
		door.ws.clock.pass(500);
		expect((await door.ws.call("session.people", {})).people[0]?.waitMs).toBe(1500);
		door.ws = await door.ws.restart();
		expect(await attempt(managerPin)).toMatchObject({ error: { reason: "session.pin-wait", details: { seconds: 2 } } });
		door.ws.clock.pass(1500);
		expect(await attempt(wrong)).toMatchObject({ error: { details: { waitMs: 4000 } } });
		door.ws.clock.pass(4000);
		expect(await attempt(managerPin)).toMatchObject({ ok: true });
		expect((await door.ws.call("session.people", {})).people[0]?.waitMs).toBe(0);
	});

	test("the wait never grows beyond five minutes, and a clock set back locks nobody out longer", async () => {
		expect(waitAfter(40)).toBe(5 * 60_000);
		await door.ws.call("session.lock", {});
		for (let n = 0; n < 3; n++) await door.ws.tryCall("session.signIn", { person: door.manager, pin: wrong });
		door.ws.clock.now -= 30 * 86_400_000;
		expect((await door.ws.call("session.people", {})).people[0]?.waitMs).toBe(2000);
	});

	test("a badge signs in as the scanner gives it, as its token, in any case; an unknown one does not", async () => {
		const app = appOf(door.ws);
		const token = tokenOf(app.ports.random.bytes(12));
		setBadge(app, door.manager, token);
		await door.ws.call("session.lock", {});
		const code = makeBadgeCode(token);
		for (const badge of [token, code, code.toLowerCase(), `]Q1${code}`]) {
			expect(await door.ws.call("session.signIn", { badge })).toMatchObject({ id: door.manager });
		}
		const other = makeBadgeCode(tokenOf(app.ports.random.bytes(12)));
		expect(await door.ws.tryCall("session.signIn", { badge: other })).toMatchObject({
			error: { reason: "session.unknown-badge" },
		});
	});

	test("nothing of a PIN or badge is in the log of calls or of facts", async () => {
		await door.ws.tryCall("session.signIn", { person: door.manager, pin: "48151623" });
		expect(JSON.stringify(door.ws.lines)).not.toContain("48151623");
		const texts = appOf(door.ws).reader.prepare("SELECT text FROM event").pluck().all() as string[];
		expect(texts.join("\n")).not.toContain(managerPin);
	});
});

describe("the recovery sheet", () => {
	const recover = (code: string, person: string, pin = "8642013") =>
		door.ws.tryCall("session.recover", { code, person, pin });

	test("sets a manager's PIN, signs them in and says so in the log", async () => {
		await door.ws.call("session.lock", {});
		expect(await recover(door.groups.join("-").toLowerCase(), door.manager)).toMatchObject({ ok: true });
		expect((await door.ws.call("workstation.state", {})).person?.id).toBe(door.manager);
		const last = appOf(door.ws)
			.events.list([`person:${door.manager}`])
			.at(-1);
		expect(last).toMatchObject({ type: "person.credential_set", body: { means: "pin", by: "recovery-sheet" } });
		await door.ws.call("session.lock", {});
		expect(await door.ws.call("session.signIn", { person: door.manager, pin: "8642013" })).toBeTruthy();
	});

	test("says which group is wrong, and refuses another workstation's sheet and people who are no manager", async () => {
		const clerk = await addClerk();
		const mistyped = [...door.groups];
		mistyped[4] = mistyped[4]?.startsWith("7") ? "85KDQ" : "75KDQ";
		expect(await recover(mistyped.join(""), door.manager)).toMatchObject({
			error: { reason: "recovery.group", details: { group: 5 } },
		});
		const other = await openFounded({ seed: 9 });
		expect(await recover(other.groups.join(""), door.manager)).toMatchObject({
			error: { reason: "recovery.wrong-sheet" },
		});
		await other.ws.dispose();
		rmSync(other.backupFolder, { recursive: true, force: true });
		expect(await recover(door.groups.join(""), clerk)).toMatchObject({ error: { reason: "session.recover-manager" } });
		expect(await recover(door.groups.join(""), door.manager, "1111")).toMatchObject({
			error: { reason: "session.weak-pin" },
		});
	});
});
