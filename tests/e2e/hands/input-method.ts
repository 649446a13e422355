/** A person writing Chinese: letters that are composed in the field, then a word that takes their place. */
import type { CDPSession, Page } from "@playwright/test";
import { personMs } from "./hands.ts";
import { compose, keyOf, nextPress, press } from "./scanner.ts";

export type InputMethod = {
	/** Letters typed at a person's pace; the word is not chosen yet. */
	spell(letters: string): Promise<void>;
	/** The word that takes the letters' place. */
	choose(word: string): Promise<void>;
};

export async function inputMethodOf(page: Page): Promise<InputMethod> {
	const session = await page.context().newCDPSession(page);
	return {
		async spell(letters) {
			for (let at = 1; at <= letters.length; at++) {
				await taken(session, letters[at - 1] ?? "", nextPress(page, personMs));
				await compose(session, letters.slice(0, at));
			}
		},
		async choose(word) {
			await taken(session, "1", nextPress(page, personMs));
			await session.send("Input.insertText", { text: word });
		},
	};
}

/** A key the input method keeps for itself. */
async function taken(session: CDPSession, char: string, atMs: number): Promise<void> {
	const { code, virtual } = keyOf(char);
	await press(session, "rawKeyDown", { code, key: "Process", virtual: 229, modifiers: 0 }, atMs);
	await press(session, "keyUp", { code, key: char, virtual, modifiers: 0 }, atMs);
}
