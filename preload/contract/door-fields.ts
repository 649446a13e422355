/** Fields of set-up, sign-in, staff, centre and backup that more than one of them uses. */
import { z } from "zod";
import { filled } from "./fields.ts";

/** Five digits: the first part of every order number. */
export const code5 = z.string().regex(/^\d{5}$/);
export const stationNumber = z.int().min(1).max(99);
/** An absolute path as a person types it. */
export const folderPath = filled(400);
/** A group or the whole code of a recovery sheet, typed or scanned. */
export const recoveryText = filled(120);
/** What a badge scan gave: the printed code or its token. */
export const badge = z.string().min(8).max(80);

/** Where an archive is reached. */
export const archiveAddress = z.url({ protocol: /^https?$/ }).max(300);
/** `XXXX-XXXX-XXXX`, from the head office, good for ten minutes. */
export const oneTimeCode = z.string().regex(/^\s*[A-Za-z0-9]{4}-[A-Za-z0-9]{4}-[A-Za-z0-9]{4}\s*$/);
