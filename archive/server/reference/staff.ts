/**
 * Carries the newest list of people into the stores' own records, as events of the archive's chain: who is new is added, who
 * changed is changed, who left leaves, who isn't named stays as the store has it. A person is who has that number there.
 * Runs after each publication and every ten minutes, for stores that had sent no records yet. PINs never come from here.
 */
import { changesBetween } from "../../../domain/event/change.ts";
import type { NewEvent, WeltEvent } from "../../../domain/event/event.ts";
import { type PersonState, personEvents } from "../../../domain/person/person.ts";
import type { StaffDocument } from "../../../domain/reference/documents.ts";
import { readReference } from "../../../domain/reference/parse.ts";
import type { Archive } from "../archive.ts";
import { lockArchiveChain, writeAsArchive } from "../gate/archive-chain.ts";
import { allBrands, foldOf } from "../page/find.ts";
import { sha256 } from "../push/judge.ts";
import type { Tx } from "../sql/sql.ts";

/** Store codes by what became of the list there. `waiting`: no records of theirs yet. `refused`: it would leave no manager. */
export type Carried = { written: string[]; waiting: string[]; refused: string[] };

type Listed = Omit<StaffDocument["people"][number], "stores">;
type Known = { state: PersonState; events: WeltEvent[] };

export async function carryAllStaff(archive: Archive): Promise<void> {
	for (const brand of await archive.sql.transaction([], allBrands)) await carryStaff(archive, brand);
}

/** Stores whose house brand this is and that follow another list. */
export async function carryStaff(archive: Archive, brand: string): Promise<Carried> {
	const carried: Carried = { written: [], waiting: [], refused: [] };
	const { list, due } = await archive.sql.transaction([brand], (tx) => findDue(tx, brand));
	if (!list) return carried;
	const codes = new Set(list.people.flatMap(({ stores }) => stores));
	const unknown = new Set(codes);
	for (const { id, code, done } of due) {
		unknown.delete(code);
		if (done || !codes.has(code)) continue;
		const people = list.people.filter(({ stores }) => stores.includes(code)).map(({ stores: _, ...person }) => person);
		const { outcome, n } = await archive.sql.transaction([brand], (tx) =>
			carryInto(archive, tx, { store: id, brand, version: list.version, people }),
		);
		carried[outcome].push(code);
		if (n > 0) archive.grew(`store:${id}`, n);
	}
	carried.waiting.push(...unknown);
	if (carried.refused.length > 0) archive.log.warn("staff.no-manager", { stores: carried.refused.length });
	return carried;
}

async function findDue(tx: Tx, brand: string) {
	const [row] = await tx.rows<{ version: string; text: string }>(
		"SELECT version, text FROM reference_document WHERE brand = $1 AND kind = 'staff' ORDER BY rank DESC LIMIT 1",
		[brand],
	);
	const read = row && readReference("staff", row.version, row.text, sha256);
	const list = read && "content" in read ? read.content : undefined;
	const due = await tx.rows<{ id: string; code: string; done: boolean }>(
		`SELECT s.id, s.code, coalesce(a.version = $2, false) AS done FROM store s
		LEFT JOIN staff_applied a ON a.store = s.id AND a.brand = s.house WHERE s.house = $1 ORDER BY s.code`,
		[brand, row?.version ?? ""],
	);
	return { list, due };
}

type Into = { store: string; brand: string; version: string; people: readonly Listed[] };

async function carryInto(archive: Archive, tx: Tx, { store, brand, version, people }: Into) {
	const [founded] = await tx.rows(
		'SELECT 1 FROM event WHERE store = $1 AND left(text, 70) LIKE \'%"agg":"store:%\' LIMIT 1',
		[store],
	);
	if (!founded) return { outcome: "waiting" as const, n: 0 };
	const chain = await lockArchiveChain(tx, store);
	// Looked at again behind the lock: another instance may have been here first.
	const [done] = await tx.rows("SELECT 1 FROM staff_applied WHERE store = $1 AND brand = $2 AND version = $3", [
		...[store, brand, version],
	]);
	if (done) return { outcome: "written" as const, n: 0 };
	const known = await readPeople(tx, store);
	const acts = people.map((person) => ({ person, ...decide(archive, known, person) }));
	if (!managed(known, acts)) return { outcome: "refused" as const, n: 0 };
	let n = 0;
	for (const { events, before } of acts) {
		const seen = [...before];
		for (const event of events) n = await writeAsArchive(archive, tx, chain, event, { seen, house: brand });
	}
	await tx.rows(
		`INSERT INTO staff_applied (store, brand, version, at) VALUES ($1, $2, $3, $4)
		ON CONFLICT (store, brand) DO UPDATE SET version = excluded.version, at = excluded.at`,
		[store, brand, version, archive.clock.now()],
	);
	return { outcome: "written" as const, n };
}

async function readPeople(tx: Tx, store: string): Promise<Known[]> {
	const rows = await tx.rows<{ text: string }>(
		"SELECT text FROM event WHERE store = $1 AND out = 'accepted' AND left(text, 70) LIKE '%\"agg\":\"person:%'",
		[store],
	);
	const byPerson = Map.groupBy(
		rows.map(({ text }) => JSON.parse(text) as WeltEvent),
		({ agg }) => agg,
	);
	return [...byPerson].flatMap(([agg, all]) => {
		const { state, events } = foldOf<PersonState>(agg, all);
		return state ? [{ state, events }] : [];
	});
}

/** Whoever is at work under that number, or else whoever was. */
function find(known: readonly Known[], number: string): Known | undefined {
	const same = known.filter(({ state }) => state.number === number);
	return same.find(({ state }) => state.active) ?? same.at(-1);
}

function decide(archive: Archive, known: readonly Known[], { left, ...wanted }: Listed) {
	const found = find(known, wanted.number);
	const before = found?.events ?? [];
	if (!found) {
		const added = personEvents["person.added"].make(`person:${archive.ids.uuid()}`, wanted);
		return { events: left ? [] : [added], before };
	}
	const { id, active } = found.state;
	const agg = `person:${id}`;
	const events: NewEvent[] = [];
	if (left) {
		if (active) events.push(personEvents["person.left"].make(agg, {}));
		return { events, before };
	}
	if (!active) events.push(personEvents["person.returned"].make(agg, {}));
	const changes = changesBetween(found.state, wanted);
	if (changes) events.push(personEvents["person.set"].make(agg, { changes }));
	return { events, before };
}

/** Without a manager nobody in the store could set a PIN or approve anything any more. */
function managed(known: readonly Known[], acts: readonly { person: Listed }[]): boolean {
	const listed = new Set(acts.map(({ person }) => person.number));
	const isManager = ({ roles }: { roles: readonly string[] }) => roles.includes("manager");
	return (
		acts.some(({ person }) => !person.left && isManager(person)) ||
		known.some(({ state }) => state.active && !listed.has(state.number) && isManager(state))
	);
}
