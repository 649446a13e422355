/**
 * The workshop's own network, as ports: links that carry whole frames between two PCs, and finding each other on it.
 * The adapters (main/adapters/lan) speak TCP and mDNS; tests hand in the same TCP on 127.0.0.1, or links that break.
 */
export type Link = {
	/** The other side's address, without port. */
	readonly remote: string;
	/** This side's. */
	readonly local: string;
	/** Frames that don't fit are never sent: a bug of ours, so it throws. */
	send(frame: Uint8Array): void;
	/** The next frame, in order; undefined once the link is gone. One reader at a time. */
	next(): Promise<Buffer | undefined>;
	/** How long the other side's frames may be from now on, bytes. A longer one ends the link before it is read. */
	accept(bytes: number): void;
	close(): void;
};

export type Links = {
	/** Listens on this address only. Rejects when it can't. */
	serve(address: string, port: number, opened: (link: Link) => void): Promise<{ port: number; close(): Promise<void> }>;
	/** Rejects when nobody answers within a few seconds. */
	dial(address: string, port: number): Promise<Link>;
	/** This PC's own addresses in networks, with the names the system gives them. */
	addresses(): { address: string; name: string }[];
};

export type Sighting = { dev: string; address: string; port: number };

/** Makes this PC findable for its siblings, and finds them. Tells no name, only ids nobody else can read anything from. */
export type Discovery = {
	/** The answer stops both. */
	start(self: Sighting & { store: string }, seen: (sibling: Sighting) => void): () => void;
};

/** Frames before a sibling has proved who it is. */
export const strangerFrameBytes = 4_096;
export const siblingFrameBytes = 2 * 1024 * 1024;
export const usualPort = 47_220;
