/** The command line of `npm start`. Plain JavaScript: this runs before anything is installed. */

export const usage = `npm start -- [options]
  --host=electron|loopback  loopback never tries Electron (default: Electron, else the browser)
  --port=N                  loopback's port, 0 = a free one
  --data=DIR                data folder (default: the per-user folder of the operating system)
  --demo                    fill an empty data folder with the demo workshop
  --no-open                 open no window, print the address
  --lang=zh-CN|en           language before set-up (default zh-CN)`;

const choices = { host: ["electron", "loopback"], lang: ["zh-CN", "en"] };

/**
 * @param {readonly string[]} argv
 * @returns {{host?: "electron"|"loopback", port?: number, data?: string, lang?: "zh-CN"|"en", demo: boolean, open: boolean, help: boolean}}
 * @throws {TypeError} with a sentence, for anything it doesn't know
 */
export function parseStartOptions(argv) {
	const options = { demo: false, open: true, help: false };
	for (const word of argv) {
		const [, name = "", value] = /^--([a-z-]+)(?:=(.*))?$/s.exec(word) ?? [];
		if (word === "--demo") options.demo = true;
		else if (word === "--no-open") options.open = false;
		else if (word === "--help") options.help = true;
		else if (["host", "lang", "port", "data"].includes(name)) options[name] = parseValue(name, value);
		else throw new TypeError(`不认识的选项 ${word}。 Unknown option ${word}.\n${usage}`);
	}
	if (options.host === "electron" && !options.open) {
		throw new TypeError(
			"--no-open 只能用于 loopback。 The desktop app is a window: --no-open goes with --host=loopback.",
		);
	}
	return options;
}

function parseValue(name, value) {
	if (!value) throw new TypeError(`--${name} 需要一个值。 --${name} needs a value: --${name}=…\n${usage}`);
	const allowed = choices[name];
	if (allowed && !allowed.includes(value)) {
		throw new TypeError(`--${name}=${value} 不可用。 --${name} is one of ${allowed.join(", ")}.`);
	}
	if (name !== "port") return value;
	if (!/^\d{1,5}$/.test(value) || Number(value) > 65_535) {
		throw new TypeError(`--port=${value} 不可用。 --port is a number from 0 to 65535.`);
	}
	return Number(value);
}
