/** What this workstation knows of its archive since it was enrolled. Kept among its own settings, keys sealed. */
import { z } from "zod";
import { enrolAnswer } from "../../archive/protocol/enrol.ts";
import type { LocalRows } from "../../db/queries/local.ts";
import type { Vault } from "../vault/vault.ts";
import { type DeviceKey, makeKeys, openKeys, type StoredKeys } from "./device-key.ts";

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
