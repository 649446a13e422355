import { describe, expect, it } from "vitest";
import { parseHostOptions } from "../../../main/adapters/host-options.ts";
import { browserArguments, browserPlaces, hasDisplay } from "../../../scripts/browser.mjs";
import { parseStartOptions } from "../../../scripts/start-options.mjs";

describe("npm start's options", () => {
	it("are all optional", () => {
		expect(parseStartOptions([])).toEqual({ demo: false, open: true, help: false });
	});

	it("are read", () => {
		const words = ["--host=loopback", "--port=0", "--data=/a b/数据=1", "--demo", "--no-open", "--lang=en"];
		expect(parseStartOptions(words)).toEqual({
			host: "loopback",
			port: 0,
			data: "/a b/数据=1",
			demo: true,
			open: false,
			lang: "en",
			help: false,
		});
	});

	it.each([
		"--prot=1",
		"--port",
		"--port=",
		"--port=70000",
		"--port=1e3",
		"--host=chrome",
		"--lang=fr",
		"--demo=1",
		"data",
		"--data=",
	])("%s is refused with a sentence", (word) => {
		expect(() => parseStartOptions([word])).toThrow(TypeError);
		expect(() => parseStartOptions([word])).toThrow(/[\u4e00-\u9fff].*[a-z]/s);
	});

	it("know that a desktop window can't stay closed", () => {
		expect(() => parseStartOptions(["--host=electron", "--no-open"])).toThrow(/--host=loopback/);
	});
});

describe("a host's options", () => {
	it("are read, and unknown ones refused", () => {
		expect(parseHostOptions(["--port=0", "--data=x", "--lang=en", "--demo"])).toEqual({
			port: 0,
			data: "x",
			lang: "en",
			demo: true,
		});
		expect(parseHostOptions([])).toEqual({ demo: false });
		for (const word of ["--what", "--port=x", "--lang=de", "stray"]) {
			expect(() => parseHostOptions([word]), word).toThrow(TypeError);
		}
	});

	it("leave Electron's own switches alone", () => {
		const words = ["--no-sandbox", "--data=x", "--original-process-start-time=13", "stray"];
		expect(parseHostOptions(words, "lenient")).toEqual({ data: "x", demo: false });
	});
});

describe("the installed browser", () => {
	it("is looked for where each system keeps it", () => {
		expect(browserPlaces("linux", { PATH: "/bin" })).toContain("/bin/chromium");
		const windows = browserPlaces("win32", {
			ProgramFiles: "C:\\Program Files",
			LOCALAPPDATA: "C:\\Users\\li\\AppData\\Local",
		});
		expect(windows).toContain("C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe");
		expect(windows).toContain("C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe");
		expect(browserPlaces("darwin", {})).toContain("/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge");
	});

	it("opens as an app window of its own profile, sandboxed unless root", () => {
		const words = browserArguments("http://127.0.0.1:1/?token=x", "/data/browser");
		expect(words).toContain("--app=http://127.0.0.1:1/?token=x");
		expect(words).toContain("--user-data-dir=/data/browser");
		expect(words).not.toContain("--no-sandbox");
		expect(browserArguments("http://x", "/p", { isRoot: true })).toContain("--no-sandbox");
	});

	it("needs a display on Linux", () => {
		expect(hasDisplay("linux", {})).toBe(false);
		expect(hasDisplay("linux", { DISPLAY: ":0" })).toBe(true);
		expect(hasDisplay("linux", { WAYLAND_DISPLAY: "wayland-0" })).toBe(true);
		expect(hasDisplay("win32", {})).toBe(true);
	});
});
