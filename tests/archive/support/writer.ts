/** A workstation as the archive sees it: keys, a chain of events, and calls through the archive's own routes. */
import { generateKeyPairSync, randomBytes, randomUUID, sign } from "node:crypto";
import { endpoints } from "../../../archive/protocol/endpoints.ts";
import { type PullLine, readPullLine, writePullQuery } from "../../../archive/protocol/pull.ts";
import { writePush } from "../../../archive/protocol/push.ts";
import { enrolStatement, headStatement, signInStatement } from "../../../archive/protocol/statement.ts";
import { drawCode } from "../../../archive/server/gate/enrol.ts";
import { sha256 } from "../../../archive/server/push/judge.ts";
import type { ArchiveServer } from "../../../archive/server/server.ts";
import { canonicalText } from "../../../domain/event/canonical.ts";
import { eventHash, zeroHash } from "../../../domain/event/chain.ts";
import { hlcText } from "../../../domain/event/hlc.ts";

export type Line = { text: string; hash: string; seq: number; id: string };

export function newDevice(store: string = randomUUID()) {
	const { privateKey, publicKey } = generateKeyPairSync("ed25519");
	const dev = randomUUID();
	const boot = randomUUID();
	const lines: Line[] = [];
	const raw = String(publicKey.export({ format: "jwk" }).x);
	const signed = (text: string) => sign(null, Buffer.from(text), privateKey).toString("base64url");
	return {
		store,
		dev,
		boot,
		lines,
		key: raw,
		signed,
		/** Writes an event at the end of this device's chain. */
		write(more: Record<string, unknown> = {}, wall = 1_790_000_000_000): Line {
			const seq = lines.length + 1;
			const prev = lines.at(-1)?.hash ?? zeroHash;
			const id = randomUUID();
			const event = {
				id,
				store,
				brand: null,
				dev,
				epoch: 1,
				seq,
				prev,
				hlc: hlcText({ ms: wall, counter: seq }),
				wall,
				boot,
				mono: seq,
				actor: dev,
				agg: `item:${id}`,
				refs: [],
				type: "item.set",
				v: 1,
				body: { changes: [] },
				blobs: [],
				...more,
			};
			const text = canonicalText(event);
			const line = { text, hash: eventHash(sha256, prev, text), seq, id };
			lines.push(line);
			return line;
		},
		/** A push of lines `from`…`to` of this chain. */
		push(from: number, to: number, clock?: { now: number; mono: number; boot: string }) {
			const sent = lines.slice(from - 1, to);
			const prev = lines[from - 2]?.hash ?? zeroHash;
			const head = { dev, epoch: 1, seq: from - 1 + sent.length, hash: sent.at(-1)?.hash ?? prev };
			const header = {
				proto: 1,
				dev,
				epoch: 1,
				from,
				prev,
				count: sent.length,
				sig: signed(headStatement(head)),
				...(clock ? { clock } : {}),
			};
			return writePush(
				header,
				sent.map(({ text }) => text),
			);
		},
	};
}
export type Device = ReturnType<typeof newDevice>;

export async function enrolDevice(
	{ app, archive }: ArchiveServer,
	device: Device,
	brands: string[],
	code = "10001",
	boxKey = randomBytes(32).toString("base64url"),
) {
	const drawn = await drawCode(archive, { code, name: "样板店", brands });
	const payload = {
		proto: 1,
		code: drawn,
		store: device.store,
		dev: device.dev,
		key: device.key,
		boxKey,
		name: "前台",
		sig: device.signed(enrolStatement(drawn, device.store, device.dev)),
	};
	return app.inject({ ...call("enrol"), payload });
}

export async function signIn({ app }: ArchiveServer, device: Device): Promise<string> {
	const { nonce, arch } = (await app.inject(call("nonce"))).json();
	const payload = { proto: 1, dev: device.dev, nonce, sig: device.signed(signInStatement(device.dev, nonce, arch)) };
	return (await app.inject({ ...call("signIn"), payload })).json().token;
}

export const call = (name: keyof typeof endpoints) => ({
	method: endpoints[name].method,
	url: endpoints[name].path as string,
});

export function sendPush({ app }: ArchiveServer, token: string, payload: string) {
	const headers = { authorization: `Bearer ${token}`, "content-type": "application/x-ndjson" };
	return app.inject({ ...call("push"), headers, payload });
}

export async function sendPull({ app }: ArchiveServer, token: string, feed: string, after: number, limit = 1000) {
	const url = `${endpoints.pull.path}?${writePullQuery({ cursors: [{ feed, after }], limit })}`;
	const answer = await app.inject({ method: "GET", url, headers: { authorization: `Bearer ${token}` } });
	const lines =
		answer.statusCode === 200
			? answer.body
					.trimEnd()
					.split("\n")
					.map((line) => readPullLine(line) as PullLine)
			: [];
	return { status: answer.statusCode, code: answer.statusCode === 200 ? "" : answer.json().code, lines };
}
