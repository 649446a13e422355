import { readFileSync } from "node:fs";
import { join } from "node:path";
import { app, BrowserWindow, nativeTheme, type Rectangle, screen } from "electron";
import { appOrigin } from "../../preload/contract/channels.ts";
import { writeDurably } from "../adapters/key-file.ts";
import type { Log } from "../ports.ts";

const smallest = { width: 1024, height: 700 };
const usual = { width: 1366, height: 768 };

/** Opens the one window, where it was last time, and shows it once there is something to see. */
export function openWindow({ root, dir, log }: { root: string; dir: string; log: Log }): BrowserWindow {
	const file = join(dir, "window.json");
	const last = readBounds(file);
	const window = new BrowserWindow({
		...usual,
		...last?.bounds,
		minWidth: smallest.width,
		minHeight: smallest.height,
		title: "Welt",
		icon: join(root, "assets/icons/welt-256.png"),
		show: false,
		backgroundColor: nativeTheme.shouldUseDarkColors ? "#1a1714" : "#faf8f5",
		autoHideMenuBar: true,
		webPreferences: {
			preload: join(root, "out/preload/index.cjs"),
			sandbox: true,
			contextIsolation: true,
			nodeIntegration: false,
			nodeIntegrationInWorker: false,
			nodeIntegrationInSubFrames: false,
			webSecurity: true,
			allowRunningInsecureContent: false,
			webviewTag: false,
			navigateOnDragDrop: false,
			safeDialogs: true,
			spellcheck: false,
			devTools: !app.isPackaged,
		},
	});
	window.once("ready-to-show", () => {
		if (last?.maximized ?? true) window.maximize();
		window.show();
	});
	window.on("close", () => keepBounds(file, window, log));
	return window;
}

export function loadScreens(window: BrowserWindow): Promise<void> {
	return window.loadURL(`${appOrigin}/`);
}

type Remembered = { bounds: Rectangle; maximized: boolean };

function readBounds(file: string): Remembered | undefined {
	try {
		const { bounds, maximized } = JSON.parse(readFileSync(file, "utf8")) as Remembered;
		const numbers = [bounds.x, bounds.y, bounds.width, bounds.height];
		if (!numbers.every(Number.isSafeInteger)) return undefined;
		const { workArea } = screen.getDisplayMatching(bounds);
		// A second monitor may be gone since.
		const reachable =
			bounds.x < workArea.x + workArea.width - 100 &&
			bounds.x + bounds.width > workArea.x + 100 &&
			bounds.y >= workArea.y - 10 &&
			bounds.y < workArea.y + workArea.height - 50;
		return reachable ? { bounds, maximized: maximized === true } : undefined;
	} catch {
		return undefined;
	}
}

function keepBounds(file: string, window: BrowserWindow, log: Log): void {
	const remembered: Remembered = { bounds: window.getNormalBounds(), maximized: window.isMaximized() };
	try {
		writeDurably(file, Buffer.from(JSON.stringify(remembered)));
	} catch {
		log.warn("window.bounds-not-kept");
	}
}
