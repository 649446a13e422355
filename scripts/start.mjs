/**
 * `npm start`: from a fresh clone to an open workstation. Installs, builds, opens Electron; where its runtime can't be
 * had, opens the same workstation in the installed browser. stdout carries one line, when the workstation takes work.
 */
import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { browserArguments, findBrowser, hasDisplay } from "./browser.mjs";
import { findElectron, rememberNone } from "./electron.mjs";
import { startHost } from "./host-process.mjs";
import { endPrograms, nodePath, root, say } from "./project.mjs";
import { ensureBuilt, ensureInstalled } from "./ready.mjs";
import { parseStartOptions, usage } from "./start-options.mjs";

const isRoot = process.getuid?.() === 0;
let host;
let stopped = false;

function stop() {
	stopped = true;
	if (host) return host.stop();
	endPrograms();
	process.exit(0);
}
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK"]) process.on(signal, stop);

// Under npm, a parent that was killed leaves this running with nobody to stop it.
if (process.env.npm_lifecycle_event && process.platform !== "win32") {
	const parent = process.ppid;
	setInterval(() => process.ppid !== parent && !stopped && stop(), 1_000).unref();
}

async function main() {
	const options = parseStartOptions(process.argv.slice(2));
	if (options.help) return say(usage);
	await ensureInstalled();
	await ensureBuilt();
	const inWindow = options.open && hasDisplay();
	if (options.host !== "loopback" && inWindow && (await openElectron(options))) return;
	if (options.host === "electron") {
		const why = inWindow ? "运行时无法取得 its runtime can't be had" : "没有显示器 there is no display";
		throw new Error(`Electron 无法启动:${why}。 Without --host=electron the browser is used.`);
	}
	await openLoopback(options, inWindow);
}

function hostArguments({ data, lang, demo }) {
	return [...(data ? [`--data=${data}`] : []), ...(lang ? [`--lang=${lang}`] : []), ...(demo ? ["--demo"] : [])];
}

/** True when the desktop app ran (to its end); false when it can't be had here. */
async function openElectron(options) {
	const runtime = await findElectron(options.host === "electron");
	if (runtime) {
		const sandbox = isRoot && process.platform === "linux" ? ["--no-sandbox"] : [];
		host = startHost(runtime, [root, ...sandbox, ...hostArguments(options)], { line: false });
		const status = await host.ready;
		if (status) process.stdout.write(`${JSON.stringify(status)}\n`);
		const code = await host.ended;
		// Ended well without a word: another start of the same data came forward.
		if (status || code === 0 || stopped) process.exit(code);
		rememberNone();
	}
	if (options.host !== "electron") {
		say(
			"Electron 运行时无法取得,改用浏览器打开。 Electron's runtime can't be had here: opening in the browser instead.",
		);
	}
	return false;
}

async function openLoopback(options, inWindow) {
	const port = options.port === undefined ? [] : [`--port=${options.port}`];
	host = startHost(nodePath(), [join(root, "out/main/loopback.js"), ...port, ...hostArguments(options)], {
		line: true,
	});
	const status = await host.ready;
	if (!status) process.exit(await host.ended);
	const line = JSON.stringify(status);
	if (status.ready) process.stdout.write(`${line}\n`);
	else say(line);
	say(`数据 Data: ${status.data}`);
	const browser = inWindow ? findBrowser() : undefined;
	if (browser) openWindow(browser, status);
	else say(`请在浏览器中打开 Open in a browser: ${status.url}`);
	process.exit(await host.ended);
}

/** Closing the window closes Welt, as it would a desktop app. */
function openWindow(browser, { url, data }) {
	const profile = join(data, "browser");
	mkdirSync(profile, { recursive: true });
	const openedAt = Date.now();
	const child = spawn(browser, browserArguments(url, profile, { isRoot }), { stdio: "ignore" });
	child.once("error", () => say(`浏览器无法打开,请手动打开 Open in a browser: ${url}`));
	child.once("exit", () => {
		// Gone at once: a browser already open on this profile took the window over.
		if (Date.now() - openedAt > 3_000) stop();
	});
}

main().catch((cause) => {
	say(cause instanceof Error ? cause.message : String(cause));
	process.exit(cause instanceof TypeError ? 2 : 1);
});
