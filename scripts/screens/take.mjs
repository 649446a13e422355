/**
 * `npm run screens`: takes pictures of the main screens into docs/screens/, from the built loopback host on a demo
 * workshop of its own. `-- --lang=en`, `-- --only=bench` for some of them.
 * `-- --all --out=DIR`: every screen and state, light and dark, small and large, with DIR/faults.txt of what can be
 * measured to be wrong with them; ends with 1 when there is anything. Needs `npm run build` and an installed browser.
 */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { chromium } from "playwright";
import { findBrowser } from "../browser.mjs";
import { root, say } from "../project.mjs";
import { factsOf } from "./facts.mjs";
import { findFaults } from "./faults.mjs";
import { caller, foundCentre, settled, withHost } from "./host.mjs";
import { allScreens, readmeScreens } from "./list.mjs";
import { shrink } from "./png.mjs";

const { values } = parseArgs({
	options: {
		all: { type: "boolean", default: false },
		lang: { type: "string" },
		only: { type: "string" },
		out: { type: "string" },
		from: { type: "string" },
	},
});
const out = values.out ?? join(root, values.all ? "test-results/screens" : "docs/screens");
const built = values.from ?? join(root, "out");
const languages = values.lang ? [values.lang] : ["zh-CN", "en"];
const small = { width: 1366, height: 768 };
const large = { width: 1920, height: 1080 };
const everyLook = [
	{ size: small, scheme: "light" },
	{ size: small, scheme: "dark" },
	{ size: large, scheme: "light" },
	{ size: large, scheme: "dark" },
];
const chosen = (values.only ?? "").split(",");
const wanted = (values.all ? allScreens : readmeScreens).filter(({ name }) =>
	chosen.some((one) => name.startsWith(one)),
);
const faults = new Map();

const executablePath = findBrowser();
if (!executablePath) throw new Error("no Chromium, Chrome or Edge found");
if (!existsSync(join(built, "main/loopback.js"))) throw new Error("build first: npm run build");
const browser = await chromium.launch({
	executablePath,
	args: [
		...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
		"--use-fake-device-for-media-stream",
		"--use-fake-ui-for-media-stream",
	],
});
try {
	for (const language of languages) {
		for (const on of ["empty", "fresh", "demo"]) {
			const here = wanted.filter((screen) => (screen.on ?? "demo") === on);
			if (here.length > 0) await takeAll(language, on, here);
		}
	}
} finally {
	await browser.close();
}
if (values.all) tellFaults();

async function takeAll(language, on, screens) {
	await withHost({ built, language, demo: on === "demo" }, async (url) => {
		const context = await browser.newContext({ viewport: small, locale: language, timezoneId: "Asia/Shanghai" });
		let page = await context.newPage();
		await page.goto(url);
		await settled(page);
		const pin = on === "fresh" ? await foundCentre(caller(page), language) : undefined;
		const people = on === "empty" ? [] : (await caller(page)("session.people")).people;
		const signIn = async (number) => {
			const person = people.find((each) => each.number === number) ?? people[0];
			await caller(page)("session.signIn", { person: person.id, pin: pin ?? person.demoPin });
		};
		const facts = on === "demo" ? await factsOf(caller(page), signIn, language) : {};
		for (const screen of screens) {
			try {
				await page.close();
				page = await context.newPage();
				page.setDefaultTimeout(15_000);
				await open(page, url, screen, { people, signIn, facts });
				if (values.all) await takeEveryLook(page, language, screen);
				else await take(page, language, screen.name, true);
			} catch (error) {
				say(`${language}/${screen.name}: ${error instanceof Error ? error.message.split("\n")[0] : error}`);
				process.exitCode = 1;
			}
		}
		await context.close();
	});
}

/** Signed in as the right person, at the address, with what is to be done there done. */
async function open(page, url, { who, to, act, before, dark = false, wide = false }, { people, signIn, facts }) {
	await page.setViewportSize(wide && !values.all ? large : small);
	// A page that draws nothing, to act from before the screens start.
	await page.goto(new URL("/favicon.ico", url).href).catch(() => undefined);
	await page.evaluate(
		(scheme) => {
			localStorage.clear();
			localStorage.setItem("mantine-color-scheme-value", scheme);
		},
		dark ? "dark" : "light",
	);
	const call = caller(page);
	if (who) await signIn(who);
	else if (people.length > 0) await call("session.lock");
	if (before) await before(page);
	const path = typeof to === "function" ? to(facts) : to;
	if (path?.includes("undefined")) throw new Error("the demo workshop has no such job, order or drop-off");
	await page.goto(new URL(`/#${path ?? "/"}`, url).href);
	await settled(page);
	if (act) await act({ page, facts, call });
}

/** The same screen in both sizes, light and dark, without being opened again. */
async function takeEveryLook(page, language, { name, gloves = /^(bench|qc)/.test(name) }) {
	for (const { size, scheme } of everyLook) {
		await page.setViewportSize(size);
		await page.evaluate((to) => document.documentElement.setAttribute("data-mantine-color-scheme", to), scheme);
		const look = `${size.width}-${scheme}`;
		await take(page, `${language}-${look}`, name, false);
		for (const fault of await page.evaluate(findFaults, { gloves })) {
			const line = `${name}: ${fault}`;
			faults.set(line, [...(faults.get(line) ?? []), `${language} ${look}`]);
		}
	}
	say(`${language}/${name}`);
}

async function take(page, folder, name, small) {
	await page.mouse.move(1, 1);
	await settled(page, small ? 350 : 180);
	mkdirSync(join(out, folder), { recursive: true });
	const png = await page.screenshot({ animations: "disabled", caret: "hide" });
	writeFileSync(join(out, folder, `${name}.png`), small ? await shrink(png) : png);
	if (small) say(`${folder}/${name}`);
}

function tellFaults() {
	const lines = [...faults].map(([fault, looks]) => `${fault}  [${looks.join(", ")}]`).sort();
	writeFileSync(join(out, "faults.txt"), `${lines.join("\n")}\n`);
	say(`${lines.length} faults measured: ${join(out, "faults.txt")}`);
	if (lines.length > 0) process.exitCode = 1;
}
