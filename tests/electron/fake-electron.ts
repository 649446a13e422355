/**
 * Stands in for the module `electron` where its runtime is not: remembers what the shell set, and lets a test play
 * the other side (a page, the system, a second start). Types are checked against the real ones where the shell is compiled.
 */
import { EventEmitter } from "node:events";

type Handler = (...args: never[]) => unknown;

class FakeWebContents extends EventEmitter {
	static next = 1;
	readonly id = FakeWebContents.next++;
	readonly sent: [string, unknown][] = [];
	reloads = 0;
	crashes = 0;
	destroyed = false;
	openHandler: ((details: { url: string }) => { action: string }) | undefined;
	/** What the page's preload hears. */
	readonly toPage = new EventEmitter();
	send(channel: string, value: unknown) {
		this.sent.push([channel, value]);
		this.toPage.emit(channel, {}, structuredClone(value));
	}
	reload() {
		this.reloads += 1;
	}
	forcefullyCrashRenderer() {
		this.crashes += 1;
	}
	isDestroyed() {
		return this.destroyed;
	}
	setWindowOpenHandler(handler: (details: { url: string }) => { action: string }) {
		this.openHandler = handler;
	}
}

export class BrowserWindow extends EventEmitter {
	static all: BrowserWindow[] = [];
	readonly webContents = new FakeWebContents();
	readonly options: Record<string, unknown>;
	readonly done: string[] = [];
	url = "";
	minimized = false;
	constructor(options: Record<string, unknown>) {
		super();
		this.options = options;
		BrowserWindow.all.push(this);
		app.emit("web-contents-created", {}, this.webContents);
	}
	async loadURL(url: string) {
		this.url = url;
	}
	isDestroyed = () => false;
	isMinimized = () => this.minimized;
	isMaximized = () => this.done.includes("maximize");
	getNormalBounds = () => ({ x: 40, y: 30, width: 1400, height: 900 });
	restore = () => this.done.push("restore");
	focus = () => this.done.push("focus");
	show = () => this.done.push("show");
	maximize = () => this.done.push("maximize");
}

class FakeApp extends EventEmitter {
	isPackaged = false;
	readonly calls: string[] = [];
	readonly paths: Record<string, string> = {};
	readonly exits: number[] = [];
	first = true;
	root = "";
	enableSandbox = () => this.calls.push("enableSandbox");
	setPath(name: string, path: string) {
		this.paths[name] = path;
	}
	getPath = (name: string) => this.paths[name] ?? "";
	getAppPath = () => this.root;
	requestSingleInstanceLock() {
		this.calls.push("requestSingleInstanceLock");
		return this.first;
	}
	async whenReady() {
		this.calls.push("whenReady");
	}
	/** Like the real one: ends only when nobody on `before-quit` objects. */
	quit() {
		let prevented = false;
		this.emit("before-quit", {
			preventDefault: () => {
				prevented = true;
			},
		});
		if (!prevented) this.exits.push(0);
	}
	exit(code = 0) {
		this.exits.push(code);
	}
}

export const app = new FakeApp();

