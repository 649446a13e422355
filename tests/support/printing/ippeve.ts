/**
 * A printer that speaks IPP, from CUPS' own tools: ippeveprinter with A4 and A5 loaded, its own message bus and its own
 * service finder bound to lo. It keeps every document it was given. Nothing of the machine's own printing is touched.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

export type IppPrinter = {
	url: string;
	port: number;
	/** Every document printed so far, oldest first. */
	documents(): Buffer[];
	/** What the printer itself logged, for a failing test. */
	log(): string;
	close(): Promise<void>;
};

const path = [process.env["PATH"], "/usr/sbin", "/sbin"].join(delimiter);
export const ippTools = ["ippeveprinter", "avahi-daemon", "dbus-daemon"] as const;

const bus = (socket: string) => `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>system</type>
  <listen>unix:path=${socket}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow user="*"/><allow own="*"/><allow send_destination="*"/><allow receive_sender="*"/>
    <allow send_type="method_call"/><allow send_type="signal"/><allow send_requested_reply="true"/>
    <allow receive_type="method_call"/><allow receive_type="signal"/>
  </policy>
</busconfig>
`;

const finder = `[server]
use-ipv4=yes
use-ipv6=no
allow-interfaces=lo
enable-dbus=yes
[wide-area]
enable-wide-area=no
[publish]
disable-publishing=yes
`;

/** Sizes in hundredths of a millimetre. */
const sizes =
	"{MEMBER integer x-dimension 21000 MEMBER integer y-dimension 29700},{MEMBER integer x-dimension 14800 MEMBER integer y-dimension 21000}";
const attributes = `ATTR keyword media-supported iso_a4_210x297mm,iso_a5_148x210mm
ATTR keyword media-ready iso_a4_210x297mm,iso_a5_148x210mm
ATTR keyword media-default iso_a4_210x297mm
ATTR collection media-size-supported ${sizes}
ATTR mimeMediaType document-format-supported application/pdf
ATTR mimeMediaType document-format-default application/pdf
`;

function freePort(): Promise<number> {
	return new Promise((resolve) => {
		const server = createServer();
		server.listen(0, "127.0.0.1", () => {
			const address = server.address();
			server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
		});
	});
}

const answers = (port: number) =>
	new Promise<boolean>((resolve) => {
		const socket = connect(port, "127.0.0.1");
		socket.once("connect", () => {
			socket.destroy();
			resolve(true);
		});
		socket.once("error", () => resolve(false));
	});

async function until(what: string, holds: () => boolean | Promise<boolean>, log: () => string): Promise<void> {
	for (let tries = 0; !(await holds()); tries++) {
		if (tries > 400) throw new Error(`${what}: ${log()}`);
		await pause(50);
	}
}

const ended = (child: ChildProcess) =>
	new Promise<void>((resolve) => {
		if (child.exitCode !== null || child.signalCode !== null) resolve();
		else child.once("exit", () => resolve());
	});

export async function startIppPrinter(): Promise<IppPrinter> {
	const folder = mkdtempSync(join(tmpdir(), "welt-ipp-"));
	const socket = join(folder, "bus");
	const env = { ...process.env, PATH: path, DBUS_SYSTEM_BUS_ADDRESS: `unix:path=${socket}` };
	writeFileSync(join(folder, "bus.conf"), bus(socket));
	writeFileSync(join(folder, "finder.conf"), finder);
	writeFileSync(join(folder, "printer.conf"), attributes);
	mkdirSync(join(folder, "out"));
	const children: ChildProcess[] = [];
	let said = "";
	const start = (program: string, ...words: string[]) => {
		const child = spawn(program, words, { env, cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
		const hear = (part: Buffer) => {
			said = (said + part.toString()).slice(-20_000);
		};
		child.stdout?.on("data", hear);
		child.stderr?.on("data", hear);
		child.on("error", (error) => hear(Buffer.from(String(error))));
		children.unshift(child);
	};
	const close = async () => {
		for (const child of children) {
			child.kill("SIGTERM");
			await Promise.race([ended(child), pause(2_000).then(() => child.kill("SIGKILL"))]);
		}
		rmSync(folder, { recursive: true, force: true });
	};
	try {
		start("dbus-daemon", `--config-file=${join(folder, "bus.conf")}`, "--nofork", "--nopidfile");
		await until(
			"message bus",
			() => existsSync(socket),
			() => said,
		);
		start(
			"avahi-daemon",
			"-f",
			join(folder, "finder.conf"),
			"--no-drop-root",
			"--no-chroot",
			"--no-rlimits",
			"--no-proc-title",
		);
		await until(
			"service finder",
			() => said.includes("Server startup complete"),
			() => said,
		);
		const port = await freePort();
		const words = [
			"-v",
			"-k",
			"-n",
			"localhost",
			"-p",
			String(port),
			"-d",
			join(folder, "out"),
			"-r",
			"off",
			"-a",
			join(folder, "printer.conf"),
		];
		start("ippeveprinter", ...words, "Welt");
		await until(
			"printer",
			() => answers(port),
			() => said,
		);
		const out = join(folder, "out");
		const files = () => readdirSync(out, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".pdf"));
		return {
			url: `ipp://localhost:${port}/ipp/print`,
			port,
			documents: () =>
				files()
					.sort()
					.map((name) => readFileSync(join(out, name))),
			log: () => said,
			close,
		};
	} catch (error) {
		await close();
		throw error;
	}
}
