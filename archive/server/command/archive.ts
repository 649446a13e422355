/**
 * `npm run archive`: the archive on an embedded PostgreSQL, or on a real one with `--database=postgres://…`. Further verbs
 * are the head office's: `brand --name=…`, `code --store=10001 --name=… --brand=…`, `revoke --device=…`, and `restored`
 * after the database came back from a backup: workstations then send again what it may have lost. `verify` looks through
 * the whole archive, with `--file=…` also against what a workstation kept, and ends with 1 when something is wrong; `export` writes one record as JSON and PDF; `publish` tells a
 * brand's stores their standard, price list, promises, workshops or staff; `erase` destroys who a customer is, everywhere.
 */
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { addBrand, drawCode } from "../gate/enrol.ts";
import { type ArchiveServer, createArchive } from "../server.ts";
import type { Fault } from "../verify/fault.ts";
import { readProofs } from "../verify/proofs.ts";
import { verifyArchive } from "../verify/verify.ts";
import { startEmbedded } from "./embedded.ts";
import { eraseByCommand } from "./erase.ts";
import { writeExport } from "./export.ts";
import { type Options, readOptions } from "./options.ts";
import { realPorts } from "./ports.ts";
import { publishFile } from "./publish.ts";

const say = (text: string) => void process.stdout.write(`${text}\n`);

async function open({ database, data, page, port }: Options): Promise<ArchiveServer> {
	const url = database ?? process.env.DATABASE_URL;
	const embedded = url ? undefined : await startEmbedded(data);
	const server = await createArchive(realPorts(url ?? embedded?.url ?? "", data, page ?? `http://127.0.0.1:${port}/s`));
	return {
		...server,
		async stop() {
			await server.stop();
			await embedded?.stop();
		},
	};
}

async function serve(options: Options): Promise<void> {
	const server = await open(options);
	const address = await server.app.listen({ port: options.port, host: options.host });
	say(JSON.stringify({ ready: true, url: address, data: options.data }));
	let stopping = false;
	const stop = () => {
		if (stopping) return;
		stopping = true;
		server.stop().then(
			() => process.exit(0),
			() => process.exit(1),
		);
	};
	// A second word means that nobody wants to wait.
	for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => (stopping ? process.exit(1) : stop()));
	// Windows has no signals to send: who started it says "stop", or goes away and the line breaks.
	process.on("message", (message) => message === "stop" && stop());
	process.on("disconnect", stop);
}

/** What the head office does between: each opens the archive, acts and closes it. */
const acts: Record<
	Exclude<Options["verb"], "serve">,
	(server: ArchiveServer, words: Options["words"]) => Promise<string>
> = {
	async brand({ archive }, { name = "品牌", brand = randomUUID() }) {
		await addBrand(archive, brand, name);
		return JSON.stringify({ brand, name });
	},
	async code({ archive }, { store, name = "维修中心", brand }) {
		if (!store || !/^\d{5}$/.test(store) || !brand)
			throw new TypeError("code needs --store=12345 and --brand=ID[,ID…], the house brand first");
		return JSON.stringify({ code: await drawCode(archive, { code: store, name, brands: brand.split(",") }) });
	},
	async revoke({ archive }, { device }) {
		const rows = await archive.sql.transaction([], (tx) =>
			tx.rows("UPDATE device SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL RETURNING id", [
				device,
				archive.clock.now(),
			]),
		);
		return JSON.stringify({ revoked: rows.length });
	},
	async restored({ archive }) {
		const id = archive.ids.uuid();
		await archive.sql.transaction([], (tx) =>
			tx.rows("INSERT INTO incarnation VALUES ($1, $2)", [id, archive.clock.now()]),
		);
		return JSON.stringify({ arch: id });
	},
	publish: async ({ archive }, words) => JSON.stringify(await publishFile(archive, words)),
	erase: async ({ archive }, words) => JSON.stringify(await eraseByCommand(archive, words)),
	export: async ({ archive }, words) => JSON.stringify({ files: await writeExport(archive, words) }),
	async verify({ archive }, { file }) {
		const kept = file ? readProofs(readFileSync(file, "utf8")) : undefined;
		const tell = ({ kind, at, what }: Fault) => say(`${kind}: ${at}: ${what}`);
		const { faults, looked } = await verifyArchive(archive, tell, kept);
		if (faults.length > 0) process.exitCode = 1;
		return JSON.stringify({ ...looked, faults: faults.length });
	},
};

async function main(): Promise<void> {
	const options = readOptions(process.argv.slice(2));
	if (options.verb === "serve") return serve(options);
	const server = await open(options);
	try {
		say(await acts[options.verb](server, options.words));
	} finally {
		await server.stop();
	}
}

main().catch((error: Error) => {
	process.stderr.write(`${error.message}\n`);
	process.exit(1);
});
