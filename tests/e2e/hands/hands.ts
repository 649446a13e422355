/**
 * How somebody works a screen. The journeys are written once against these; `mouse.ts` taps, `keyboard.ts` never does.
 * Each press, filled field, choice and scan counts as one act.
 */
import type { Locator, Page } from "@playwright/test";

export type Hands = {
	readonly page: Page;
	/** No mouse and no finger. */
	readonly keysOnly: boolean;
	/** Acts so far. */
	readonly acts: number;
	/** Tap, or Enter on it: buttons, links, tabs, chips, tiles. */
	press(target: Locator): Promise<void>;
	/** The keys go there from now on. */
	focus(target: Locator): Promise<void>;
	/** Replaces what stands in a field. */
	fill(field: Locator, text: string): Promise<void>;
	/** Ticks a box, switches a switch, chooses a radio; `on` false takes the tick away. */
	tick(box: Locator, on?: boolean): Promise<void>;
	/** A field with likely words under it: the finger taps the word, the keyboard types it and confirms with Enter. */
	pick(field: Locator, word: string): Promise<void>;
	/** Opens a list and takes the entry of that name. */
	choose(field: Locator, option: string | RegExp): Promise<void>;
	/** A key or chord of the keyboard: "F2", "Enter", "Control+Enter". */
	key(chord: string): Promise<void>;
	/** Digits where no field is: a PIN, then Enter. */
	pin(digits: string): Promise<void>;
	/** A line with a finger or pen on a signing field; by keyboard nobody can sign. */
	draw(canvas: Locator): Promise<void>;
	/** Forgets the acts so far. */
	startCounting(): void;
};

/** Slower than any scanner: what is typed like this is a person's. */
export const personMs = 45;

/** Keys without a field, at a person's pace. */
export async function typeSlowly(page: Page, text: string): Promise<void> {
	await page.keyboard.type(text, { delay: personMs });
}

/** A signature of three strokes across the field. */
export async function drawOn(page: Page, canvas: Locator): Promise<void> {
	await canvas.scrollIntoViewIfNeeded();
	const box = await canvas.boundingBox();
	if (!box) throw new Error("nothing to sign on");
	for (const row of [0.3, 0.5, 0.7]) {
		await page.mouse.move(box.x + box.width * 0.25, box.y + box.height * row);
		await page.mouse.down();
		await page.mouse.move(box.x + box.width * 0.5, box.y + box.height * (row - 0.15), { steps: 4 });
		await page.mouse.move(box.x + box.width * 0.7, box.y + box.height * row, { steps: 4 });
		await page.mouse.up();
	}
}
