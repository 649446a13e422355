import { parseArgs } from "node:util";

export type HostOptions = {
	/** Data folder; undefined means the operating system's per-user one. */
	data?: string;
	/** Loopback only. Undefined: the usual port, or a free one when it is taken. 0: a free one. */
	port?: number;
	lang?: "zh-CN" | "en";
	/** Fill an empty data folder with the demo workshop. */
	demo: boolean;
};

/**
 * The host's own command line. Throws a TypeError that names the option nobody knows; `lenient` lets those pass,
 * since Electron's own switches arrive in the same list.
 */
export function parseHostOptions(argv: readonly string[], mode: "strict" | "lenient" = "strict"): HostOptions {
	const ours = /^--(data|port|lang)=|^--demo$/;
	const { values } = parseArgs({
		args: mode === "strict" ? [...argv] : argv.filter((word) => ours.test(word)),
		options: {
			data: { type: "string" },
			port: { type: "string" },
			lang: { type: "string" },
			demo: { type: "boolean", default: false },
		},
	});
	const { data, port, lang, demo } = values;
	if (port !== undefined && !(/^\d{1,5}$/.test(port) && Number(port) < 65_536)) {
		throw new TypeError(`--port=${port}: a number from 0 to 65535`);
	}
	if (lang !== undefined && lang !== "zh-CN" && lang !== "en") throw new TypeError(`--lang=${lang}: zh-CN or en`);
	return {
		demo,
		...(data !== undefined && { data }),
		...(port !== undefined && { port: Number(port) }),
		...(lang !== undefined && { lang }),
	};
}
