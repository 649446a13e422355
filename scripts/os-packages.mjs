/**
 * Programs of the operating system that suites need. Installed where that is possible without asking (root on a machine
 * with apt); elsewhere the suite that needs one is named as not run.
 */
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { run, say, tool } from "./project.mjs";

/** Program → Debian package, or several. */
const packages = {
	chromium: "chromium",
	pdftotext: "poppler-utils",
	pdftoppm: "poppler-utils",
	socat: "socat",
	"qemu-system-x86_64": "qemu-system-x86",
	busybox: "busybox-static",
	depmod: "kmod",
	cpio: "cpio",
	flock: "util-linux",
	cupsd: ["cups", "cups-client", "cups-filters"],
	// The printer made of software announces itself by DNS-SD, or does not start.
	ippeveprinter: ["cups-ipp-utils", "avahi-daemon", "dbus"],
};

export function onPath(program) {
	// Services live where an ordinary PATH does not look.
	const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/sbin", "/sbin"];
	return folders.some((folder) => existsSync(join(folder, program)));
}

/** Installs what is missing of `programs`. Answers those that still are. */
export async function ensurePrograms(programs) {
	const missing = programs.filter((program) => !onPath(program));
	const canInstall = process.platform === "linux" && process.getuid?.() === 0 && onPath("apt-get");
	if (missing.length > 0 && canInstall) {
		const names = [...new Set(missing.flatMap((program) => packages[program]))];
		// Without a Chinese font, pictures of the screens show boxes.
		if (names.includes("chromium")) names.push("fonts-noto-cjk");
		say(`apt-get install ${names.join(" ")}`);
		const env = { DEBIAN_FRONTEND: "noninteractive" };
		await run("apt-get", ["update", "-qq"], { env });
		await run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...names], { env });
	}
	return missing.filter((program) => !onPath(program));
}

/** Debian's Chromium, or the one Playwright can fetch. */
export async function ensureChromium() {
	if ((await ensurePrograms(["chromium"])).length === 0) return true;
	return (await tool("playwright", "cli.js", ["install", "chromium"])) === 0;
}
