import { rmSync } from "node:fs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Founded, managerPin, openFounded } from "../../support/door.ts";

let door: Founded;
beforeEach(async () => {
	door = await openFounded();
});
afterEach(async () => {
	await door.ws.dispose();
	rmSync(door.backupFolder, { recursive: true, force: true });
});

const get = () => door.ws.call("store.get", {});

test("shows the centre, its rules and this workstation", async () => {
	expect(await get()).toMatchObject({
		code: "01234",
		centreName: "沿条维修中心(徐汇店)",
		policies: { quoteValidDays: 7, clockSet: "A" },
		station: { number: 1, label: "前台", epoch: 1, pricesSample: true, program: "0.0.0-test" },
	});
});

test("changes are facts: what it was, what it became, who, when, newest first", async () => {
	const before = await get();
	const { version } = await door.ws.call("store.set", {
		version: before.version,
		changes: { phone: "021-64371111", address: before.address },
	});
	await door.ws.call("store.setPolicies", { version, changes: { testFeeFen: 3000, selfInspection: true } });
	const { entries } = await door.ws.call("store.history", {});
	expect(entries).toMatchObject([
		{
			by: "王店长",
			changes: expect.arrayContaining([
				{ field: "testFeeFen", was: 2000, now: 3000 },
				{ field: "selfInspection", was: false, now: true },
			]),
		},
		{ by: "王店长", changes: [{ field: "phone", was: "021-64370000", now: "021-64371111" }] },
	]);
	expect(await get()).toMatchObject({ phone: "021-64371111", policies: { testFeeFen: 3000, selfInspection: true } });
});

test("a change made on an old look is refused; one that changes nothing writes nothing", async () => {
	const { version, phone } = await get();
	expect(await door.ws.call("store.set", { version, changes: { phone } })).toEqual({ version });
	await door.ws.call("store.set", { version, changes: { phone: "1" } });
	expect(await door.ws.tryCall("store.set", { version, changes: { phone: "2" } })).toMatchObject({
		error: { reason: "store.changed-meanwhile" },
	});
});

test("hours that cannot be are refused: overlapping, never open, nonsense", async () => {
	const { version, calendar } = await get();
	const set = (change: object) =>
		door.ws.tryCall("store.set", { version, changes: { calendar: { ...calendar, ...change } } });
	const monday = (spans: object[]) => [spans, ...calendar.weekly.slice(1)];
	const overlap = [
		{ from: "09:00", to: "13:00" },
		{ from: "12:00", to: "18:00" },
	];
	expect(await set({ weekly: monday(overlap) })).toMatchObject({ error: { reason: "store.hours-overlap" } });
	const nightFirst = [
		{ from: "20:00", to: "02:00" },
		{ from: "21:00", to: "22:00" },
	];
	expect(await set({ weekly: monday(nightFirst) })).toMatchObject({ error: { reason: "store.hours-overlap" } });
	expect(await set({ openOn: [{ on: "2026-12-31", spans: overlap }] })).toMatchObject({
		error: { reason: "store.hours-overlap" },
	});
	expect(await set({ weekly: [[], [], [], [], [], [], []] })).toMatchObject({ error: { reason: "store.never-open" } });
	for (const odd of [
		{ weekly: monday([{ from: "25:00", to: "26:00" }]) },
		{ zone: "Mars/Olympus" },
		{ closedOn: ["soon"] },
	]) {
		expect(await set(odd)).toMatchObject({ error: { code: "invalid-input" } });
	}
	const lunch = [
		{ from: "09:00", to: "12:00" },
		{ from: "13:00", to: "24:00" },
	];
	expect(
		await set({ weekly: monday(lunch), closedOn: ["2027-02-06"], openOn: [{ on: "2027-02-14", spans: [] }] }),
	).toMatchObject({ ok: true });
});

test("the idle time set here locks the screen", async () => {
	const { version } = await get();
	await door.ws.call("store.setPolicies", { version, changes: { autoLockMs: 60_000 } });
	door.ws.clock.pass(60_000);
	expect((await door.ws.call("workstation.state", {})).person).toBeNull();
});

test("only a manager changes the centre; everybody may look", async () => {
	const { id } = await door.ws.call("staff.add", { name: "周敏", roles: ["clerk"], number: "02", pin: "1357" });
	await door.ws.call("session.signIn", { person: id, pin: "1357" });
	const { version } = await get();
	expect(await door.ws.tryCall("store.set", { version, changes: { phone: "1" } })).toMatchObject({
		error: { reason: "session.wrong-role" },
	});
	expect(await door.ws.tryCall("store.history", {})).toMatchObject({ error: { reason: "session.wrong-role" } });
	await door.ws.call("session.signIn", { person: door.manager, pin: managerPin });
	expect(await door.ws.tryCall("store.history", {})).toMatchObject({ ok: true });
});
