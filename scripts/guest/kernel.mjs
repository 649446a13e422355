/**
 * Debian's own kernel for the guest, fetched once by apt and kept in .cache/guest: only what the guest loads is
 * unpacked. Called by run.mjs. Answers undefined with a reason where it can't be had.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { root, run, say } from "../project.mjs";

const cache = join(root, ".cache/guest");

/** What is kept of the package: the kernel and the drivers of buses, disks over 9p, HID, USB and its pretended sockets. */
const wanted = [
	"./boot/vmlinuz-*",
	"./lib/modules/*/modules.*",
	...["fs/9p", "fs/netfs", "fs/fscache", "fs/configfs", "net/9p", "drivers/virtio", "drivers/usb"].map(
		(folder) => `./lib/modules/*/kernel/${folder}/*`,
	),
	"./lib/modules/*/kernel/drivers/hid/hid.ko*",
	"./lib/modules/*/kernel/drivers/hid/hid-generic.ko*",
	"./lib/modules/*/kernel/drivers/hid/uhid.ko*",
];

/** @typedef {{image: string, modules: string, version: string}} Kernel */

/** @returns {Promise<Kernel | undefined>} */
export async function ensureKernel() {
	const kept = find();
	if (kept) return kept;
	const name = packageName() ?? ((await run("apt-get", ["update", "-qq"])) === 0 ? packageName() : undefined);
	if (!name) return undefined;
	const part = join(cache, "part");
	rmSync(part, { recursive: true, force: true });
	mkdirSync(part, { recursive: true });
	say(`apt-get download ${name}`);
	// apt's own user may not write into a clone; as root it fetches without changing to it.
	const fetched = spawnSync("apt-get", ["download", "-qq", "-o", "APT::Sandbox::User=root", name], { cwd: part });
	const file = readdirSync(part).find((entry) => entry.endsWith(".deb"));
	if (fetched.status !== 0 || !file) return undefined;
	const unpack = `dpkg-deb --fsys-tarfile "$1" | tar -x --wildcards ${wanted.map((one) => `'${one}'`).join(" ")}`;
	// tar says that a folder of another Debian is not there; what matters is looked at below.
	spawnSync("sh", ["-c", unpack, "sh", file], { cwd: part, stdio: "ignore" });
	rmSync(join(part, file));
	const [version] = existsSync(join(part, "lib/modules")) ? readdirSync(join(part, "lib/modules")) : [];
	if (!version) return undefined;
	execFileSync("depmod", ["-b", part, version]);
	renameSync(part, join(cache, version));
	return find();
}

/** @returns {Kernel | undefined} */
function find() {
	if (!existsSync(cache)) return undefined;
	for (const version of readdirSync(cache)) {
		const modules = join(cache, version);
		const image = join(modules, "boot", `vmlinuz-${version}`);
		if (version !== "part" && existsSync(image)) return { image, modules, version };
	}
	return undefined;
}

/** What Debian's `linux-image-amd64` stands for at the moment. */
function packageName() {
	const { stdout } = spawnSync("apt-cache", ["depends", "linux-image-amd64"], { encoding: "utf8" });
	return /Depends: (linux-image-\S+-amd64)/.exec(stdout ?? "")?.[1];
}
