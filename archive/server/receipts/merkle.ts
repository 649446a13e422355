/**
 * A Merkle tree over texts: leaves and nodes are hashed apart, so that no node passes for a leaf; an odd node goes up as
 * it is. With its path anybody can show that one text is under a root without seeing the others.
 */
import { createHash } from "node:crypto";

/** One step up: the sibling's hash, hex, and on which side it stands. */
export type Step = { side: "left" | "right"; hash: string };

const sha = (...parts: (string | Uint8Array)[]) => {
	const hash = createHash("sha256");
	for (const part of parts) hash.update(part);
	return hash.digest();
};
const leafHash = (text: string) => sha(Uint8Array.of(0), text);
const nodeHash = (left: Uint8Array, right: Uint8Array) => sha(Uint8Array.of(1), left, right);

function levelAbove(level: readonly Buffer[]): Buffer[] {
	const above: Buffer[] = [];
	for (let at = 0; at < level.length; at += 2) {
		const [left, right] = [level[at], level[at + 1]];
		if (left) above.push(right ? nodeHash(left, right) : left);
	}
	return above;
}

/** 64 hex digits; of nothing: the hash of an empty leaf. */
export function merkleRoot(texts: readonly string[]): string {
	let level: Buffer[] = texts.length > 0 ? texts.map(leafHash) : [leafHash("")];
	while (level.length > 1) level = levelAbove(level);
	return level[0]?.toString("hex") ?? "";
}

/** The way from the text at `index` up to the root. */
export function merklePath(texts: readonly string[], index: number): Step[] {
	const path: Step[] = [];
	let level: Buffer[] = texts.map(leafHash);
	for (let at = index; level.length > 1; at >>= 1) {
		const sibling = level[at ^ 1];
		if (sibling) path.push({ side: at % 2 === 0 ? "right" : "left", hash: sibling.toString("hex") });
		level = levelAbove(level);
	}
	return path;
}

/** True when `text` lies under `root` by this path. */
export function isUnder(root: string, text: string, path: readonly Step[]): boolean {
	let hash = leafHash(text);
	for (const step of path) {
		const other = Buffer.from(step.hash, "hex");
		hash = step.side === "right" ? nodeHash(hash, other) : nodeHash(other, hash);
	}
	return hash.toString("hex") === root;
}
