/** All jobs in our hands and those of ours that are away, overdue first. */
import { createJobRows, type JobRows } from "../../../db/queries/job-rows.ts";
import { openStages } from "../../../domain/job/stage.ts";
import type { boardCalls } from "../../../preload/contract/board.ts";
import type { InputOf, OutputOf } from "../../../preload/contract/define.ts";
import type { App } from "../../app.ts";
import { jobRows } from "./job-row.ts";

type Calls = typeof boardCalls;
/** More than a centre can hold; a board that long is cut and says so. */
const most = 2_000;

export function readBoard(app: App, rows: JobRows, input: InputOf<Calls["board.read"]>): OutputOf<Calls["board.read"]> {
	const found = rows.ours(input.stages ?? openStages, most + 1);
	const shown = jobRows(app, found.slice(0, most));
	shown.sort((a, b) => (a.clock?.dueAt ?? "9").localeCompare(b.clock?.dueAt ?? "9"));
	return { rows: shown, truncated: found.length > most };
}

export const openJobRows = (app: App) => createJobRows(app.reader);
