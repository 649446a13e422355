/**
 * The guest suite: boots Debian's kernel in QEMU with this machine's own files under it and runs tests/guest there, so
 * that the real HID and serial stacks of a system carry our scanners' bytes. Prints what the guest prints.
 */
import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { nodePath, root, say } from "../project.mjs";
import { makeInitramfs } from "./initramfs.mjs";
import { ensureKernel } from "./kernel.mjs";

/** Programs needed on the host. */
export const guestPrograms = ["qemu-system-x86_64", "busybox", "depmod", "cpio"];
/** Two minutes' work at most on a slow machine; the whole must stay under five. */
const limitMs = 240_000;

/** @typedef {{passed: number, failed: number, notRun?: string, figures: Record<string, number>}} GuestOutcome */

/** @returns {Promise<GuestOutcome>} */
export async function runGuest() {
	const none = (notRun) => ({ passed: 0, failed: 0, notRun, figures: {} });
	if (process.platform !== "linux" || process.arch !== "x64") return none("needs Linux on x86-64");
	const kernel = await ensureKernel();
	if (!kernel) return none("no Debian kernel to be had");
	const dir = join(root, ".cache/guest-run");
	mkdirSync(dir, { recursive: true });
	const initramfs = makeInitramfs(kernel, dir, [nodePath(), join(root, "tests/guest/main.ts")]);
	const text = await boot(kernel, initramfs);
	const counts = /^guest: (\d+) passed, (\d+) failed$/m.exec(text);
	const figures = Object.fromEntries(
		[...text.matchAll(/^figure (\S+) ([\d.]+)$/gm)].map(([, name, value]) => [name, Number(value)]),
	);
	if (!counts) {
		say("the guest ended without an outcome");
		return { passed: 0, failed: 1, figures };
	}
	return { passed: Number(counts[1]), failed: Number(counts[2]), figures };
}

/** @returns {Promise<string>} everything the guest printed */
function boot(kernel, initramfs) {
	// Nested virtualisation hangs in the firmware on some hosts; the interpreter runs everywhere.
	const qemu = spawn("qemu-system-x86_64", [
		...["-accel", "tcg,thread=multi", "-cpu", "max", "-smp", "2", "-m", "1024"],
		...["-display", "none", "-monitor", "none", "-serial", "stdio", "-no-reboot", "-nic", "none"],
		...["-kernel", kernel.image, "-initrd", initramfs],
		...["-append", "console=ttyS0 quiet loglevel=3 panic=-1 mitigations=off random.trust_cpu=on"],
		...["-virtfs", "local,path=/,mount_tag=hostroot,security_model=none,readonly=on,multidevs=remap"],
	]);
	const timer = setTimeout(() => qemu.kill("SIGKILL"), limitMs);
	let text = "";
	const take = (chunk) => {
		const plain = String(chunk).replaceAll("\r", "");
		text += plain;
		process.stderr.write(plain);
	};
	qemu.stdout.on("data", take);
	qemu.stderr.on("data", take);
	const stop = () => qemu.kill("SIGKILL");
	process.once("exit", stop);
	return new Promise((done) => {
		qemu.once("error", (cause) => say(String(cause)));
		qemu.once("close", () => {
			clearTimeout(timer);
			process.removeListener("exit", stop);
			done(text);
		});
	});
}
