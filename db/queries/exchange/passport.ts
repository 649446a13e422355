/** Rows of other workshops' records: what the archive answered, its events, who wrote them, and which items are one. */
import type { Writer } from "../../open.ts";
import { familyOf } from "../counter.ts";

export type PassportRow = { item: string | null; answeredAt: number };
export type ForeignRow = { feed: string; pos: number; event: string; ats: number; text: string };
export type WorkshopRow = { id: string; code: string; name: string };
export type HeldItem = { id: string; codes: { kind: string; value: string }[] };

export type PassportRows = ReturnType<typeof createPassportRows>;

export function createPassportRows(db: Writer) {
	const q = (sql: string) => db.prepare(sql);
	const find = q("SELECT item, answered_at AS answeredAt FROM passport WHERE kind = ? AND value = ?");
	const put = q(
		`INSERT INTO passport (kind, value, item, answered_at) VALUES (?, ?, ?, ?)
		ON CONFLICT (kind, value) DO UPDATE SET item = excluded.item, answered_at = excluded.answered_at`,
	);
	const merge = q(
		"INSERT INTO merged_item (item, into_item) VALUES (?, ?) ON CONFLICT (item) DO UPDATE SET into_item = excluded.into_item",
	);
	const mergedInto = q(
		"SELECT into_item FROM merged_item WHERE item = ? UNION ALL SELECT merged_into FROM items WHERE id = ? AND merged_into IS NOT NULL",
	).pluck();
	const members = q(`${familyOf("?")} SELECT id FROM family LIMIT 64`).pluck();
	const drop = q("DELETE FROM foreign_event WHERE feed = ?");
	const add = q(
		"INSERT OR REPLACE INTO foreign_event (feed, pos, event, ats, text) VALUES (@feed, @pos, @event, @ats, @text)",
	);
	const list = q(
		`SELECT f.text, f.ats FROM foreign_event f WHERE f.feed IN (SELECT value FROM json_each(?))
		AND NOT EXISTS (SELECT 1 FROM event e WHERE e.id = f.event) ORDER BY f.feed, f.pos LIMIT 5000`,
	);
	const putWorkshop = q(
		`INSERT INTO workshop (id, code, name) VALUES (@id, @code, @name)
		ON CONFLICT (id) DO UPDATE SET code = excluded.code, name = excluded.name`,
	);
	const workshop = q("SELECT id, code, name FROM workshop WHERE id = ?");
	const workshops = q("SELECT id, code, name FROM workshop WHERE name <> '' ORDER BY code LIMIT 200");
	const meet = q("INSERT OR IGNORE INTO workshop (id, code, name) VALUES (?, '', '')");
	const unnamed = q("SELECT id FROM workshop WHERE name = '' LIMIT 50").pluck();
	const held = q(
		`SELECT h.id, (SELECT json_group_array(json_object('kind', c.kind, 'value', c.value)) FROM item_codes c
			WHERE c.item_id = h.id) AS codes
		FROM (SELECT j.item_id AS id, min(j.received_at) AS since FROM jobs j INDEXED BY jobs_stage_due
			WHERE j.stage IN ('inspection', 'quote', 'repair', 'qc', 'hand-over')
			GROUP BY j.item_id ORDER BY since LIMIT 1000) h`,
	);
	return {
		find: (kind: string, value: string) => find.get(kind, value) as PassportRow | undefined,
		/** `item` null: the archive knew none. */
		put: (kind: string, value: string, item: string | null, at: number) => void put.run(kind, value, item, at),
		merge: (item: string, into: string) => void (item === into || merge.run(item, into)),
		/** The item this one is read as, a few merges at most. */
		standing(item: string): string {
			let at = item;
			for (let hops = 0; hops < 5; hops++) {
				const next = mergedInto.get(at, at) as string | undefined;
				if (next === undefined) break;
				at = next;
			}
			return at;
		},
		/** The item itself first. */
		family: (item: string) => members.all(item) as string[],
		/** A workshop that wrote something here; its name is asked for later. */
		meet: (id: string) => void meet.run(id),
		drop: (feed: string) => void drop.run(feed),
		add: (row: ForeignRow) => void add.run(row),
		list: (feeds: readonly string[]) => list.all(JSON.stringify(feeds)) as { text: string; ats: number }[],
		putWorkshop: (row: WorkshopRow) => void putWorkshop.run(row),
		/** Those whose names are known, by code. */
		workshops: () => workshops.all() as WorkshopRow[],
		findWorkshop: (id: string) => workshop.get(id) as WorkshopRow | undefined,
		/** Workshops that wrote something here and whose names are not known. */
		unnamed: () => unnamed.all() as string[],
		/** Items in this workshop's hands, with their codes. */
		held: (): HeldItem[] =>
			(held.all() as { id: string; codes: string }[]).map(({ id, codes }) => ({
				id,
				codes: JSON.parse(codes) as HeldItem["codes"],
			})),
	};
}
