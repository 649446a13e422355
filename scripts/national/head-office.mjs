/** The head office's words of `npm run archive`, before the archive itself runs. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { nodePath, root } from "../project.mjs";

/** Runs one to its end and answers what it printed as JSON. */
export async function archiveWord(data, words) {
	const command = join(root, "archive", "server", "command", "archive.ts");
	const child = spawn(nodePath(), [command, ...words, `--data=${data}`], {
		cwd: root,
		stdio: ["ignore", "pipe", "inherit"],
	});
	let out = "";
	child.stdout.on("data", (part) => {
		out += part;
	});
	const code = await new Promise((done) => child.once("close", done));
	if (code !== 0) throw new Error(`总部没有办成 The head office failed: ${words[0]}`);
	return JSON.parse(out.trim().split("\n").at(-1));
}
