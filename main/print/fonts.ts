/**
 * The two weights of Noto Sans SC everything is printed in, read once and shared by papers and labels.
 * The files come with the npm package; nothing is taken from the operating system, so a shop PC without
 * Chinese fonts prints the same paper.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

export type PrintFonts = { regular: Buffer; bold: Buffer };

let loaded: PrintFonts | undefined;

/** Both weights, 10 MB each; read on the first call and kept. */
export function printFonts(): PrintFonts {
	if (!loaded) {
		const locate = createRequire(import.meta.url).resolve;
		const family = "@expo-google-fonts/noto-sans-sc";
		loaded = {
			regular: readFileSync(locate(`${family}/400Regular/NotoSansSC_400Regular.ttf`)),
			bold: readFileSync(locate(`${family}/700Bold/NotoSansSC_700Bold.ttf`)),
		};
	}
	return loaded;
}
