/**
 * What can be measured on the screens people look at all day, in both languages at the smallest size a shop has, light
 * and dark: nothing cut off, beside the edge, over another thing, too faint to read, too small for gloves.
 */
import type { Page } from "@playwright/test";
import { findFaults } from "../../scripts/screens/faults.mjs";
import { expect, test } from "../support/e2e.ts";

type Answer = { ok: true; value: Record<string, unknown> } | { ok: false; error: unknown };

/** A call from inside the page: it has the cookie and the origin. */
async function call(page: Page, name: string, input: object = {}): Promise<Record<string, unknown>> {
	const answer = (await page.evaluate(
		async ([path, body]) => {
			const init = { method: "POST", headers: { "content-type": "application/json" }, body: body ?? "" };
			return (await fetch(path ?? "", init)).json();
		},
		[`/call/${name}`, JSON.stringify({ input })],
	)) as Answer;
	if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)}`);
	return answer.value;
}

type Stop = { who: string; to: string; gloves?: boolean };

/** Where the demo's people work: 01 manager, 02 clerk, 03 technician, 05 inspector. */
async function stopsOf(page: Page): Promise<Stop[]> {
	const tour = await call(page, "demo.tour");
	const [bench] = (await call(page, "bench.queue")).rows as { card: { jobId: string } }[];
	const [qc] = (await call(page, "qc.queue")).rows as { card: { jobId: string } }[];
	const [draft] = (await call(page, "intake.draft.list")).drafts as { orderId: string }[];
	return [
		{ who: "02", to: "/counter" },
		{ who: "02", to: `/intake/${draft?.orderId}` },
		{ who: "02", to: `/job/${tour.quoteJobId}` },
		{ who: "05", to: `/job/${tour.inspectJobId}` },
		{ who: "02", to: `/hand-over/${tour.readyOrderId}` },
		{ who: "02", to: `/order/${tour.closedOrderId}` },
		{ who: "02", to: `/item/${tour.itemId}` },
		{ who: "02", to: "/shelf" },
		{ who: "02", to: "/follow-up" },
		{ who: "02", to: "/board" },
		{ who: "02", to: "/search?q=5678" },
		{ who: "03", to: "/bench", gloves: true },
		{ who: "03", to: `/bench/${bench?.card.jobId}`, gloves: true },
		{ who: "05", to: `/qc/${qc?.card.jobId}`, gloves: true },
		{ who: "01", to: "/day" },
		{ who: "01", to: "/settings/rules" },
		{ who: "01", to: "/settings/standard" },
	];
}

for (const lang of ["zh-CN", "en"] as const) {
	test.describe(lang, () => {
		test.use({ demo: true, lang, locale: lang, viewport: { width: 1366, height: 768 } });

		test("the screens of a day show nothing cut, covered, faint or too small", async ({ page }) => {
			const { people } = (await call(page, "session.people")) as {
				people: { id: string; number: string; demoPin: string }[];
			};
			const signIn = async (number: string) => {
				const person = people.find((each) => each.number === number);
				await call(page, "session.signIn", { person: person?.id, pin: person?.demoPin });
			};
			test.slow();
			// Colours are measured where they end up, not on their way.
			await page.emulateMedia({ reducedMotion: "reduce" });
			await signIn("01");
			const found: string[] = [];
			let here = "";
			for (const { who, to, gloves = false } of await stopsOf(page)) {
				if (who !== here) await signIn(who);
				await page.goto(new URL(`/#${to}`, page.url()).href);
				if (who !== here) await page.reload();
				here = who;
				await page.locator("main#work :is(h1, h2, h3)").first().waitFor();
				await page.waitForLoadState("networkidle");
				for (const scheme of ["light", "dark"]) {
					await page.evaluate(
						(name) => document.documentElement.setAttribute("data-mantine-color-scheme", name),
						scheme,
					);
					await page.evaluate(async () => {
						await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
						for (const each of document.getAnimations()) if (each instanceof CSSTransition) each.finish();
					});
					const faults = (await page.evaluate(findFaults, { gloves })) as string[];
					found.push(...faults.map((fault) => `${to} ${scheme}: ${fault}`));
				}
			}
			expect(found).toEqual([]);
		});
	});
}
