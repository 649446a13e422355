/**
 * `npm run screens`: takes pictures of every main screen into docs/screens/, from the built loopback host on a demo
 * workshop of its own. `-- --lang=en`, `-- --only=bench` for some of them. Needs `npm run build` and an installed browser.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { chromium } from "playwright";
import { findBrowser } from "../browser.mjs";
import { startHost } from "../host-process.mjs";
import { nodePath, root, say } from "../project.mjs";
import { screens } from "./list.mjs";
import { shrink } from "./png.mjs";

const { values } = parseArgs({
	options: { lang: { type: "string" }, only: { type: "string" }, out: { type: "string" } },
});
const out = values.out ?? join(root, "docs/screens");
const languages = values.lang ? [values.lang] : ["zh-CN", "en"];
const small = { width: 1366, height: 768 };
const large = { width: 1920, height: 1080 };

async function withHost(language, demo, use) {
	const data = mkdtempSync(join(tmpdir(), "welt-screens-"));
	const entry = join(root, "out/main/loopback.js");
	const words = ["--port=0", `--data=${data}`, `--lang=${language}`, ...(demo ? ["--demo"] : [])];
	const host = startHost(nodePath(), [entry, ...words], { line: true });
	try {
		const status = await host.ready;
		if (!status?.ready) throw new Error(`the workstation did not start: ${status?.reason ?? "it ended"}`);
		await use(status.url);
	} finally {
		host.stop();
		await host.ended;
		rmSync(data, { recursive: true, force: true });
	}
}

/** A call from inside the page: it has the cookie and the origin. */
const caller =
	(page) =>
	async (name, input = {}) => {
		const answer = await page.evaluate(
			async ([path, body]) => {
				const init = { method: "POST", headers: { "content-type": "application/json" }, body };
				return (await fetch(path, init)).json();
			},
			[`/call/${name}`, JSON.stringify({ input })],
		);
		if (!answer.ok) throw new Error(`${name}: ${answer.error.reason ?? answer.error.code}`);
		return answer.value;
	};

/** Nothing is on its way any more: pictures loaded, fonts there, nothing greyed out. */
async function settled(page) {
	await page.waitForLoadState("networkidle");
	await page.evaluate(() => document.fonts.ready);
	await page.waitForFunction(() => [...document.images].every((image) => image.complete || image.loading === "lazy"));
	await page.waitForTimeout(350);
}

async function take(page, language, name) {
	await settled(page);
	await page.mouse.move(1, 1);
	const folder = join(out, language);
	mkdirSync(folder, { recursive: true });
	const png = await page.screenshot({ animations: "disabled", caret: "hide" });
	writeFileSync(join(folder, `${name}.png`), await shrink(png));
	say(`${language}/${name}`);
}

async function takeAll(browser, language) {
	const wanted = screens.filter(({ name }) => !values.only || name.startsWith(values.only));
	for (const demo of [false, true]) {
		const here = wanted.filter((screen) => (screen.empty ?? false) !== demo);
		if (here.length === 0) continue;
		await withHost(language, demo, async (url) => {
			const context = await browser.newContext({ viewport: small, locale: language, timezoneId: "Asia/Shanghai" });
			const page = await context.newPage();
			page.setDefaultTimeout(15_000);
			await page.goto(url);
			await settled(page);
			const call = caller(page);
			const people = demo ? (await call("session.people")).people : [];
			const as = async (number) => {
				const person = people.find((each) => each.number === number);
				await call("session.signIn", { person: person.id, pin: person.demoPin });
			};
			const facts = demo ? await factsOf(call, as, language) : {};
			for (const { name, who, to, act, dark = false, wide = false } of here) {
				try {
					await page.setViewportSize(wide ? large : small);
					await page.evaluate(
						(scheme) => localStorage.setItem("mantine-color-scheme-value", scheme),
						dark ? "dark" : "light",
					);
					if (who) await as(who);
					else if (demo) await call("session.lock");
					const path = typeof to === "function" ? to(facts) : to;
					await page.goto(new URL(`/#${path ?? "/"}`, url).href);
					await page.reload();
					await settled(page);
					if (act) await act(page, facts);
					await take(page, language, name);
				} catch (error) {
					say(`${language}/${name}: ${error instanceof Error ? error.message.split("\n")[0] : error}`);
					process.exitCode = 1;
				}
			}
			await context.close();
		});
	}
}

/** Which jobs and orders the pictures show. */
async function factsOf(call, as, language) {
	await as("01");
	const tour = await call("demo.tour");
	const { sections } = await call("demo.codes", { language });
	const codes = Object.fromEntries(sections.map(({ id, entries }) => [id, entries.map(({ code }) => code)]));
	const { drafts } = await call("intake.draft.list");
	const bench = await call("bench.queue");
	const qc = await call("qc.queue");
	const curing = bench.rows.find((row) => row.curing);
	const running = bench.rows.find((row) => row.running.length > 0) ?? bench.rows[0];
	return {
		...tour,
		codes,
		draftId: drafts[0]?.orderId,
		benchJobId: (curing ?? running)?.card.jobId,
		qcJobId: qc.rows[0]?.card.jobId,
	};
}

const executablePath = findBrowser();
if (!executablePath) throw new Error("no Chromium, Chrome or Edge found");
if (!existsSync(join(root, "out/main/loopback.js"))) throw new Error("build first: npm run build");
const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });
try {
	for (const language of languages) await takeAll(browser, language);
} finally {
	await browser.close();
}
