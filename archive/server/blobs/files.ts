/**
 * Where the archive keeps files: customers' pictures (ciphertext) and snapshots, each under a name, never changed once it
 * is there. A port: the disk adapter lies beside it, a store of objects fits as well. Knows no brand, event or caller.
 */
import type { Readable } from "node:stream";
import type { DataStore } from "@tus/server";

/** First and last byte, both included. */
export type ByteRange = { first: number; last: number };

export type FileStorePort = {
	/** Bytes of a kept file; undefined when there is none of that name. */
	size(name: string): Promise<number | undefined>;
	read(name: string, range?: ByteRange): Readable;
	/** Keeps a file whole or not at all. */
	write(name: string, from: Readable): Promise<void>;
	remove(name: string): Promise<void>;
	/** Uploads under way, in tus's own terms. */
	uploads: DataStore;
	/** What came of an upload so far. */
	readUpload(id: string): Readable;
	/** A whole upload becomes the file `name`. */
	keepUpload(id: string, name: string): Promise<void>;
};
