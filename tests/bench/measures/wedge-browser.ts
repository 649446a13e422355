/**
 * Presses of the typing model in real Chromium: each is sent a little ahead and carries its own time, so that this
 * machine's load is in how late the page hears of it and not in who typed it. Used by wedge.ts.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type CDPSession, chromium, type Page } from "@playwright/test";
import config from "../../../playwright.config.ts";
import { clerk } from "../../e2e/journey/open-shop.ts";
import { readyShop } from "../../e2e/journey/ready-shop.ts";
import type { Session } from "../../support/keyboard/mixed-session.ts";
import { charOf } from "../../support/keyboard/page-model.ts";
import type { Press } from "../../support/keyboard/typing-model.ts";
import { startWorkstation } from "../../support/workstation.ts";
import type { Mode } from "./wedge.ts";

type Got = { scans: string[]; landed: string };
type PlayThere = (session: Session) => Promise<Got>;

/** More than this machine keeps the sender waiting, so that a busy one makes no scanner stall. */
const aheadMs = 800;
const after = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

/** Calls `run` for each mode, without and with an input method, on a screen with one text field. */
export async function inBrowser(
	modes: readonly Mode[],
	run: (mode: Mode, play: PlayThere) => Promise<void>,
): Promise<void> {
	const dir = mkdtempSync(join(tmpdir(), "welt-wedge-"));
	const workstation = await startWorkstation({ data: dir, built: true });
	const browser = await chromium.launch(config.use?.launchOptions ?? {});
	try {
		const { people } = await readyShop(workstation);
		const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
		await page.goto(workstation.url);
		await signIn(page, people[clerk.name] ?? "", clerk.pin);
		await page.goto(new URL("/#/board", workstation.url).href);
		for (const mode of modes) {
			for (const inputMethod of [false, true]) {
				const settings = JSON.stringify({ prefix: mode.prefix });
				await page.evaluate((kept) => localStorage.setItem("welt.wedge", kept), settings);
				await page.reload();
				await run(mode, (session) => playThere(page, session, inputMethod));
			}
		}
	} finally {
		await browser.close();
		await workstation.stop();
		rmSync(dir, { recursive: true, force: true });
	}
}

async function signIn(page: Page, person: string, pin: string): Promise<void> {
	await page.evaluate(
		(input) =>
			fetch("/call/session.signIn", {
				method: "POST",
				headers: { "content-type": "application/json" },
				body: JSON.stringify({ input }),
			}),
		{ person, pin },
	);
}

async function playThere(page: Page, session: Session, inputMethod: boolean): Promise<Got> {
	const scans: string[] = [];
	// Answered here with something that opens no screen: the field must stay where it is.
	const answer = { ok: true, value: { answer: { kind: "sign-in-first" }, record: null, job: null } };
	await page.unrouteAll();
	await page.route(/\/call\/scan\./, async (route) => {
		scans.push((JSON.parse(route.request().postData() ?? "{}") as { input: { text: string } }).input.text);
		await route.fulfill({ json: answer });
	});
	await page.getByRole("heading").first().waitFor();
	await page.evaluate(() => {
		const field = document.createElement("textarea");
		field.id = "bench";
		field.style.cssText = "position:fixed;inset:auto 0 0 0;z-index:9999;height:80px";
		document.body.append(field);
		field.focus();
	});
	const cdp = await page.context().newCDPSession(page);
	await sendAll(cdp, session.presses, inputMethod);
	// The last scan is asked about when those before it are answered.
	for (let waited = 0; waited < 100 && scans.length < session.scans.length; waited++) await after(100);
	await after(aheadMs + 500);
	const landed = await page.evaluate(() => document.querySelector<HTMLTextAreaElement>("#bench")?.value ?? "");
	return { scans, landed };
}

async function sendAll(cdp: CDPSession, presses: readonly Press[], inputMethod: boolean): Promise<void> {
	const startedAt = Date.now() + aheadMs - (presses[0]?.at ?? 0);
	const sent: Promise<unknown>[] = [];
	let composed = "";
	for (const press of presses) {
		const due = startedAt + press.at - aheadMs - Date.now();
		if (due > 1) await after(due);
		const at = (startedAt + press.at) / 1000;
		const char = charOf(press);
		if (!inputMethod || press.type === "up" || char === "" || press.ctrl) {
			sent.push(send(cdp, press, at, char));
		} else if (char === "\n") {
			sent.push(send(cdp, press, at, char), cdp.send("Input.insertText", { text: composed }));
			composed = "";
		} else if (press.by === "scanner" || /[a-z]/i.test(char)) {
			composed += char;
			sent.push(send(cdp, press, at, char, true), compose(cdp, composed));
		} else {
			// A space, a digit or a sign ends what was being composed.
			sent.push(send(cdp, press, at, char, true), cdp.send("Input.insertText", { text: composed + char }));
			composed = "";
		}
	}
	await Promise.all(sent);
}

function compose(cdp: CDPSession, text: string): Promise<unknown> {
	return cdp.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
}

/** `taken`: an input method has the key, the page only hears that there was one. */
function send(cdp: CDPSession, press: Press, timestamp: number, char: string, taken = false): Promise<unknown> {
	const { code, key, shift, ctrl, type } = press;
	const virtual = taken ? 229 : virtualOf(press);
	const text = type === "down" && !taken && char !== "" && !ctrl ? (char === "\n" ? "\r" : char) : undefined;
	return cdp.send("Input.dispatchKeyEvent", {
		type: type === "up" ? "keyUp" : text === undefined ? "rawKeyDown" : "keyDown",
		code,
		key: taken ? "Process" : key,
		modifiers: (ctrl ? 2 : 0) + (shift ? 8 : 0),
		windowsVirtualKeyCode: virtual,
		timestamp,
		...(text === undefined ? {} : { text }),
	});
}

function virtualOf({ code, key }: Press): number {
	const named: Readonly<Record<string, number>> = { Enter: 13, Tab: 9, Space: 32, ShiftLeft: 16, ControlLeft: 17 };
	const signs: Readonly<Record<string, number>> = {
		Semicolon: 186,
		Equal: 187,
		Comma: 188,
		Minus: 189,
		Period: 190,
		Slash: 191,
		Backquote: 192,
		BracketLeft: 219,
		Backslash: 220,
		BracketRight: 221,
		Quote: 222,
	};
	return (
		named[code] ?? signs[code] ?? (/^(Key|Digit)/.test(code) ? code.charCodeAt(code.length - 1) : key.charCodeAt(0))
	);
}
