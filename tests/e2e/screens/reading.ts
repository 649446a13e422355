/** What a person can read on the screen right now, and what Chromium complained about meanwhile. */
import type { Page, Request } from "@playwright/test";
import { expect } from "@playwright/test";

export type Reading = {
	language: string;
	title: string;
	/** Words on the screen and names told to screen readers, as they are. */
	words: string[];
	/** How much wider than the window the page is, px. */
	tooWide: number;
};

export async function readScreen(page: Page): Promise<Reading> {
	return page.evaluate(() => {
		const words = new Set<string>();
		const add = (text: string | null | undefined) => {
			const word = text?.replaceAll(/\s+/g, " ").trim();
			if (word) words.add(word);
		};
		const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		for (let node = walker.nextNode(); node; node = walker.nextNode()) {
			const around = node.parentElement;
			if (around && !around.closest("script, style, noscript") && around.checkVisibility()) add(node.textContent);
		}
		for (const element of document.body.querySelectorAll("[aria-label], [title], [placeholder], [alt]")) {
			if (!element.checkVisibility()) continue;
			for (const name of ["aria-label", "title", "placeholder", "alt"]) add(element.getAttribute(name));
		}
		const { scrollWidth } = document.scrollingElement ?? document.documentElement;
		return {
			language: document.documentElement.lang,
			title: document.title,
			words: [...words],
			tooWide: scrollWidth - window.innerWidth,
		};
	});
}

/** Collects from now on: console errors, uncaught errors, what the content policy stopped. */
export async function complaintsOf(page: Page): Promise<string[]> {
	const complaints: string[] = [];
	page.on("console", (message) => {
		if (message.type() === "error") complaints.push(message.text());
	});
	page.on("pageerror", (error) => complaints.push(String(error)));
	await page.exposeFunction("policyStopped", (what: string) => complaints.push(what));
	const listen = () => {
		document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
			const { policyStopped } = window as unknown as { policyStopped(what: string): void };
			policyStopped(`content policy: ${violatedDirective} ${blockedURI}`);
		});
	};
	await page.addInitScript(listen);
	await page.evaluate(listen);
	return complaints;
}

/** Answers a function that waits until the page asks for nothing any more and has drawn the answers. */
export function stillnessOf(page: Page): () => Promise<void> {
	const open = new Set<Request>();
	page.on("request", (request) => open.add(request));
	page.on("requestfinished", (request) => open.delete(request));
	page.on("requestfailed", (request) => open.delete(request));
	const still = async () => {
		const before = open.size;
		await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
		return before + open.size;
	};
	return async () => {
		// An answer may make the next question: twice nothing in a row.
		await expect.poll(async () => (await still()) + (await still()), { intervals: [50] }).toBe(0);
	};
}
