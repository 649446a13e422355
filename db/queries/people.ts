/** Everybody who works or worked at the centre, from their projection. Read-only. */
import type { PersonRole } from "../../domain/person/person.ts";
import type { Reader } from "../open.ts";

export type PersonRow = { id: string; number: string; name: string; roles: PersonRole[]; active: boolean };

/** By number. */
export function listPeople(db: Reader): PersonRow[] {
	const rows = db.prepare("SELECT id, number, name, roles, active FROM persons ORDER BY number, id").all() as {
		id: string;
		number: string;
		name: string;
		roles: string;
		active: number;
	}[];
	return rows.map((row) => ({ ...row, roles: JSON.parse(row.roles) as PersonRole[], active: row.active === 1 }));
}
