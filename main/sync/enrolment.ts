/** What this workstation knows of its archive since it was enrolled. Kept among its own settings, keys sealed. */
import { z } from "zod";
import { type EnrolAnswer, enrolAnswer } from "../../archive/protocol/enrol.ts";
import { enrolStatement } from "../../archive/protocol/statement.ts";
import { protocolVersion } from "../../archive/protocol/version.ts";
import type { LocalRows } from "../../db/queries/local.ts";
import type { Vault } from "../vault/vault.ts";
import { at, readJson, readRefusal } from "./archive-client.ts";
import { type DeviceKey, makeKeys, openKeys, type StoredKeys } from "./device-key.ts";
import type { Line } from "./line.ts";

export const archiveAddress = z.url({ protocol: /^https?$/ }).max(300);
const kept = enrolAnswer.extend({ address: archiveAddress });
export type Enrolment = z.infer<typeof kept>;

const settingName = "archive";
const keysName = "archive-keys";

export type EnrolmentStore = ReturnType<typeof createEnrolmentStore>;

export function createEnrolmentStore(local: LocalRows, vault: Vault) {
	let keys: DeviceKey | undefined;
	return {
		/** Undefined while this workstation belongs to no archive. */
		find(): Enrolment | undefined {
			const found = kept.safeParse(local.setting(settingName));
			return found.success ? found.data : undefined;
		},
		save: (enrolment: Enrolment) => local.setSetting(settingName, enrolment),
		/** This PC's keys; made the first time they are needed. */
		keys(): DeviceKey {
			if (keys) return keys;
			const sealed = local.setting<string>(keysName);
			const stored = sealed && vault.openLocal<StoredKeys>(keysName, Buffer.from(sealed, "base64"));
			const found = stored || makeKeys();
			if (!stored) local.setSetting(keysName, vault.sealLocal(keysName, found).toString("base64"));
			keys = openKeys(found);
			return keys;
		},
	};
}

/** Turns in a one-time code; `store` null: whichever store it was drawn for. Rejects LineDown or ArchiveSaidNo. */
export async function turnInCode(
	line: Line,
	address: string,
	given: { code: string; name: string; store: string | null; dev: string },
	keys: DeviceKey,
	signal: AbortSignal,
): Promise<Enrolment> {
	const { store, dev, name } = given;
	const code = given.code.trim().toUpperCase();
	const sig = keys.sign(enrolStatement(code, store, dev));
	const body = { proto: protocolVersion, code, store, dev, key: keys.key, boxKey: keys.boxKey, name, sig };
	const headers = { "content-type": "application/json" };
	const said = await line.ask({ ...at("enrol"), headers, body: JSON.stringify(body) }, signal);
	if (said.status >= 400) throw readRefusal(said);
	const answer: EnrolAnswer = readJson(enrolAnswer, said);
	return { ...answer, address };
}
