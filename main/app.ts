/**
 * What every service gets: the open log, the readers, the vault, the standard, this PC's rows and the outside ports.
 * Built once by main/core.ts. Holds no behaviour of its own.
 */
import type { Folded, Log } from "../db/log.ts";
import type { Reader, Writer } from "../db/open.ts";
import type { EventReader } from "../db/queries/events.ts";
import type { KeyRows } from "../db/queries/keys.ts";
import type { LocalRows } from "../db/queries/local.ts";
import type { StateReader } from "../db/queries/states.ts";
import type { Reason } from "../domain/errors.ts";
import type { StoreState } from "../domain/store/store.ts";
import type { Push } from "../preload/contract/host.ts";
import type { Ports } from "./ports.ts";
import type { BackupDesk } from "./services/backup/desk.ts";
import type { MediaDesk } from "./services/media/media-desk.ts";
import type { PrintDesk } from "./services/print/desk.ts";
import type { ScannerDesk } from "./services/scanners/desk.ts";
import type { Session } from "./services/session/session.ts";
import type { StandardDesk } from "./services/standard/standard-desk.ts";
import type { SyncDesk } from "./sync/desk.ts";
import type { Siblings } from "./sync/siblings/siblings.ts";
import type { BlobStore } from "./vault/blobs.ts";
import type { Directory } from "./vault/directory.ts";
import type { Erasure } from "./vault/erasure.ts";
import type { Lease } from "./vault/lease.ts";
import type { Vault } from "./vault/vault.ts";

export type App = {
	ports: Ports;
	/** The data folder of this workstation. */
	dir: string;
	/** Where assets/ and db/migrations/ are. */
	rootDir: string;
	reader: Reader;
	writer: Writer;
	log: Log;
	states: StateReader;
	events: EventReader;
	local: LocalRows;
	keys: KeyRows;
	/** How long customers' data may be opened without a word from the archive. */
	lease: Lease;
	vault: Vault;
	blobs: BlobStore;
	erasure: Erasure;
	directory: Directory;
	standard: StandardDesk;
	session: Session;
	media: MediaDesk;
	print: PrintDesk;
	scanners: ScannerDesk;
	sync: SyncDesk;
	/** The workshop's other PCs, line or no line. */
	siblings: Siblings;
	version: string;
	/** What the host was started in; the centre's own language once it is set up. */
	language: "zh-CN" | "en";
	/** Standing notices for every screen, as reasons. */
	notices: Reason[];
	/** The centre's folded state; refuses not-found `store.not-found` before set-up. */
	store(): Folded<StoreState>;
	push(push: Push): void;
	backups: BackupDesk;
	/** Puts another key where this PC keeps the workstation's; counts from the next start on. Restore only. */
	replaceMaster(key: Uint8Array): Promise<void>;
	/** Closes the storage and opens it anew, once the call under way has answered. Restore and demo only. */
	restart(): void;
	/** Makes the demo workshop beside the empty database; it moves in at the next opening. Set-up only. */
	makeDemo(language: "zh-CN" | "en"): Promise<void>;
};
