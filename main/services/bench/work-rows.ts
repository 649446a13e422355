/** The prepared reads of work in hand; bench, QC and shelves each keep one. */
import { createWorkRows, type WorkRows } from "../../../db/queries/work.ts";
import type { App } from "../../app.ts";

export const openWorkRows = (app: App): WorkRows => createWorkRows(app.reader);
