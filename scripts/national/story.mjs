/**
 * What makes three empty workstations two workshops of one brand: A lives its demo, its second PC is paired, B is founded
 * beside it, and all three are enrolled by one-time codes. Only calls of the screens; nothing is written behind them.
 */
import { createServer } from "node:net";
import { until } from "./client.mjs";

const manager = { name: "吴店长", pin: "8642" };
export const labels = { counter: "前台", bench: "维修工位", other: "浦东前台" };

/** A port of this machine that nobody has. */
export async function freePort() {
	const server = createServer();
	await new Promise((done) => server.listen(0, "127.0.0.1", done));
	const { port } = server.address();
	await new Promise((done) => server.close(done));
	return port;
}

const ready = (ask) => until("a workstation", async () => (await ask("workstation.state")).phase === "ready");

/** The demo's manager, at any PC of the workshop. */
async function signIn(ask, pin) {
	const { people } = await ask("session.people");
	const boss = people.find((one) => one.roles.includes("manager"));
	await ask("session.signIn", { person: boss.id, pin: pin ?? boss.demoPin });
	return people.map(({ name, roles, demoPin }) => ({ name, roles, pin: demoPin }));
}

/** Sent everything, read everything. */
async function exchanged(ask) {
	await ask("sync.now");
	await until("the archive", async () => {
		const { line, waiting, lastContactAt } = await ask("sync.state");
		return line === "idle" && waiting === 0 && lastContactAt !== null;
	});
}

/** @returns the people of workshop A with their demo PINs */
export async function openFirst(ask, { archive, code }) {
	await ready(ask);
	const people = await signIn(ask);
	await ask("sync.enrol", { address: archive, code, name: labels.counter });
	await exchanged(ask);
	return people;
}

/** The second PC of A: paired by the code that the first one shows; people and PINs come along. */
export async function openSecond(first, ask, pin, { archive, code }) {
	const place = async (host) => host("lan.setPlace", { on: true, address: "127.0.0.1", port: await freePort() });
	await place(first);
	const shown = await first("lan.showCode", { address: "127.0.0.1" });
	const address = `127.0.0.1:${shown.port ?? shown.wantedPort}`;
	await ask("setup.join", { address, code: shown.pairing.code, label: labels.bench });
	await ready(ask);
	await signIn(ask, pin);
	await place(ask);
	await until("the siblings", async () => (await ask("lan.state")).siblings.some(({ online }) => online));
	await ask("sync.enrol", { address: archive, code, name: labels.bench });
	await exchanged(ask);
}

/** Workshop B: founded, a clerk and a technician hired, one drop-off of its own. */
export async function openOther(ask, { archive, code, store, language }) {
	const { calendar } = await ask("setup.defaults");
	const centreName = "沿条维修中心（浦东店）";
	const sheet = await ask("setup.drawRecovery", { language, centreName, stationNumber: 1 });
	await ask("setup.found", {
		...{ language, brandName: "沿条养护", centreName, code: store, stationNumber: 1, stationLabel: labels.other },
		...{ address: "上海市浦东新区世纪大道 1 号", phone: "021-50000000", province: "上海", calendar, manager },
		...{ backupFolder: null, recovery: sheet.groups.join(" ") },
	});
	await ready(ask);
	await ask("staff.add", { name: "马小燕", roles: ["clerk"], pin: "1593", number: "02" });
	await ask("staff.add", { name: "孙师傅", roles: ["technician", "inspector"], pin: "3571", number: "03" });
	await dropOff(ask);
	await ask("sync.enrol", { address: archive, code, name: labels.other });
	await exchanged(ask);
	return [
		{ ...manager, roles: ["manager"] },
		{ name: "马小燕", roles: ["clerk"], pin: "1593" },
		{ name: "孙师傅", roles: ["technician", "inspector"], pin: "3571" },
	];
}

async function dropOff(ask) {
	const { orderId, draft } = await ask("intake.draft.start");
	const item = {
		...{
			key: "i1",
			itemId: null,
			category: "shoes",
			kind: "dress-shoe",
			brand: "Hartwick",
			style: "",
			colour: "black",
		},
		...{ size: "245", materials: [], codes: [], accessories: [], purchase: null, words: "前掌开胶", services: [] },
		pieces: [
			{ key: "p1", kind: "left" },
			{ key: "p2", kind: "right" },
		],
		...{ agreed: false, declaredValueFen: null, condition: [], photos: [], reworkOf: null },
	};
	const customer = { ...draft.customer, phone: "19900001234", name: "许静" };
	const filled = { ...draft, items: [item], customer };
	await ask("intake.draft.save", { orderId, draft: filled });
	await ask("intake.receive", { orderId, draft: filled });
}

/** A code on an item that A has repaired, for B's scanner; and an order that A's bench knows too. */
export async function whatToScan(first, other, language) {
	const { sections } = await first("demo.codes", { language });
	const known = sections.find(({ id }) => id === "known")?.entries ?? [];
	const item = await until("an item of A at B", async () => {
		for (const { code, title } of known) {
			const { state, item: found } = await other("passport.ask", { text: code });
			if (state === "fresh" && found && !found.here) return { code, title, repairs: found.repairs };
		}
		return undefined;
	});
	const { closedOrderId } = await first("demo.tour");
	return { item, orderId: closedOrderId };
}
