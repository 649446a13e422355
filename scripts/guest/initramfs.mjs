/**
 * What the guest starts with: busybox, the drivers in the order they need each other, and a script that puts the host's
 * own files under it, read-only, and runs one program there. Called by run.mjs.
 */
import { execFileSync } from "node:child_process";
import { chmodSync, copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { gzipSync } from "node:zlib";

const drivers = [
	"virtio_pci",
	"9pnet_virtio",
	"9p",
	"uhid",
	"hid-generic",
	"libcomposite",
	"usb_f_acm",
	"dummy_hcd",
	"cdc-acm",
];

/**
 * @param {import("./kernel.mjs").Kernel} kernel
 * @param {string} dir a folder of its own
 * @param {readonly string[]} command run in the guest, paths as on the host
 * @returns {string} the file for QEMU
 */
export function makeInitramfs(kernel, dir, command) {
	const tree = join(dir, "tree");
	rmSync(tree, { recursive: true, force: true });
	for (const folder of ["bin", "modules", "proc", "sys", "dev", "new"])
		mkdirSync(join(tree, folder), { recursive: true });
	copyFileSync(programPath("busybox"), join(tree, "bin/busybox"));
	const loaded = moduleFiles(kernel).map((path) => copyModule(path, join(tree, "modules")));
	writeFileSync(join(tree, "init"), initScript(loaded, command));
	chmodSync(join(tree, "init"), 0o755);
	const list = execFileSync("find", [".", "-print0"], { cwd: tree });
	const archive = execFileSync("cpio", ["--null", "--create", "--format=newc", "--quiet", "--owner=+0:+0"], {
		...{ cwd: tree, input: list, maxBuffer: 256 * 1024 * 1024 },
	});
	const file = join(dir, "initramfs.gz");
	writeFileSync(file, gzipSync(archive, { level: 1 }));
	return file;
}

function programPath(name) {
	return execFileSync("sh", ["-c", `command -v ${name}`], { encoding: "utf8" }).trim();
}

/** In the order they must be loaded, each once. */
function moduleFiles({ modules, version }) {
	const lines = drivers.flatMap((name) =>
		execFileSync("modprobe", ["-d", modules, "-S", version, "--show-depends", name], { encoding: "utf8" }).split("\n"),
	);
	const files = lines.flatMap((line) => /^insmod (.+\.ko(?:\.xz)?)/.exec(line)?.[1] ?? []);
	return [...new Set(files)];
}

/** Debian packs its drivers since 13; busybox loads plain ones only. */
function copyModule(path, to) {
	const name = basename(path).replace(/\.xz$/, "");
	const bytes = path.endsWith(".xz")
		? execFileSync("xz", ["-dc", path], { maxBuffer: 64 * 1024 * 1024 })
		: readFileSync(path);
	writeFileSync(join(to, name), bytes);
	return name;
}

const quoted = (word) => `'${word.replaceAll("'", "'\\''")}'`;

/** Nothing of the host is written: its files are mounted read-only, and the guest's own folders lie over them. */
const initScript = (modules, command) => `#!/bin/busybox sh
b=/bin/busybox
$b mount -t proc proc /proc
$b mount -t sysfs sys /sys
$b mount -t devtmpfs dev /dev
for m in ${modules.join(" ")}; do $b insmod /modules/$m || echo "guest: $m was not loaded"; done
$b mount -t configfs config /sys/kernel/config
$b mount -t 9p -o trans=virtio,version=9p2000.L,msize=512000,cache=loose,ro hostroot /new || echo "guest: no host files"
for d in proc sys dev; do $b mount --move /$d /new/$d; done
$b chroot /new ${command.map(quoted).join(" ")} </new/dev/null
/bin/busybox poweroff -f
`;
