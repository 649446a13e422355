/** Runs a migration that says "half" in its middle and then waits to be killed. */
import { createHash } from "node:crypto";
import { writeSync } from "node:fs";
import { migrate } from "../../../db/migrate.ts";
import { openWriter } from "../../../db/open.ts";

const path = process.argv[2] ?? "";
const db = openWriter(path);
db.function("half", () => {
	writeSync(1, "half\n");
	Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
	return 1;
});
const first = db.prepare("SELECT name, sha256 FROM migration").get() as { name: string; sha256: string };
const sql =
	"CREATE TABLE child (id INTEGER PRIMARY KEY); INSERT INTO child VALUES (1), (2);\n--> statement-breakpoint\nINSERT INTO child SELECT half() + 10;";
const second = { name: "0001_b.sql", sql, sha256: createHash("sha256").update(sql).digest("hex") };
migrate(db, [{ ...first, sql: "" }, second], { path, nowMs: 0 });
