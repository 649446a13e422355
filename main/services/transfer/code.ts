/**
 * The acceptance code of a parcel: made where it is packed, on the sheet inside, and known to nobody else. The record has
 * its hash only. This PC keeps it sealed among its own rows for as long as the sheet may have to be printed again.
 */
import { sha256 } from "../../../db/log.ts";
import { makeParcelCode, tokenOf } from "../../../domain/code/own.ts";
import { parseScan } from "../../../domain/code/scan.ts";
import { refuse } from "../../../domain/errors.ts";
import type { App } from "../../app.ts";
import type { By } from "../../router.ts";

const kind = "parcel-code";

export const newToken = (app: App): string => tokenOf(app.ports.random.bytes(12));

export const hashOf = (token: string): string => sha256(Buffer.from(token, "utf8"));

/** The token of a scanned or typed acceptance code. @throws Refusal `transfer.not-a-code` */
export function readCode(text: string): string {
	const scan = parseScan(text);
	return scan.kind === "parcel" ? scan.token : refuse("invalid-input", "transfer.not-a-code");
}

/** Inside the transaction that sends the parcel. */
export function keepCode(app: App, by: By, parcelId: string, token: string): void {
	const sealed = app.vault.sealLocal(kind, token);
	app.local.putDraft({ id: parcelId, kind, person_id: by.person, saved_at: app.ports.clock.now(), sealed });
}

export function keepsCode(app: App, parcelId: string): boolean {
	return app.local.findDraft(parcelId)?.kind === kind;
}

/** Text of the code as it is printed. @throws Refusal `transfer.code-not-here` */
export function codeText(app: App, parcelId: string): string {
	const row = app.local.findDraft(parcelId);
	const token = row?.kind === kind ? app.vault.openLocal<string>(kind, row.sealed) : undefined;
	return makeParcelCode(token ?? refuse("rule-broken", "transfer.code-not-here"));
}

export function forgetCode(app: App, parcelId: string): void {
	if (keepsCode(app, parcelId)) app.local.removeDraft(parcelId);
}
