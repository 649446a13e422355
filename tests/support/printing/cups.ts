/**
 * A CUPS of the test's own: scheduler, spool and queues in a temporary folder, listening on 127.0.0.1 only. Nothing of
 * the machine's own printing is seen or touched.
 */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

export type Cups = {
	/** host:port for lp -h, lpstat -h, IPP. */
	server: string;
	port: number;
	/** Its own socket, where it knows which user asks. */
	socketPath: string;
	folder: string;
	/** Makes a queue that hands bytes on untouched. */
	addRaw(name: string, uri: string): void;
	/** Runs one of CUPS' own programs against this server; answers what it printed. */
	run(program: string, ...words: string[]): string;
	/** The scheduler's own log, for a failing test. */
	log(): string;
	/** Ends the scheduler as a crash would. */
	kill(): Promise<void>;
	close(): Promise<void>;
};

/** lpadmin and cupsd live where an ordinary PATH may not look. */
const path = [process.env["PATH"], "/usr/sbin", "/sbin"].join(delimiter);
const locate = (program: string) => path.split(delimiter).find((folder) => existsSync(join(folder, program)));

function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const server = createServer();
		server.once("error", reject);
		server.listen(0, "127.0.0.1", () => {
			const address = server.address();
			const port = typeof address === "object" && address ? address.port : 0;
			server.close(() => resolve(port));
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

function configure(folder: string, port: number): string[] {
	for (const name of ["etc", "spool", "cache", "run", "tmp", "log"]) mkdirSync(join(folder, name));
	chmodSync(folder, 0o755);
	const main = `Listen 127.0.0.1:${port}
Listen ${folder}/cups.sock
LogLevel warn
Browsing Off
WebInterface No
DefaultAuthType Basic
PreserveJobHistory Yes
PreserveJobFiles Yes
ErrorPolicy retry-current-job
JobRetryInterval 1
<Location />
  Order allow,deny
  Allow from 127.0.0.1
</Location>
<Policy default>
  JobPrivateAccess all
  JobPrivateValues none
  SubscriptionPrivateAccess all
  SubscriptionPrivateValues none
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
<Policy owned>
  JobPrivateAccess all
  JobPrivateValues none
  SubscriptionPrivateAccess all
  SubscriptionPrivateValues none
  <Limit Cancel-Job>
    AuthType Default
    Require user @OWNER @SYSTEM
    Order deny,allow
  </Limit>
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
`;
	const files = `ServerRoot ${folder}/etc
RequestRoot ${folder}/spool
CacheDir ${folder}/cache
StateDir ${folder}/run
TempDir ${folder}/tmp
ErrorLog ${folder}/log/error_log
AccessLog ${folder}/log/access_log
PageLog ${folder}/log/page_log
SystemGroup root
`;
	writeFileSync(join(folder, "cupsd.conf"), main);
	writeFileSync(join(folder, "cups-files.conf"), files);
	return ["-f", "-c", join(folder, "cupsd.conf"), "-s", join(folder, "cups-files.conf")];
}

const ended = (child: ChildProcess) =>
	new Promise<void>((resolve) => {
		if (child.exitCode !== null || child.signalCode !== null) resolve();
		else child.once("exit", () => resolve());
	});

/** Starts one; ten seconds without an answer are an error. */
export async function startCups(): Promise<Cups> {
	const home = locate("cupsd");
	if (!home) throw new Error("cupsd is not installed");
	const folder = mkdtempSync(join(tmpdir(), "welt-cups-"));
	const port = await freePort();
	const server = `127.0.0.1:${port}`;
	const env = { ...process.env, PATH: path, LC_ALL: "C", CUPS_SERVER: server };
	const child = spawn(join(home, "cupsd"), configure(folder, port), { env, stdio: "ignore" });
	const log = () => {
		const file = join(folder, "log", "error_log");
		return existsSync(file) ? readFileSync(file, "utf8") : "";
	};
	const kill = async () => {
		child.kill("SIGKILL");
		await ended(child);
	};
	for (const until = performance.now() + 10_000; !(await answers(port)); await pause(20)) {
		if (performance.now() < until && child.exitCode === null) continue;
		const said = log();
		await kill();
		throw new Error(`cupsd did not start: ${said}`);
	}
	const run = (program: string, ...words: string[]) => {
		const { stdout, stderr, status } = spawnSync(program, words, { env, encoding: "utf8", timeout: 20_000 });
		if (status !== 0) throw new Error(`${program} ${words.join(" ")}: ${stderr || status}`);
		return stdout;
	};
	return {
		server,
		port,
		socketPath: join(folder, "cups.sock"),
		folder,
		run,
		log,
		kill,
		addRaw: (name, uri) => void run("lpadmin", "-p", name, "-E", "-v", uri, "-m", "raw"),
		async close() {
			child.kill("SIGTERM");
			// Its backends end with it; one that hangs is not waited for.
			await Promise.race([ended(child), pause(3_000, undefined, { ref: false }).then(kill)]);
			rmSync(folder, { recursive: true, force: true });
		},
	};
}
