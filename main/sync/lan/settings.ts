/** What this PC remembers of its workshop's network: where it listens, where siblings were last met, what seals a stick. */
import { createHash } from "node:crypto";
import { z } from "zod";
import type { LocalRows } from "../../../db/queries/local.ts";
import type { Random } from "../../ports.ts";
import type { Vault } from "../../vault/vault.ts";
import { usualPort } from "./link.ts";

const place = z.tuple([z.string(), z.int(), z.int(), z.string()]);
const sibling = z.object({
	address: z.string().max(100).nullable(),
	port: z.int().min(1).max(65_535).nullable(),
	/** ms UTC */
	lastContactAt: z.int().nullable(),
	/** What it had then. */
	has: z.array(place).max(5_000),
	/** How far its parts of other stores' chains were read: places of its own log in that epoch. */
	parts: z.object({ epoch: z.int(), pos: z.int() }).optional(),
	/** When the stick was written that last vouched for this PC's lease, by that PC's clock, ms UTC. */
	stickAt: z.int().optional(),
});
export type SiblingNote = z.infer<typeof sibling>;
const kept = z.object({
	on: z.boolean(),
	address: z.string().nullable(),
	port: z.int().min(0).max(65_535),
	siblings: z.record(z.string(), sibling),
});
export type LanSettings = z.infer<typeof kept>;
export type Secret = { n: number; key: Buffer };

const settingName = "lan";
const secretsName = "lan-secrets";
const mostSecrets = 20;
const unknown: SiblingNote = { address: null, port: null, lastContactAt: null, has: [] };

/** Names a secret without telling anything of it. */
export const secretMark = (key: Uint8Array) =>
	createHash("sha256").update("welt stick ").update(key).digest("hex").slice(0, 16);

export type LanStore = ReturnType<typeof createLanStore>;

export function createLanStore(local: LocalRows, vault: Vault, random: Random) {
	let cached: LanSettings | undefined;
	function read(): LanSettings {
		cached ??= kept.safeParse(local.setting(settingName)).data ?? {
			...{ on: false, address: null, port: usualPort },
			siblings: {},
		};
		return cached;
	}
	function save(next: Partial<LanSettings>): void {
		cached = { ...read(), ...next };
		local.setSetting(settingName, cached);
	}
	function secrets(): Secret[] {
		const sealed = local.setting<string>(secretsName);
		const list = sealed ? vault.openLocal<[number, string][]>(secretsName, Buffer.from(sealed, "base64")) : undefined;
		return (list ?? []).map(([n, key]) => ({ n, key: Buffer.from(key, "base64") }));
	}
	function saveSecrets(list: readonly Secret[]): void {
		const plain = list.map(({ n, key }) => [n, key.toString("base64")]);
		local.setSetting(secretsName, vault.sealLocal(secretsName, plain).toString("base64"));
	}
	return {
		read,
		save,
		note: (dev: string): SiblingNote => read().siblings[dev] ?? unknown,
		setNote(dev: string, next: Partial<SiblingNote>): void {
			const { siblings } = read();
			save({ siblings: { ...siblings, [dev]: { ...(siblings[dev] ?? unknown), ...next } } });
		},
		/** The newest last. */
		secrets,
		/** Those of siblings are kept too: a file sealed before both met still opens. */
		takeSecrets(given: readonly (readonly [number, string])[]): void {
			const list = secrets();
			const marks = new Set(list.map(({ key }) => secretMark(key)));
			const fresh = given
				.map(([n, key]) => ({ n, key: Buffer.from(key, "base64") }))
				.filter(({ key }) => key.byteLength === 32 && !marks.has(secretMark(key)));
			if (fresh.length === 0) return;
			const all = [...list, ...fresh].sort((a, b) => a.n - b.n || Buffer.compare(a.key, b.key));
			saveSecrets(all.slice(-mostSecrets));
		},
		/** From now on files are sealed anew: somebody who left must not open them. Also makes the first one. */
		renewSecret(): void {
			const list = secrets();
			const n = (list.at(-1)?.n ?? 0) + 1;
			saveSecrets([...list, { n, key: Buffer.from(random.bytes(32)) }].slice(-mostSecrets));
		},
	};
}
