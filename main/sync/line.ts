/**
 * The line to an archive, as a port: one question, one answer. The adapter speaks HTTP; the simulation hands requests to
 * a real archive through a network that loses, doubles, delays and cuts.
 */
export type Ask = {
	method: "GET" | "POST" | "PUT" | "PATCH" | "HEAD" | "DELETE";
	/** Path and query below the archive's address. */
	path: string;
	headers?: Record<string, string>;
	body?: string | Uint8Array;
	/** The answer is a file: wanted as bytes. */
	binary?: boolean;
};
export type Said = {
	status: number;
	headers: Record<string, string>;
	body: string;
	/** Instead of a text, where bytes were asked for and given. */
	bytes?: Uint8Array;
};

export type Line = {
	/** Rejects with {@link LineDown} when no whole answer came. Whether the question arrived is then unknown. */
	ask(ask: Ask, signal: AbortSignal): Promise<Said>;
	/** Resolves when what was asked has gone out; for who does not let the loop turn afterwards. */
	goneOut?(): Promise<void>;
};

export class LineDown extends Error {}
