/**
 * Keys of customers and orders, beside the log: new ones go to the archive sealed for this PC and for the brand; those
 * that events of a sibling name are asked for; those of another workshop's record are lent while its item is followed,
 * and destroyed here when that ends. Never logs, never keeps a key outside the vault.
 */
import type { z } from "zod";
import { type askKeys, askKeysAnswer, putKeysAnswer, type WrappedKey } from "../../archive/protocol/keys.ts";
import { openKey, sealKey } from "../../archive/protocol/trust/sealed.ts";
import { boxOf } from "../../archive/signing/curves.ts";
import type { KeyRows } from "../../db/queries/keys.ts";
import type { SyncRows } from "../../db/queries/sync.ts";
import type { AggId } from "../../domain/event/event.ts";
import type { Random } from "../ports.ts";
import type { Vault } from "../vault/vault.ts";
import { type ArchiveClient, at } from "./archive-client.ts";
import { type DeviceKey, sealCrypto } from "./device-key.ts";

export type KeyDeps = {
	client: ArchiveClient;
	rows: KeyRows;
	cursors: Pick<SyncRows, "listCursors">;
	vault: Vault;
	device: DeviceKey;
	store: string;
	/** The house brand and the public key of its archive. */
	house: { id: string; boxKey: string };
	clock: { now(): number };
	random: Random;
	transact<T>(work: () => T): T;
	/** What these keys lock can be read from now on. */
	opened(kids: readonly string[]): void;
	again(): void;
};

/** Two copies of each make one message. */
const putAtOnce = 250;
const askAtOnce = 500;
/** A sibling that has not told the archive yet. */
const askAgainMs = 60_000;
const json = { "content-type": "application/json" };

/** One round: sends, asks, gives back. Rejects LineDown or ArchiveSaidNo. */
export async function exchangeKeys(deps: KeyDeps): Promise<void> {
	await sendNew(deps);
	await askForMissing(deps);
	endLeases(deps);
}

async function sendNew({
	rows,
	vault,
	house,
	store,
	device,
	random,
	client,
	clock,
	transact,
	again,
}: KeyDeps): Promise<void> {
	const kids = rows.unsent(putAtOnce) as AggId[];
	if (kids.length === 0) return;
	const keys = kids.flatMap((kid): WrappedKey[] => {
		const key = vault.keyOf(kid);
		if (!key) return [];
		const sealed = (holder: string, boxKey: string) => ({
			kid,
			for: holder,
			sealed: sealKey(sealCrypto, key, kid, holder, boxKey, random.bytes(12)),
		});
		return [sealed(`brand:${house.id}`, house.boxKey), sealed(`store:${store}`, device.boxKey)];
	});
	const body = JSON.stringify({ keys });
	const { erased } = await client.askFor(putKeysAnswer, { ...at("putKeys"), headers: json, body });
	transact(() => {
		for (const kid of kids) rows.setSent(kid, "sent");
		for (const kid of erased) vault.erase(kid as AggId, clock.now());
	});
	if (kids.length === putAtOnce) again();
}

async function askForMissing(deps: KeyDeps): Promise<void> {
	const { rows, clock, client, transact, again } = deps;
	const kids = rows.wanted(clock.now(), askAtOnce);
	if (kids.length === 0) return;
	const body = JSON.stringify({ kids });
	const answer = await client.askFor(askKeysAnswer, { ...at("ownKeys"), headers: json, body });
	transact(() => {
		const came = new Set([...take(deps, answer.keys, false), ...answer.erased]);
		for (const kid of kids) {
			if (came.has(kid)) rows.unwant(kid);
			else rows.wantLater(kid, clock.now() + askAgainMs);
		}
	});
	deps.opened(answer.keys.map(({ kid }) => kid));
	if (kids.length === askAtOnce) again();
}

/** Those that open; what was sealed for somebody else is no key. */
function take({ device, vault }: KeyDeps, keys: readonly WrappedKey[], leased: boolean): string[] {
	return keys.flatMap(({ kid, for: holder, sealed }) => {
		const key = openKey(sealCrypto, sealed, kid, holder, boxOf(device.box));
		if (!key) return [];
		vault.takeKey(kid as AggId, key, leased);
		return [kid];
	});
}

/**
 * Borrows the keys of another workshop's record of an item that is followed here. The archive writes the access down.
 * Answers how many there were. Rejects LineDown or ArchiveSaidNo (`forbidden`: the item is not followed).
 */
export async function borrowKeys(deps: KeyDeps, asked: z.input<typeof askKeys>): Promise<number> {
	const body = JSON.stringify(asked);
	const answer = await deps.client.askFor(askKeysAnswer, { ...at("askKeys"), headers: json, body });
	const came = deps.transact(() => take(deps, answer.keys, true));
	deps.opened(came);
	return came.length;
}

/** Lent keys whose items nobody follows any more. */
function endLeases({ rows, cursors, clock, vault, transact }: KeyDeps): void {
	const leased = rows.leased();
	if (leased.length === 0) return;
	const followed = cursors.listCursors().filter(({ until }) => (until ?? 0) > clock.now());
	const named = new Set(rows.namedIn(followed.map(({ feed }) => feed)));
	transact(() => {
		for (const kid of leased) if (!named.has(kid)) vault.destroy(kid as AggId);
	});
}
