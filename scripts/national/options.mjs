/** The command line of `npm run demo:national`. */

export const usage = `npm run demo:national -- [options]
  --data=DIR         where everything is kept, and found again next time (default: a folder that goes at the end)
  --keep             keep the folder
  --lang=zh-CN|en    language of the screens (default zh-CN)`;

/** @throws {TypeError} with a sentence, for anything it doesn't know */
export function readNationalOptions(argv) {
	const options = { lang: "zh-CN", keep: false, help: false };
	for (const word of argv) {
		const [, name, value] = /^--([a-z]+)=(.+)$/s.exec(word) ?? [];
		if (word === "--keep") options.keep = true;
		else if (word === "--help") options.help = true;
		else if (name === "data") options.data = value;
		else if (name === "lang" && (value === "zh-CN" || value === "en")) options.lang = value;
		else throw new TypeError(`不认识的选项 ${word}。 Unknown option ${word}.\n${usage}`);
	}
	return options;
}
