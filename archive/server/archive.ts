/** What every endpoint gets: the ports, who this archive is, its signer. Built once by server.ts. */
import type { FastifyRequest } from "fastify";
import type { Signer } from "./gate/keys.ts";
import type { Caller } from "./gate/tokens.ts";
import type { ArchivePorts } from "./ports.ts";

export type Archive = ArchivePorts & {
	/** This life of the archive: a restore from its backup begins another. */
	incarnation: string;
	signer: Signer;
	/** Who sends this request; refuses `sign-in`, `revoked`. */
	caller(request: FastifyRequest): Promise<Caller>;
	/** Called after a commit that moved a feed. */
	grew(feed: string, n: number): void;
};
