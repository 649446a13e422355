import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { safeStorage } from "electron";
import { refuse } from "../../domain/errors.ts";
import { createKeyFile, keyBytes, plainKeyName, sealedKeyName, writeDurably } from "../adapters/key-file.ts";
import type { KeyStore, Log } from "../ports.ts";

/**
 * The workstation's key, sealed by the operating system's own store (DPAPI, Keychain, the desktop's keyring).
 * A key the loopback host left in a plain file is sealed at the first start here, and the file removed. Where Linux
 * has no keyring, "sealing" would be a fixed password: the key stays in its 0600 file and the log says so.
 */
export function createSealedKeys(dir: string, log: Log): KeyStore {
	const sealed = join(dir, sealedKeyName);
	const plain = createKeyFile(dir);
	const seal = async (key: Uint8Array) => {
		writeDurably(sealed, await safeStorage.encryptStringAsync(Buffer.from(key).toString("base64")));
	};
	const unseal = async () => {
		const opened = await safeStorage.decryptStringAsync(readFileSync(sealed)).catch(() => undefined);
		const key = Buffer.from(opened?.result ?? "", "base64");
		if (key.length !== keyBytes) refuse("storage-damaged", "vault.key-unreadable");
		if (opened?.shouldReEncrypt) await seal(key);
		return new Uint8Array(key);
	};
	return {
		async load() {
			const protectedHere = await canSeal();
			if (existsSync(sealed)) {
				if (!protectedHere) refuse("storage-damaged", "vault.key-unreadable");
				return unseal();
			}
			const key = await plain.load();
			if (key && protectedHere) {
				await seal(key);
				rmSync(join(dir, plainKeyName));
			}
			return key;
		},
		async save(key) {
			if (await canSeal()) {
				await seal(key);
				rmSync(join(dir, plainKeyName), { force: true });
			} else {
				log.warn("vault.key-in-file");
				await plain.save(key);
			}
		},
	};
}

async function canSeal(): Promise<boolean> {
	if (!(await safeStorage.isAsyncEncryptionAvailable())) return false;
	if (process.platform !== "linux") return true;
	const backend = safeStorage.getSelectedStorageBackend();
	return backend !== "basic_text" && backend !== "unknown";
}
