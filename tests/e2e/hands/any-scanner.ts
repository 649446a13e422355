/** A keyboard scanner of any make: sends what the typing model says, each press with its own time. */
import type { CDPSession, Page } from "@playwright/test";
import { charOf } from "../../support/keyboard/page-model.ts";
import { type Press, scanner } from "../../support/keyboard/typing-model.ts";

export type AnyScanner = {
	gapMs: number;
	prefix?: string;
	/** An input method is on: the page only hears that there were keys. */
	inputMethod?: boolean;
	/** Loses GS and whatever is no plain character, as cheap ones do. */
	plainOnly?: boolean;
};

/** Ends with Enter. Chinese is left out: no key makes it. */
export async function scanAs(page: Page, how: AnyScanner, text: string): Promise<void> {
	const cdp = await page.context().newCDPSession(page);
	const kept = [...text].filter((char) => (how.plainOnly ? char >= " " : true) && char < "\u007f").join("");
	const presses = scanner(`${how.prefix ?? ""}${kept}\n`, 0, how.gapMs, () => 0.5);
	const startedAt = Date.now();
	await Promise.all(presses.map((press) => send(cdp, press, startedAt, how.inputMethod === true)));
	await cdp.detach();
}

function send(cdp: CDPSession, press: Press, startedAt: number, inputMethod: boolean): Promise<unknown> {
	const { code, key, shift, ctrl, type, at } = press;
	const char = charOf(press);
	const taken = inputMethod && type === "down" && char !== "" && char !== "\n";
	const text = char === "\n" ? "\r" : char;
	const types = type === "down" && !taken && text !== "" && !ctrl;
	return cdp.send("Input.dispatchKeyEvent", {
		type: type === "up" ? "keyUp" : types ? "keyDown" : "rawKeyDown",
		code,
		key: taken ? "Process" : key,
		modifiers: (ctrl ? 2 : 0) + (shift ? 8 : 0),
		windowsVirtualKeyCode: taken ? 229 : code === "Enter" ? 13 : text.toUpperCase().charCodeAt(0) || 17,
		timestamp: (startedAt + at) / 1000,
		...(types ? { text } : {}),
	});
}
