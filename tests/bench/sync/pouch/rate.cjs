/**
 * One round of the peer: PouchDB (leveldb) to express-pouchdb (leveldb) and on to a second PouchDB, over loopback, in
 * batches of a thousand. Reads one event text a line from the file named, prints {"push","pull"} in events/s.
 */
const { mkdirSync, readFileSync } = require("node:fs");
const { join } = require("node:path");
const express = require("express");
const expressPouch = require("express-pouchdb");
const Pouch = require("pouchdb-node");

const [, , dir, file] = process.argv;
mkdirSync(join(dir, "server"), { recursive: true });
const texts = readFileSync(file, "utf8").trimEnd().split("\n");
const app = express();
const OnServer = Pouch.defaults({ prefix: join(dir, "server/") });
app.use("/db", expressPouch(OnServer, { mode: "minimumForPouchDB", inMemoryConfig: true, logPath: join(dir, "log") }));

const rate = (started) => (texts.length / (performance.now() - started)) * 1000;

const server = app.listen(0, "127.0.0.1", async () => {
	const there = `http://127.0.0.1:${server.address().port}/db/welt`;
	const writer = new Pouch(join(dir, "writer"));
	await writer.bulkDocs(texts.map((text, at) => ({ _id: String(at).padStart(9, "0"), text })));
	const pushed = performance.now();
	await Pouch.replicate(writer, there, { batch_size: 1000 });
	const push = rate(pushed);
	const reader = new Pouch(join(dir, "reader"));
	const pulled = performance.now();
	await Pouch.replicate(there, reader, { batch_size: 1000 });
	const pull = rate(pulled);
	const { doc_count: arrived } = await reader.info();
	if (arrived !== texts.length) throw new Error(`${arrived} of ${texts.length} arrived`);
	console.log(JSON.stringify({ push, pull }));
	process.exit(0);
});
