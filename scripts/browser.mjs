/** The browser a PC already has, as Welt's window. Chromium and its kin only: they know app windows. */
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

const onPath = [
	"chromium",
	"chromium-browser",
	"google-chrome",
	"google-chrome-stable",
	"microsoft-edge",
	"microsoft-edge-stable",
];
const onWindows = [
	"Google\\Chrome\\Application\\chrome.exe",
	"Microsoft\\Edge\\Application\\msedge.exe",
	"Chromium\\Application\\chrome.exe",
];
const onMac = ["Google Chrome", "Microsoft Edge", "Chromium"];

/** Every place a browser may be on this kind of machine, best first. */
export function browserPlaces(platform = process.platform, env = process.env) {
	if (platform === "win32") {
		const folders = [env.ProgramFiles, env["ProgramFiles(x86)"], env.LOCALAPPDATA].filter(Boolean);
		return onWindows.flatMap((path) => folders.map((folder) => `${folder}\\${path}`));
	}
	if (platform === "darwin") return onMac.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
	const folders = (env.PATH ?? "").split(delimiter).filter(Boolean);
	return onPath.flatMap((name) => folders.map((folder) => join(folder, name)));
}

export function findBrowser() {
	return browserPlaces().find((path) => existsSync(path));
}

/** Is there a screen a window could open on? */
export function hasDisplay(platform = process.platform, env = process.env) {
	return platform === "win32" || platform === "darwin" || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/** An app window with a profile of its own, that talks to nobody but us. */
export function browserArguments(url, profile, { isRoot = false } = {}) {
	return [
		`--app=${url}`,
		`--user-data-dir=${profile}`,
		"--no-first-run",
		"--no-default-browser-check",
		"--disable-background-networking",
		"--disable-component-update",
		"--disable-sync",
		"--disable-quic",
		"--disable-features=Translate",
		"--window-size=1366,768",
		// Chromium's sandbox refuses root (containers); only then.
		...(isRoot ? ["--no-sandbox"] : []),
	];
}
