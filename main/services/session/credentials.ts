/**
 * PINs (scrypt) and badges (random tokens, only their hash kept). Wrong PINs slow down: from the third miss on the
 * person waits 2, 4, 8 … seconds, at most five minutes, counted across restarts. Called by session, staff and approvals.
 */
import { createHash, scrypt, timingSafeEqual } from "node:crypto";
import { parseScan } from "../../../domain/code/scan.ts";
import { refuse } from "../../../domain/errors.ts";
import type { Approver, PersonRole, PersonState } from "../../../domain/person/person.ts";
import type { Approval } from "../../../preload/contract/fields.ts";
import type { App } from "../../app.ts";

const cost = { N: 16_384, r: 8, p: 1 };
const freeMisses = 2;
const maxWaitMs = 5 * 60_000;

function derive(pin: string, salt: Buffer): Promise<Buffer> {
	return new Promise((resolve, reject) => {
		scrypt(pin, salt, 32, cost, (error, key) => (error ? reject(error) : resolve(key)));
	});
}

/** A PIN ready to be stored inside a transaction. */
export type PinSecret = { salt: Buffer; verifier: Buffer };

/** Derives the verifier (slow on purpose). Refuses `session.weak-pin`: one digit repeated, or digits in a row. */
export async function makePin(app: App, pin: string): Promise<PinSecret> {
	if (isWeak(pin)) refuse("invalid-input", "session.weak-pin");
	const salt = Buffer.from(app.ports.random.bytes(16));
	return { salt, verifier: await derive(pin, salt) };
}

export function storePin(app: App, personId: string, secret: PinSecret): void {
	app.local.putPin({ person_id: personId, ...secret, misses: 0, locked_until: 0 });
}

export async function setPin(app: App, personId: string, pin: string): Promise<void> {
	storePin(app, personId, await makePin(app, pin));
}

function isWeak(pin: string): boolean {
	const steps = new Set([...pin].slice(1).map((digit, at) => Number(digit) - Number(pin[at])));
	return steps.size === 1 && [0, 1, -1].includes([...steps][0] ?? 0);
}

/** How long to wait after the n-th miss in a row, ms. */
export function waitAfter(misses: number): number {
	return misses <= freeMisses ? 0 : Math.min(maxWaitMs, 1000 * 2 ** (misses - freeMisses));
}

/** Refuses `session.wrong-pin`, `session.pin-wait` or `session.no-pin`; details carry `waitMs`. */
export async function checkPin(app: App, personId: string, pin: string): Promise<PersonState> {
	const person = activePerson(app, personId);
	const row = app.local.findPin(personId) ?? refuse("forbidden", "session.no-pin");
	const now = app.ports.clock.now();
	const waitMs = waitLeft(row, now);
	if (waitMs > 0) refuse("forbidden", "session.pin-wait", { waitMs, seconds: Math.ceil(waitMs / 1000) });
	const matches = timingSafeEqual(await derive(pin, row.salt), row.verifier);
	if (matches) {
		if (row.misses > 0) app.local.putPin({ ...row, misses: 0, locked_until: 0 });
		return person;
	}
	const misses = row.misses + 1;
	app.local.putPin({ ...row, misses, locked_until: now + waitAfter(misses) });
	return refuse("forbidden", "session.wrong-pin", { waitMs: waitAfter(misses) });
}

/** What is left of the wait after wrong PINs. A clock set back must lock nobody out for longer than the wait itself. */
export function waitLeft(row: { misses: number; locked_until: number }, now: number): number {
	return Math.max(0, Math.min(row.locked_until - now, waitAfter(row.misses)));
}

/** `text` is a badge's token or its code as a scanner gave it; both name the same badge. */
function badgeHash(text: string): Buffer {
	const scan = parseScan(text);
	const token = scan.kind === "badge" ? scan.token : scan.text.toUpperCase();
	return createHash("sha256").update(`welt badge ${token}`).digest();
}

/** Records a new badge and revokes the person's older ones. */
export function setBadge(app: App, personId: string, token: string): void {
	app.local.revokeBadges(personId);
	app.local.addBadge(badgeHash(token), personId, app.ports.clock.now());
}

/** Refuses `session.unknown-badge` for a badge nobody here has (or whose owner left). */
export function checkBadge(app: App, token: string): PersonState {
	const owner = app.local.badgeOwner(badgeHash(token)) ?? refuse("forbidden", "session.unknown-badge");
	return activePerson(app, owner);
}

function activePerson(app: App, id: string): PersonState {
	const found = app.states.find("person", id)?.state;
	return found?.active ? found : refuse("forbidden", "session.unknown-person");
}

/** Verifies who approves, that they hold `role` (a manager holds all), and answers what the event records. */
export async function verifyApproval(app: App, approval: Approval, role: PersonRole): Promise<Approver> {
	const byBadge = "badge" in approval;
	const person = byBadge ? checkBadge(app, approval.badge) : await checkPin(app, approval.person, approval.pin);
	if (!person.roles.includes(role) && !person.roles.includes("manager")) {
		refuse("forbidden", "session.approver-role", { needs: role });
	}
	return { person: person.id, means: byBadge ? "badge" : "pin" };
}
