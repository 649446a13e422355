import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, test } from "../support/e2e.ts";
import { startWorkstation } from "../support/workstation.ts";

/** What Chromium itself complains of: content policy, missing files, uncaught errors. */
function complaintsOf(page: Page): string[] {
	const complaints: string[] = [];
	page.on("console", (message) => {
		if (message.type() === "error") complaints.push(message.text());
	});
	page.on("pageerror", (error) => complaints.push(error.message));
	return complaints;
}

test("damaged data: the screens open under the content policy and say what happened", async ({ context }) => {
	const data = mkdtempSync(join(tmpdir(), "welt-damaged-"));
	writeFileSync(join(data, "workstation.key"), Buffer.alloc(32, 7));
	writeFileSync(join(data, "welt.db"), "this is not a database ".repeat(500));
	const workstation = await startWorkstation({ data, built: true });
	const page = await context.newPage();
	const complaints = complaintsOf(page);
	await page.goto(workstation.url);
	await expect(page.getByRole("alert")).toContainText("数据");
	expect(page.url()).toBe(`${new URL(workstation.url).origin}/`);
	expect(complaints).toEqual([]);
	await workstation.stop();
	rmSync(data, { recursive: true });
});

test("a page of another site can't reach the workstation", async ({ page, context, workstation }) => {
	await page.waitForLoadState();
	const { origin } = new URL(workstation.url);
	const stranger = await context.newPage();
	// Another origin on the same machine: where a malicious page would come from, cookies and all.
	const body = "<p>stranger</p>";
	await stranger.route("http://localhost:9/", (route) => route.fulfill({ contentType: "text/html", body }));
	await stranger.goto("http://localhost:9/");
	const outcomes = await stranger.evaluate(async (target) => {
		const tried = async (work: () => Promise<unknown>) => work().then(String, () => "refused");
		const call = { method: "POST", credentials: "include", body: '{"input":{}}' } as const;
		const line = new Promise<string>((done) => {
			const socket = new WebSocket(`${target.replace("http", "ws")}/push`);
			socket.onopen = () => done("open");
			socket.onerror = () => done("refused");
		});
		return [
			await tried(() => fetch(`${target}/call/workstation.state`, call).then((answer) => answer.text())),
			await tried(() => fetch(`${target}/`, { credentials: "include" }).then((answer) => answer.text())),
			await line,
		];
	}, origin);
	expect(outcomes).toEqual(["refused", "refused", "refused"]);
});
