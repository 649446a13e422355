/** Papers as the screen offers them: the bytes behind a "save as PDF" link. */
import type { Locator, Page } from "@playwright/test";

/** What a link of the screen leads to. */
export async function fetchPaper(page: Page, link: Locator): Promise<Uint8Array> {
	const address = await link.getAttribute("href");
	if (!address) throw new Error("no paper behind the link");
	return bytesOf(page, address);
}

/** Fetched the way the browser would save it: with the page's own cookie. */
export async function bytesOf(page: Page, address: string): Promise<Uint8Array> {
	const bytes = await page.evaluate(async (url) => {
		const answer = await fetch(url);
		if (!answer.ok) throw new Error(`the paper answered ${answer.status}`);
		return [...new Uint8Array(await answer.arrayBuffer())];
	}, address);
	return Uint8Array.from(bytes);
}
