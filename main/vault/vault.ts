/**
 * The vault: one key per subject and per order, wrapped by the workstation's key; seals what is personal, opens it for
 * those who may see it. Destroying a subject's key is erasure. Keys never enter the log.
 */
import { createHmac } from "node:crypto";
import type { KeyRows } from "../../db/queries/keys.ts";
import { refuse } from "../../domain/errors.ts";
import { canonicalText } from "../../domain/event/canonical.ts";
import type { AggId, JsonObject, PiiEnvelope, WeltEvent } from "../../domain/event/event.ts";
import type { Random } from "../ports.ts";
import type { Lease } from "./lease.ts";
import { lockMaster, unlockMaster } from "./recovery.ts";
import { openBytes, sealBytes } from "./seal.ts";

export type Vault = {
	/**
	 * Seals under the kid's key, making the key when there is none (inside the caller's transaction). Refuses rule-broken
	 * `customer.erased` for one whose customer was erased.
	 */
	seal(kid: AggId, eventId: string, value: JsonObject): PiiEnvelope;
	/** The personal part of an event; undefined when there is none, its key was destroyed, or is locked. */
	open(event: Pick<WeltEvent, "id" | "pii">): JsonObject | undefined;
	/** Bytes of a picture or signature. `sealFile` makes the key when there is none. */
	sealFile(kid: AggId, plain: Uint8Array): Buffer;
	openFile(kid: AggId, sealed: Uint8Array): Buffer | undefined;
	/** True while what this key seals may not be opened here: this PC has lost its lease. */
	isLocked(kid: string): boolean;
	/** What belongs to this PC only: drafts, cached secrets. */
	sealLocal(name: string, value: unknown): Buffer;
	openLocal<T>(name: string, sealed: Uint8Array): T | undefined;
	/** Keyed hash of a phone number, so that an index of them tells nothing by itself. */
	phoneHash(phone: string): Buffer;
	/** The key itself, locked or not, to be sealed for the archive; undefined when it is not here. */
	keyOf(kid: AggId): Buffer | undefined;
	/** Takes a key that another PC made; one that is here stays, an erased one is not taken. */
	takeKey(kid: AggId, key: Uint8Array, leased: boolean): void;
	/** The key and the phone row go; another PC may give the key again. */
	destroy(kid: AggId): void;
	/** Erasure: destroyed, and never made or taken again. */
	erase(kid: AggId, nowMs: number): void;
	/** The workstation's key locked by a recovery sheet's secret (20 bytes), for this PC's rows and every backup. */
	lockMaster(secret: Uint8Array): Buffer;
	/** True when `locked` is this workstation's key and `secret` opens it. */
	opensMaster(secret: Uint8Array, locked: Uint8Array): boolean;
};

const fileAad = "welt file";
const cacheSize = 2_000;

/** Without an archive there is no lease to lose. */
const noLease: Pick<Lease, "sealed" | "born"> = { sealed: () => false, born: () => undefined };

/** `master`: the workstation's 32-byte key from the key store. */
export function createVault(master: Uint8Array, rows: KeyRows, random: Random, lease = noLease): Vault {
	const phoneKey = createHmac("sha256", master).update("phone index").digest();
	const cache = new Map<string, Buffer>();

	function remember(kid: string, key: Buffer): Buffer {
		if (cache.size >= cacheSize) cache.delete(cache.keys().next().value as string);
		cache.set(kid, key);
		return key;
	}

	function findKey(kid: string): Buffer | undefined {
		const cached = cache.get(kid);
		if (cached) return cached;
		const wrapped = rows.find(kid);
		const key = wrapped && openBytes(master, wrapped, kid);
		return key ? remember(kid, key) : undefined;
	}

	function ensureKey(kid: string): Buffer {
		const found = findKey(kid);
		if (found) return found;
		if (rows.isErased(kid)) refuse("rule-broken", "customer.erased");
		// Another PC or workshop made one that is on its way: with a second one neither would read what the other wrote.
		if (rows.isWanted(kid)) refuse("conflict", "vault.key-on-its-way");
		const key = Buffer.from(random.bytes(32));
		rows.insert(kid, sealBytes(master, random.bytes(12), key, kid));
		lease.born(kid);
		// Not cached: the caller's transaction may still roll the row back.
		return key;
	}

	/** The one door to what customers told. */
	function openingKey(kid: string): Buffer | undefined {
		return lease.sealed(kid) ? undefined : findKey(kid);
	}

	function destroy(kid: AggId): void {
		cache.delete(kid);
		rows.remove(kid);
		if (kid.startsWith("subject:")) rows.setPhone(kid.slice(8), undefined);
	}

	return {
		seal(kid, eventId, value) {
			const sealed = sealBytes(ensureKey(kid), random.bytes(12), Buffer.from(canonicalText(value)), eventId);
			return { kid, iv: sealed.subarray(0, 12).toString("base64"), ct: sealed.subarray(12).toString("base64") };
		},
		open(event) {
			const key = event.pii && openingKey(event.pii.kid);
			if (!event.pii || !key) return undefined;
			const sealed = Buffer.concat([Buffer.from(event.pii.iv, "base64"), Buffer.from(event.pii.ct, "base64")]);
			const plain = openBytes(key, sealed, event.id);
			return plain && (JSON.parse(plain.toString("utf8")) as JsonObject);
		},
		sealFile: (kid, plain) => sealBytes(ensureKey(kid), random.bytes(12), plain, fileAad),
		openFile(kid, sealed) {
			const key = openingKey(kid);
			return key && openBytes(key, sealed, fileAad);
		},
		isLocked: lease.sealed,
		sealLocal: (name, value) =>
			sealBytes(master, random.bytes(12), Buffer.from(JSON.stringify(value)), `local:${name}`),
		openLocal<T>(name: string, sealed: Uint8Array) {
			const plain = openBytes(master, sealed, `local:${name}`);
			return plain && (JSON.parse(plain.toString("utf8")) as T);
		},
		phoneHash: (phone) => createHmac("sha256", phoneKey).update(phone).digest(),
		keyOf: findKey,
		takeKey(kid, key, leased) {
			if (rows.isErased(kid)) return;
			if (rows.find(kid)) {
				if (!leased) rows.keepLeased(kid);
				return;
			}
			rows.insert(kid, sealBytes(master, random.bytes(12), key, kid));
			rows.setSent(kid, leased ? "leased" : "sent");
		},
		destroy,
		erase(kid, nowMs) {
			rows.markErased(kid, nowMs);
			rows.unwant(kid);
			destroy(kid);
		},
		lockMaster: (secret) => lockMaster(secret, master, random.bytes(12)),
		opensMaster: (secret, locked) => unlockMaster(secret, locked)?.equals(master) ?? false,
	};
}
