/** Who can be given work: everybody active who repairs. */
import type { WorkRows } from "../../../db/queries/work.ts";
import type { PersonView } from "../../../preload/contract/job-views.ts";
import type { App } from "../../app.ts";
import { personView } from "./views.ts";

/** A person who may be given repairs: active, and a technician or a manager. */
export function repairs(app: App, id: string): boolean {
	const person = app.states.find("person", id)?.state;
	return person?.active === true && person.roles.some((role) => role === "technician" || role === "manager");
}

export function technicians(app: App, rows: WorkRows): PersonView[] {
	return rows
		.people()
		.filter((id) => repairs(app, id))
		.map((id) => personView(app, id));
}
