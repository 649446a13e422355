/** `npm run demo:national`, as a person types it: everything comes up, knows of each other, and goes again without a trace. */
import { spawn } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { enter } from "../support/browser-client.ts";

const root = join(import.meta.dirname, "../..");

type Person = { name: string; roles: string[]; pin: string };
type Told = {
	data: string;
	archive: string;
	hosts: { counter: string; bench: string; other: string };
	people: { a: Person[]; b: Person[] };
	item: { code: string; repairs: number };
	orderId: string;
};

function start(temp: string, ...words: string[]) {
	const child = spawn(process.execPath, [join(root, "scripts/national/run.mjs"), ...words], {
		cwd: root,
		env: { ...process.env, TMPDIR: temp, TEMP: temp },
		stdio: ["ignore", "pipe", "pipe"],
	});
	let out = "";
	let err = "";
	const ended = new Promise<number | null>((done) => child.once("close", (code) => done(code)));
	const told = new Promise<Told>((done) =>
		child.stdout.on("data", (part: Buffer) => {
			out += part.toString();
			if (out.includes("\n")) done(JSON.parse(out) as Told);
		}),
	);
	const waiting: { word: string; heard: () => void }[] = [];
	child.stderr.on("data", (part: Buffer) => {
		err += part.toString();
		for (const { word, heard } of waiting) if (err.includes(word)) heard();
	});
	const early = ended.then((code): never => {
		throw new Error(`ended with ${code}: ${err}`);
	});
	const ready = Promise.race([told, early]);
	ready.catch(() => undefined);
	const says = (word: string) =>
		Promise.race([early, new Promise<void>((heard) => void waiting.push({ word, heard }))]);
	return { child, ended, err: () => err, ready, says };
}

let temp = "";
let running: ReturnType<typeof start> | undefined;
beforeEach(() => {
	temp = mkdtempSync(join(tmpdir(), "welt-national-test-"));
	// Started as root, PostgreSQL runs as a user of its own, which must get through.
	chmodSync(temp, 0o755);
});
afterEach(async () => {
	running?.child.kill("SIGTERM");
	await running?.ended;
	rmSync(temp, { recursive: true, force: true });
});

/** A person at one of the screens. */
async function at(url: string, people: readonly Person[]) {
	const { call } = await enter(url);
	const ask = async (name: string, input: unknown = {}) => {
		const answer = await call(name, input);
		if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)}`);
		return answer.value as Record<string, unknown>;
	};
	const listed = (await ask("session.people"))["people"] as { id: string; name: string; roles: string[] }[];
	const boss = listed.find(({ roles }) => roles.includes("manager"));
	await ask("session.signIn", { person: boss?.id, pin: people.find(({ name }) => name === boss?.name)?.pin });
	return ask;
}

const answers = (url: string) =>
	fetch(url).then(
		() => true,
		() => false,
	);

test("an archive, two workshops, three PCs: A's bench has A's record, B reads what A repaired; all of it again next time", async () => {
	const data = join(temp, "kept");
	running = start(temp, `--data=${data}`);
	const { archive, hosts, people, item, orderId } = await running.ready;
	const bench = await at(hosts.bench, people.a);
	expect(await bench("order.get", { orderId })).toMatchObject({ orderId });
	expect(await bench("lan.state")).toMatchObject({ on: true, siblings: [{ online: true }] });
	const other = await at(hosts.other, people.b);
	const passport = await other("passport.ask", { text: item.code });
	expect(passport).toMatchObject({ state: "fresh", item: { here: false, repairs: item.repairs } });
	expect(item.repairs).toBeGreaterThan(0);
	for (const word of [item.code, hosts.counter, hosts.bench, hosts.other, archive, ...people.a.map(({ pin }) => pin)])
		expect(running.err()).toContain(word);
	running.child.kill("SIGINT");
	expect(await running.ended).toBe(0);
	for (const url of [archive, ...Object.values(hosts)]) expect(await answers(url), url).toBe(false);

	running = start(temp, `--data=${data}`);
	const again = await running.ready;
	expect(again).toMatchObject({ archive, item, orderId });
	expect(await (await at(again.hosts.counter, people.a))("order.get", { orderId })).toMatchObject({ orderId });
	running.child.kill("SIGTERM");
	expect(await running.ended).toBe(0);
	expect(existsSync(join(data, "national.json"))).toBe(true);
}, 600_000);

test("ended in the middle of coming up nothing is left behind; a word nobody knows is named", async () => {
	running = start(temp);
	await running.says("Starting three PCs");
	running.child.kill("SIGTERM");
	expect(await running.ended).toBe(0);
	expect(readdirSync(temp)).toEqual([]);
	running = start(temp, "--fast");
	expect(await running.ended).toBe(2);
	expect(running.err()).toContain("--fast");
}, 120_000);