/** The wire between a page's preload and the process: structured clone both ways, an error keeps only its message. */
class FakeIpcMain {
	readonly handlers = new Map<string, Handler>();
	handle(channel: string, handler: Handler) {
		if (this.handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
		this.handlers.set(channel, handler);
	}
	removeHandler(channel: string) {
		this.handlers.delete(channel);
	}
	async invoke(event: unknown, channel: string, ...args: unknown[]): Promise<unknown> {
		const handler = this.handlers.get(channel);
		if (!handler) throw new Error(`No handler registered for '${channel}'`);
		return structuredClone(await handler(event as never, ...(structuredClone(args) as never[])));
	}
}
export const ipcMain = new FakeIpcMain();

/** What the preload imports. A test points it at one page. */
export const page: { contents: FakeWebContents | undefined; frameUrl: string; exposed: Record<string, unknown> } = {
	contents: undefined,
	frameUrl: "app://welt/",
	exposed: {},
};
export const ipcRenderer = {
	invoke: (channel: string, ...args: unknown[]) => {
		const event = { sender: page.contents, senderFrame: { url: page.frameUrl, parent: null } };
		return ipcMain.invoke(event, channel, ...args);
	},
	on: (channel: string, listener: (...args: unknown[]) => void) => page.contents?.toPage.on(channel, listener),
	off: (channel: string, listener: (...args: unknown[]) => void) => page.contents?.toPage.off(channel, listener),
};
export const contextBridge = {
	exposeInMainWorld: (name: string, api: unknown) => {
		page.exposed[name] = api;
	},
};

type SchemeHandler = (request: Request) => Promise<Response>;
export const protocol = {
	schemes: [] as { scheme: string; privileges: Record<string, boolean> }[],
	handlers: new Map<string, SchemeHandler>(),
	registerSchemesAsPrivileged(schemes: { scheme: string; privileges: Record<string, boolean> }[]) {
		this.schemes.push(...schemes);
	},
	handle(scheme: string, handler: SchemeHandler) {
		this.handlers.set(scheme, handler);
	},
};

const setters = ["PermissionRequest", "PermissionCheck", "DevicePermission", "BluetoothPairing", "DisplayMediaRequest"];
const handlers: Record<string, Handler> = {};
export const session = {
	handlers,
	spellChecker: true,
	defaultSession: {
		...Object.fromEntries(
			setters.map((name) => [
				`set${name}Handler`,
				(handler: Handler) => {
					handlers[name] = handler;
				},
			]),
		),
		webRequest: {
			onBeforeRequest(handler: Handler) {
				handlers.BeforeRequest = handler;
			},
		},
		setSpellCheckerEnabled(on: boolean) {
			session.spellChecker = on;
		},
	},
};

export const safeStorage = {
	available: true,
	backend: "gnome_libsecret",
	shouldReEncrypt: false,
	sealed: 0,
	isAsyncEncryptionAvailable: async () => safeStorage.available,
	getSelectedStorageBackend: () => safeStorage.backend,
	async encryptStringAsync(text: string) {
		safeStorage.sealed += 1;
		return Buffer.from(`sealed:${Buffer.from(text).toString("hex")}`);
	},
	async decryptStringAsync(bytes: Buffer) {
		const text = bytes.toString();
		if (!text.startsWith("sealed:")) throw new Error("Error while decrypting the ciphertext");
		const result = Buffer.from(text.slice(7), "hex").toString();
		return { shouldReEncrypt: safeStorage.shouldReEncrypt, result };
	},
};

export const powerMonitor = new EventEmitter();
export const Menu = {
	menu: "default" as unknown,
	setApplicationMenu(menu: unknown) {
		Menu.menu = menu;
	},
};
export const nativeTheme = { shouldUseDarkColors: false };
export const screen = {
	workArea: { x: 0, y: 0, width: 1920, height: 1040 },
	getDisplayMatching: () => ({ workArea: screen.workArea }),
};
export const crashReporter = {
	started: undefined as unknown,
	start(options: unknown) {
		crashReporter.started = options;
	},
};
export const dialog = {
	errors: [] as string[],
	asked: [] as { message: string; buttons: string[] }[],
	answer: 0,
	showErrorBox: (_title: string, text: string) => {
		dialog.errors.push(text);
	},
	async showMessageBox(_window: unknown, options: { message: string; buttons: string[] }) {
		dialog.asked.push(options);
		return { response: dialog.answer, checkboxChecked: false };
	},
};

/** As if the process had just started. */
export function resetElectron(): void {
	BrowserWindow.all = [];
	app.removeAllListeners();
	powerMonitor.removeAllListeners();
	app.calls.length = 0;
	app.exits.length = 0;
	Object.assign(app, { isPackaged: false, first: true, paths: {} });
	ipcMain.handlers.clear();
	protocol.schemes.length = 0;
	protocol.handlers.clear();
	for (const name of Object.keys(handlers)) delete handlers[name];
	Object.assign(session, { spellChecker: true });
	Object.assign(safeStorage, { available: true, backend: "gnome_libsecret", shouldReEncrypt: false, sealed: 0 });
	Object.assign(screen.workArea, { x: 0, y: 0, width: 1920, height: 1040 });
	Object.assign(dialog, { errors: [], asked: [], answer: 0 });
	Object.assign(page, { contents: undefined, frameUrl: "app://welt/", exposed: {} });
	crashReporter.started = undefined;
	Menu.menu = "default";
}
