/** What vitest and Playwright say of a run in their JSON reports: the tests that failed, so that they can be named last. */
import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { root } from "../project.mjs";

/** @returns the report, or an empty one when the program ended before it wrote any */
export function readReport(path) {
	try {
		return JSON.parse(readFileSync(path, "utf8"));
	} catch {
		return {};
	}
}

const escapes = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, "g");
/** A property's second line is the seed that finds its failure again. */
const inOneLine = (text = "") => {
	const [first = "", second = ""] = text.replace(escapes, "").split("\n");
	return (second.startsWith("{ seed:") ? `${first} ${second}` : first).slice(0, 300);
};
const named = (file, title, message) => `${relative(root, file)} › ${title}: ${inOneLine(message)}`;

/** One line a failed test of vitest's report; a file that could not be loaded is one. */
export function failedInVitest({ testResults = [] }) {
	return testResults.flatMap(({ name, status, message, assertionResults }) => {
		const failed = assertionResults.filter((test) => test.status === "failed");
		if (failed.length === 0 && status === "failed") return [named(name, "the file itself", message)];
		return failed.map((test) => named(name, test.fullName, test.failureMessages[0]));
	});
}

/** One line a test of Playwright's report that failed, or passed only when it was tried again. */
export function failedInPlaywright({ suites = [], config }) {
	const folder = config?.rootDir ?? root;
	return suites.flatMap((suite) => [
		...failedInPlaywright({ suites: suite.suites ?? [], config }),
		...(suite.specs ?? []).flatMap(({ file, title, tests }) =>
			tests
				.filter(({ status }) => status === "unexpected" || status === "flaky")
				.map(({ results }) => {
					const wrong = results.find(({ error }) => error);
					return named(`${folder}/${file}`, title, wrong?.error.message);
				}),
		),
	]);
}
