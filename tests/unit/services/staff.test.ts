import { rmSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
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

const li = { name: "李师傅", roles: ["technician"], number: "02", pin: "2580" } as const;
const add = async () => (await door.ws.call("staff.add", { ...li, roles: [...li.roles] })).id;
const list = () => door.ws.call("staff.list", {});
const person = async (id: string) => {
	const found = (await list()).people.find((p) => p.id === id);
	if (!found) throw new Error("nobody");
	return found;
};
const signIn = (id: string, pin: string) => door.ws.tryCall("session.signIn", { person: id, pin });

describe("staff", () => {
	test("adds a person who can sign in at once; numbers are offered and never shared", async () => {
		expect((await list()).nextNumber).toBe("02");
		const id = await add();
		expect(await person(id)).toMatchObject({ name: "李师傅", roles: ["technician"], active: true, hasPin: true });
		expect((await list()).nextNumber).toBe("03");
		expect(await signIn(id, "2580")).toMatchObject({ ok: true, value: { roles: ["technician"] } });
		expect(await door.ws.tryCall("staff.add", { ...li, name: "赵" })).toMatchObject({ error: { code: "forbidden" } });
		await signIn(door.manager, managerPin);
		expect(await door.ws.tryCall("staff.add", { ...li, name: "赵" })).toMatchObject({
			error: { reason: "staff.number-taken" },
		});
	});

	test("changes are events with was and now; a stale version is refused", async () => {
		const id = await add();
		const { version } = await person(id);
		const edit = { person: id, version, name: "李建国", roles: ["technician", "inspector"], number: "02" };
		expect(await door.ws.tryCall("staff.edit", edit)).toMatchObject({ ok: true });
		expect(
			appOf(door.ws)
				.events.list([`person:${id}`])
				.at(-1),
		).toMatchObject({
			type: "person.set",
			body: {
				changes: {
					name: { was: "李师傅", now: "李建国" },
					roles: { was: ["technician"], now: ["technician", "inspector"] },
				},
			},
		});
		expect(await door.ws.tryCall("staff.edit", edit)).toMatchObject({ error: { reason: "person.changed-meanwhile" } });
	});

	test("there is always a manager, and new roles count at once", async () => {
		const { version, name, number } = await person(door.manager);
		const demote = { person: door.manager, version, name, number, roles: ["clerk"] as const };
		expect(await door.ws.tryCall("staff.edit", demote)).toMatchObject({ error: { reason: "staff.last-manager" } });
		expect(await door.ws.tryCall("staff.leave", { person: door.manager, version })).toMatchObject({
			error: { reason: "staff.last-manager" },
		});
		await door.ws.call("staff.add", { name: "孙店长", roles: ["manager"], number: "09", pin: "9753" });
		expect(await door.ws.tryCall("staff.edit", demote)).toMatchObject({ ok: true });
		expect(await door.ws.tryCall("staff.list", {})).toMatchObject({ error: { reason: "session.wrong-role" } });
	});

	test("who leaves cannot sign in by PIN or badge; what they did stays; who comes back gets a new PIN", async () => {
		const id = await add();
		await door.ws.call("staff.makeBadges", { people: [id] });
		expect((await person(id)).hasBadge).toBe(true);
		await door.ws.call("staff.leave", { person: id, version: (await person(id)).version });
		expect(await person(id)).toMatchObject({ active: false, hasPin: false, hasBadge: false });
		expect((await door.ws.call("session.people", {})).people.map((p) => p.id)).toEqual([door.manager]);
		expect(await signIn(id, "2580")).toMatchObject({ error: { reason: "session.unknown-person" } });
		expect(await door.ws.tryCall("staff.makeBadges", { people: [id] })).toMatchObject({
			error: { reason: "staff.has-left" },
		});
		await door.ws.call("staff.return", { person: id, version: (await person(id)).version, pin: "6420" });
		expect(await signIn(id, "6420")).toMatchObject({ ok: true });
	});

	test("one's own PIN asks for the present one; a manager sets others'", async () => {
		const id = await add();
		await door.ws.call("staff.setPin", { person: id, pin: "5937" });
		expect(await signIn(id, "5937")).toMatchObject({ ok: true });
		const set = (input: object) => door.ws.tryCall("staff.setPin", { person: id, pin: "80462", ...input });
		expect(await set({})).toMatchObject({ error: { reason: "staff.current-pin" } });
		expect(await set({ current: "1470" })).toMatchObject({ error: { reason: "session.wrong-pin" } });
		expect(await door.ws.tryCall("staff.setPin", { person: door.manager, pin: "80462" })).toMatchObject({
			error: { code: "forbidden" },
		});
		expect(await set({ current: "5937" })).toMatchObject({ ok: true });
		expect(
			appOf(door.ws)
				.events.list([`person:${id}`])
				.at(-1),
		).toMatchObject({ body: { means: "pin", by: "self" } });
		expect(await signIn(id, "80462")).toMatchObject({ ok: true });
	});

	test("a new badge makes the old one void; the token is on the paper only", async () => {
		const id = await add();
		const app = appOf(door.ws);
		const hashes = () => app.reader.prepare("SELECT hex(hash) FROM badges").pluck().all();
		const first = await door.ws.call("staff.makeBadges", { people: [id, door.manager] });
		const before = hashes();
		expect(before).toHaveLength(2);
		await door.ws.call("staff.makeBadges", { people: [id] });
		expect(hashes()).toHaveLength(2);
		expect(hashes().filter((hash) => before.includes(hash))).toHaveLength(1);
		const read = await door.ws.core.readMedia(first.paper, { host: "memory", client: "test" });
		expect(read.ok && read.value.mime).toBe("application/pdf");
		await door.ws.call("staff.revokeBadges", { person: id });
		expect((await person(id)).hasBadge).toBe(false);
		await door.ws.call("session.lock", {});
		expect(await door.ws.core.readMedia(first.paper, { host: "memory", client: "test" })).toMatchObject({ ok: false });
	});

	test("command cards come as a sheet for anybody signed in", async () => {
		const id = await add();
		await signIn(id, "2580");
		const { paper } = await door.ws.call("staff.commandCards", {});
		const read = await door.ws.core.readMedia(paper, { host: "memory", client: "test" });
		expect(read.ok && read.value.fileName).toBe("指令卡.pdf");
	});
});
