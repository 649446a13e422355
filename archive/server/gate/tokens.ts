/**
 * Who is calling. A workstation signs a nonce with its key and gets a token for a quarter of an hour; the token names its
 * device, store and the store's brands. Nonces are good once and for a minute, on whichever instance they were drawn.
 */
import { createHmac, timingSafeEqual } from "node:crypto";
import { jwtVerify, SignJWT } from "jose";
import { z } from "zod";
import { uuid } from "../../protocol/fields.ts";
import { signInStatement } from "../../protocol/statement.ts";
import { tokenLifeMs } from "../../protocol/version.ts";
import { signatureHolds } from "../../signing/curves.ts";
import type { ArchivePorts } from "../ports.ts";
import { refuse } from "../refuse.ts";
import type { Signer } from "./keys.ts";

export type Caller = { dev: string; store: string /** The house brand first. */; brands: string[]; revoked: boolean };
export type DeviceRow = { id: string; store: string; key: string; revoked_at: number | null };

const nonceLifeMs = 60_000;
const claims = z.object({ sub: uuid, store: uuid, brands: z.array(uuid).min(1), exp: z.number() });

export function createTokens(ports: ArchivePorts, signer: Signer, incarnation: string) {
	const { clock, random, sql, secret } = ports;
	const mac = (text: string) => createHmac("sha256", secret).update(`nonce ${text}`).digest().subarray(0, 16);

	function drawNonce(): string {
		const text = `${clock.now()}.${Buffer.from(random.bytes(12)).toString("base64url")}`;
		return `${text}.${mac(text).toString("base64url")}`;
	}

	function nonceHolds(nonce: string): boolean {
		const at = nonce.lastIndexOf(".");
		const text = nonce.slice(0, at);
		const given = Buffer.from(nonce.slice(at + 1), "base64url");
		const age = clock.now() - Number(text.split(".")[0]);
		return given.length === 16 && timingSafeEqual(given, mac(text)) && age >= 0 && age <= nonceLifeMs;
	}

	async function signIn(dev: string, nonce: string, sig: string): Promise<{ token: string; until: number }> {
		if (!nonceHolds(nonce)) refuse("sign-in", "the nonce is unknown or too old");
		const { device, brands } = await sql.transaction([], async (tx) => {
			const [device] = await tx.rows<DeviceRow>("SELECT id, store, key, revoked_at FROM device WHERE id = $1", [dev]);
			if (!device || !signatureHolds(device.key, signInStatement(dev, nonce, incarnation), sig)) {
				refuse("sign-in", "no such device, or its signature does not hold");
			}
			await tx.rows("DELETE FROM used_nonce WHERE until < $1", [clock.now()]);
			const used = await tx.rows("INSERT INTO used_nonce VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING nonce", [
				nonce,
				clock.now() + nonceLifeMs,
			]);
			if (used.length === 0) refuse("sign-in", "this nonce was used already");
			const brands = await tx.rows<{ brand: string }>(
				"SELECT brand FROM store_brand b JOIN store s ON s.id = b.store WHERE b.store = $1 ORDER BY brand <> s.house, brand",
				[device.store],
			);
			return { device, brands: brands.map((row) => row.brand) };
		});
		const until = clock.now() + tokenLifeMs;
		const token = await new SignJWT({ store: device.store, brands })
			.setProtectedHeader({ alg: "EdDSA" })
			.setSubject(dev)
			.setIssuer(incarnation)
			.setExpirationTime(Math.floor(until / 1000))
			.sign(signer.privateKey);
		return { token, until };
	}

	/** Refuses `sign-in` for anything but a token of this archive that is still good. */
	async function read(authorization: string | undefined): Promise<Caller> {
		const token = /^Bearer ([\w.-]{1,2000})$/.exec(authorization ?? "")?.[1];
		if (token === undefined) refuse("sign-in", "no token");
		const options = { issuer: incarnation, algorithms: ["EdDSA"], currentDate: new Date(clock.now()) };
		const payload = await jwtVerify(token, signer.publicKeyObject, options).then(
			(verified) => verified.payload,
			() => refuse("sign-in", "the token is not good or not good any more"),
		);
		const { sub, store, brands } = claims.parse(payload);
		const [device] = await sql.transaction([], (tx) =>
			tx.rows<{ revoked_at: number | null }>("SELECT revoked_at FROM device WHERE id = $1", [sub]),
		);
		if (!device) refuse("sign-in", "this device is not enrolled");
		return { dev: sub, store, brands, revoked: device.revoked_at !== null };
	}

	return { drawNonce, signIn, read };
}
