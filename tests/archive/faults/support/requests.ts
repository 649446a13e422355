/** A good request to every endpoint, by a workstation that may ask it: what the hostile ones are made from. */
import { createHash, randomBytes } from "node:crypto";
import { type EndpointName, endpoints } from "../../../../archive/protocol/endpoints.ts";
import { enrolStatement, signInStatement } from "../../../../archive/protocol/statement.ts";
import { drawCode } from "../../../../archive/server/gate/enrol.ts";
import type { TestArchive } from "../../support/archive.ts";
import { type Device, enrolDevice, newDevice, signIn } from "../../support/writer.ts";

export type Request = {
	method: "GET" | "POST" | "PUT";
	url: string;
	payload?: string | Record<string, unknown>;
	headers?: Record<string, string>;
};

export type Guest = { archive: TestArchive; device: Device; token: string; brand: string };

export type Good = {
	/** Asks for no token: whoever comes is answered. */
	open?: true;
	/** What a revoked device hears; `kept`: its events are taken and set aside. */
	revoked?: "revoked" | "kept";
	/** What its body is, if it has one. */
	body?: "json" | "lines" | "form";
	/** What the same request hears when it comes again, instead of what it heard first. */
	again?: string;
	make(guest: Guest): Request | Promise<Request>;
};

let codes = 45_000;

export async function newGuest(archive: TestArchive, brand = archive.brands[0] ?? ""): Promise<Guest> {
	const device = newDevice();
	await enrolDevice(archive, device, [brand], String(++codes));
	for (let n = 0; n < 3; n++) device.write();
	return { archive, device, brand, token: await signIn(archive, device) };
}

const json = (method: "POST" | "PUT", url: string, payload: Record<string, unknown>): Request => ({
	...{ method, url, payload },
	headers: { "content-type": "application/json" },
});
const get = (url: string): Request => ({ method: "GET", url });

/** A new endpoint without a row doesn't compile. */
export const good: Record<EndpointName, Good> = {
	enrol: {
		...{ open: true, body: "json" },
		async make({ archive, brand }) {
			const device = newDevice();
			const code = await drawCode(archive.archive, { code: String(++codes), name: "新店", brands: [brand] });
			const sig = device.signed(enrolStatement(code, device.store, device.dev));
			const { store, dev, key } = device;
			return json("POST", endpoints.enrol.path, { proto: 1, code, store, dev, key, boxKey: key, name: "前台", sig });
		},
	},
	nonce: { open: true, make: () => get(endpoints.nonce.path) },
	signIn: {
		...{ open: true, body: "json", again: "sign-in" },
		async make({ archive, device }) {
			const { nonce, arch } = (await archive.app.inject(endpoints.nonce.path)).json();
			const sig = device.signed(signInStatement(device.dev, nonce, arch));
			return json("POST", endpoints.signIn.path, { proto: 1, dev: device.dev, nonce, sig });
		},
	},
	push: {
		...{ revoked: "kept", body: "lines" },
		make: ({ device }) => ({
			...{ method: "POST", url: endpoints.push.path, payload: device.push(1, device.lines.length) },
			headers: { "content-type": "application/x-ndjson" },
		}),
	},
	pull: { revoked: "revoked", make: ({ device }) => get(`${endpoints.pull.path}?f=store:${device.store}@0&limit=10`) },
	passport: { revoked: "revoked", make: () => get(`${endpoints.passport.path}?kind=serial&value=SN-NOBODY`) },
	interest: {
		...{ revoked: "revoked", body: "json" },
		make: ({ device }) => json("PUT", endpoints.interest.path, { feeds: [`item:${device.dev}`] }),
	},
	workshops: { revoked: "revoked", make: () => get(`${endpoints.workshops.path}?q=1`) },
	orders: { revoked: "revoked", make: () => get(`${endpoints.orders.path}?after=0`) },
	snapshot: { revoked: "revoked", make: ({ device }) => get(`${endpoints.snapshot.path}/store:${device.store}`) },
	putKeys: {
		...{ revoked: "revoked", body: "json" },
		make: ({ device, brand }) => {
			const keys = [{ kid: `subject:${device.dev}`, for: `brand:${brand}`, sealed: "AAAA" }];
			return json("PUT", endpoints.putKeys.path, { keys });
		},
	},
	askKeys: {
		...{ revoked: "revoked", body: "json" },
		make: ({ device }) => {
			const asked = { feed: `item:${device.dev}`, reason: "repair", actor: device.dev };
			return json("POST", endpoints.askKeys.path, asked);
		},
	},
	ownKeys: {
		...{ revoked: "revoked", body: "json" },
		make: ({ device }) => json("POST", endpoints.ownKeys.path, { kids: [`subject:${device.dev}`] }),
	},
	live: { revoked: "revoked", make: () => get(endpoints.live.path) },
	blobs: {
		revoked: "revoked",
		make({ brand }) {
			const sha = createHash("sha256").update(randomBytes(9)).digest("hex");
			const metadata = `sha ${Buffer.from(sha).toString("base64")}`;
			const headers = { "tus-resumable": "1.0.0", "upload-length": "10", "upload-metadata": metadata };
			return { method: "POST", url: `${endpoints.blobs.path}/${brand}`, headers };
		},
	},
	roots: { revoked: "revoked", make: () => get(endpoints.roots.path) },
	reference: { revoked: "revoked", make: () => get(endpoints.reference.path) },
	health: { open: true, make: () => get(endpoints.health.path) },
	ready: { open: true, make: () => get(endpoints.ready.path) },
	metrics: { open: true, make: () => get(endpoints.metrics.path) },
	page: {
		...{ open: true, body: "form" },
		make: ({ device }) => ({
			...{ method: "POST", url: `${endpoints.page.path}/AAAAAAAAAAAAAAAAAAAAAAAAAA/answer` },
			...{ payload: `job=${device.dev}&quote=${device.dev}&answer=accepted` },
			headers: { "content-type": "application/x-www-form-urlencoded" },
		}),
	},
};
