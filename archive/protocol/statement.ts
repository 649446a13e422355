/** Every text that is signed, in one place. Ed25519 over these lines; the first says what is meant, so none passes for another. */
import type { ChainHead } from "./fields.ts";

const lines = (...parts: (string | number)[]) => parts.join("\n");

/** A device vouches for its chain up to `seq`. */
export const headStatement = ({ dev, epoch, seq, hash }: ChainHead) => lines("welt head 1", dev, epoch, seq, hash);

/** A device signs in: the nonce came from the archive a moment ago. */
export const signInStatement = (dev: string, nonce: string, arch: string) => lines("welt sign-in 1", dev, nonce, arch);

/** A new device proves that it holds the key it enrols. */
export const enrolStatement = (code: string, store: string | null, dev: string) =>
	lines("welt enrol 1", code, store ?? "", dev);

/** The archive has it, durably: everything of this chain up to `seq`. */
export const receiptStatement = (arch: string, { dev, epoch, seq, hash }: ChainHead, at: number) =>
	lines("welt receipt 1", arch, dev, epoch, seq, hash, at);

/** One day's Merkle root over all chain heads. */
export const rootStatement = (arch: string, day: string, root: string) => lines("welt root 1", arch, day, root);

/** Two workstations of one workshop greet each other on their network. */
export const greetingStatement = (store: string, dev: string, to: string, nonce: string) =>
	lines("welt greeting 1", store, dev, to, nonce);

/** A brand's head office tells its stores: this document, of this number, from this moment on (ms UTC). */
export const referenceStatement = (head: {
	brand: string;
	kind: string;
	version: string;
	effectiveFrom: number;
	sha: string;
}) => lines("welt reference 1", head.brand, head.kind, head.version, head.effectiveFrom, head.sha);
