/**
 * `npm run demo:national`: an archive on an embedded PostgreSQL, workshop A with two PCs and workshop B with one, all on
 * this machine, enrolled, paired and filled, to try out what crosses workshops. stdout carries one line, when all of it is
 * there. Ctrl+C ends everything; the data go with it unless `--data=DIR` or `--keep` says otherwise.
 */
import {
	appendFileSync,
	chmodSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { startHost } from "../host-process.mjs";
import { nodePath, root, say } from "../project.mjs";
import { ensureBuilt, ensureInstalled } from "../ready.mjs";
import { enter } from "./client.mjs";
import { archiveWord } from "./head-office.mjs";
import { readNationalOptions, usage } from "./options.mjs";
import { freePort, labels, openFirst, openOther, openSecond, whatToScan } from "./story.mjs";

const stores = { a: "90001", b: "90002" };
const running = [];
/** What the head office is doing, each a short program of its own. */
let word = Promise.resolve();
let stopping;
/** Ends everything with this exit code; known once it is clear where the data are. */
let end = async (code) => process.exit(code);

/** The workstations first: what they have under way still reaches the archive. */
function stop() {
	stopping ??= (async () => {
		await word.catch(() => undefined);
		const [archive, ...workstations] = running;
		for (const some of [workstations, archive ? [archive] : []]) {
			for (const each of some) each.stop();
			await Promise.all(some.map(({ ended }) => ended));
		}
	})();
	return stopping;
}

/** Its log goes into the folder; its last lines are shown when it ends by itself. */
function host(name, data, words, args) {
	const lines = [];
	const log = (text) => {
		appendFileSync(`${data}.log`, `${text}\n`);
		lines.push(text);
		if (lines.length > 20) lines.shift();
	};
	const started = startHost(nodePath(), [join(root, ...words), `--data=${data}`, ...args], { line: true, log });
	running.push(started);
	started.ended.then((code) => {
		if (stopping) return;
		say([`${name} 已停止 has stopped (${code})`, ...lines].join("\n"));
		void end(1);
	});
	return started.ready.then((status) => {
		if (!status?.ready) throw new Error(`${name} 没有起来 did not start${status?.reason ? `: ${status.reason}` : ""}`);
		return status.url;
	});
}

const workstation = (name, data, more = []) => host(name, data, ["out", "main", "loopback.js"], ["--port=0", ...more]);

/** Where it was brought up before, everything is there: only the doors are opened again. */
async function bringUp(data, language) {
	const facts = join(data, "national.json");
	const before = existsSync(facts) ? JSON.parse(readFileSync(facts, "utf8")) : undefined;
	const archiveData = join(data, "archive");
	const port = before?.port ?? (await freePort());
	const codes = before ? [] : await drawCodes(archiveData);
	say("启动总部档案… Starting the archive …");
	const archive = await host(
		"archive",
		archiveData,
		["archive", "server", "command", "archive.ts"],
		[`--port=${port}`],
	);
	say("启动三台电脑，甲店要过完六周… Starting three PCs; workshop A lives its six weeks …");
	const lang = [`--lang=${language}`];
	const [counter, bench, other] = await Promise.all([
		workstation(labels.counter, join(data, "a-counter"), [...lang, ...(before ? [] : ["--demo"])]),
		workstation(labels.bench, join(data, "a-bench"), lang),
		workstation(labels.other, join(data, "b-counter"), lang),
	]);
	const hosts = { counter, bench, other };
	if (before) return { ...before, archive, hosts };
	const told = await tellStory(hosts, archive, codes, language);
	const made = { port, ...told };
	writeFileSync(facts, JSON.stringify(made), { mode: 0o600 });
	return { ...made, archive, hosts };
}

async function drawCodes(data) {
	say("总部建品牌、发一次性入网码… The head office makes a brand and draws one-time codes …");
	const act = (...words) => {
		word = archiveWord(data, words);
		return word;
	};
	const { brand } = await act("brand", "--name=沿条养护");
	const code = async (store, name) =>
		(await act("code", `--store=${store}`, `--name=${name}`, `--brand=${brand}`)).code;
	const counter = await code(stores.a, "甲店");
	const bench = await code(stores.a, "甲店");
	return [counter, bench, await code(stores.b, "浦东店")];
}

async function tellStory(hosts, archive, [counterCode, benchCode, otherCode], language) {
	const [counter, bench, other] = await Promise.all([hosts.counter, hosts.bench, hosts.other].map(enter));
	say("入网、配对… Enrolling and pairing …");
	const a = await openFirst(counter, { archive, code: counterCode });
	const boss = a.find(({ roles }) => roles.includes("manager"));
	await openSecond(counter, bench, boss.pin, { archive, code: benchCode });
	const b = await openOther(other, { archive, code: otherCode, store: stores.b, language });
	const found = await whatToScan(counter, other, language);
	for (const ask of [counter, bench, other]) await ask("session.lock");
	return { people: { a, b }, ...found };
}

function tell({ archive, hosts, people, item }) {
	const who = (some) => some.map(({ name, pin }) => `${name} ${pin}`).join("  ");
	say(`
总部档案 Archive            ${archive}
甲店 A  ${labels.counter}  counter    ${hosts.counter}
        ${labels.bench}  bench  ${hosts.bench}
        ${who(people.a)}
乙店 B  ${labels.other}  counter  ${hosts.other}
        ${who(people.b)}

试三件事 Three things to try
1. 在乙店前台扫或输入 ${item.code}（${item.title}）：在甲店修过，乙店看得到购买、保修和维修经过。
   At B's counter scan or type that code: an item A has repaired; B sees purchase, warranty and repairs.
2. 在甲店前台收一件，马上在甲店工位的看板上看到；两台电脑直接相连，不经过总部。
   Take something in at A's counter and watch it appear on A's bench: the two speak without the archive.
3. 甲店店长打开一张已取走的维修单，“更多操作 → 删除顾客资料”：工位和总部的姓名、电话、签字随即销毁，维修记录还在。
   As A's manager open an order that was fetched, “More → Erase the customer's data”: gone on the bench and at the archive too.

Ctrl+C 结束 ends it.`);
}

async function main() {
	const options = readNationalOptions(process.argv.slice(2));
	if (options.help) return say(usage);
	await ensureInstalled();
	await ensureBuilt();
	const data = options.data ? resolve(options.data) : mkdtempSync(join(tmpdir(), "welt-national-"));
	mkdirSync(data, { recursive: true });
	// Started as root, PostgreSQL runs as a user of its own, which must get through to its folder.
	if (process.getuid?.() === 0) chmodSync(data, 0o755);
	end = async (code) => {
		await stop();
		if (!options.data && !options.keep) rmSync(data, { recursive: true, force: true });
		else say(`数据 Data: ${data}`);
		process.exit(code);
	};
	for (const signal of ["SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK"]) process.on(signal, () => void end(0));
	try {
		const all = await bringUp(data, options.lang);
		tell(all);
		const { archive, hosts, people, item, orderId } = all;
		process.stdout.write(`${JSON.stringify({ ready: true, data, archive, hosts, people, item, orderId })}\n`);
	} catch (cause) {
		say(cause instanceof Error ? cause.message : String(cause));
		await end(1);
	}
}

main().catch((cause) => {
	say(cause instanceof Error ? cause.message : String(cause));
	process.exit(cause instanceof TypeError ? 2 : 1);
});
