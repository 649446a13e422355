/** What opens over a screen, by the keys or the press that opens it there. */

const key =
	(name) =>
	({ page }) =>
		page.keyboard.press(name);
const order = ({ severalOrderId }) => `/order/${severalOrderId}`;
const handOver = ({ readyOrderId }) => `/hand-over/${readyOrderId}`;
const bench = ({ runningJobId }) => `/bench/${runningJobId}`;
const qc = ({ qcJobId }) => `/qc/${qcJobId}`;
const draft = ({ draftId }) => `/intake/${draftId}`;

/** The entry of a menu, by its place; the menu's own button is the last one matching. */
const entry =
	(button, place) =>
	async ({ page }) => {
		await page.locator(button).first().click();
		await page.locator("[role=menuitem]").nth(place).waitFor();
		if (place >= 0) await page.locator("[role=menuitem]").nth(place).click();
	};
const menu =
	(button) =>
	async ({ page }) => {
		await page.locator(button).first().click();
		await page.locator("[role=menuitem]").first().waitFor();
	};
const orderActs = "[class*=_headActs_] button[aria-haspopup=menu]";
const panel =
	(place) =>
	({ page }) =>
		page.locator("nav[class*=_panels_] button").nth(place).click();

export const dialogs = [
	{ name: "keys", who: "02", to: "/counter", act: key("?") },
	{ name: "person", who: "02", to: "/counter", act: ({ page }) => page.locator("[class*=_person_]").click() },
	{ name: "intake-several", who: "02", to: ({ severalDraftId }) => `/intake/${severalDraftId}` },
	{ name: "intake-photos", who: "02", to: draft, act: panel(0) },
	{ name: "intake-condition", who: "02", to: draft, act: panel(1) },
	{ name: "intake-purchase", who: "02", to: draft, act: panel(2) },
	{ name: "intake-details", who: "02", to: draft, act: panel(3) },
	{ name: "intake-refuse", who: "02", to: draft, act: entry("[class*=_card_] [class*=_head_] button", 1) },
	{ name: "intake-new-code", who: "02", to: ({ codes }) => `/intake?scan=${encodeURIComponent(codes.new[0])}` },
	{
		name: "intake-many-of-it",
		who: "02",
		to: ({ codes }) => `/intake?scan=${encodeURIComponent(codes.new.at(-1))}`,
	},
	{
		name: "intake-day",
		who: "02",
		to: draft,
		act: ({ page }) => page.locator("[class*=_promise_] button").first().click(),
	},
	{
		name: "intake-sign",
		who: "02",
		to: draft,
		act: ({ page }) => page.locator("[class*=_sign_] button").first().click(),
	},
	{ name: "quote-answer", who: "02", to: ({ quoteJobId }) => `/job/${quoteJobId}`, act: key("Control+Enter") },
	{
		name: "job-print-menu",
		who: "02",
		to: ({ quoteJobId }) => `/job/${quoteJobId}`,
		act: menu("[class*=_headPrint_]"),
	},
	{ name: "bench-trouble", who: "03", to: bench, act: key("3") },
	{ name: "bench-pause", who: "03", to: bench, act: key("2") },
	{ name: "bench-photo", who: "03", to: bench, act: key("F6") },
	{ name: "bench-running", who: "03", to: bench },
	{ name: "bench-parts", who: "03", to: bench, act: key("p") },
	{ name: "bench-steps", who: "03", to: bench, act: key("s") },
	{ name: "qc-fail", who: "05", to: qc, act: key("2") },
	{ name: "qc-photo", who: "05", to: qc, act: key("F6") },
	{ name: "hand-over-list", who: "02", to: "/hand-over" },
	{ name: "hand-over-sign", who: "02", to: handOver, act: key("Alt+s") },
	{
		name: "hand-over-given",
		who: "02",
		to: handOver,
		act: async ({ page }) => {
			for (const tile of await page.locator("button[class*=_tileMain_]").all()) await tile.click();
			await page.keyboard.press("Alt+1");
			await page.keyboard.press("Alt+p");
		},
	},
	{
		name: "hand-over-missing",
		who: "02",
		to: handOver,
		act: ({ page }) => page.locator("[class*=_tileLess_]").first().click(),
	},
	{
		name: "hand-over-no-slip",
		who: "02",
		to: handOver,
		act: async ({ page }) => {
			await page.locator("[class*=_pair_] label").nth(1).click();
			await page.locator("[class*=_pair_] label").nth(3).click();
		},
	},
	{
		name: "follow-up-unhappy",
		who: "02",
		to: "/follow-up",
		act: key("Alt+2"),
	},
	{ name: "follow-up-unreached", who: "02", to: "/follow-up", act: key("Alt+3") },
	{ name: "order-acts", who: "02", to: order, act: menu(orderActs) },
	{ name: "order-job-acts", who: "02", to: order, act: menu("[class*=_job_] > button[aria-haspopup=menu]") },
	{ name: "order-note", who: "02", to: order, act: key("Alt+n") },
	{ name: "order-money", who: "02", to: order, act: key("Alt+m") },
	{ name: "order-promise", who: "02", to: order, act: entry(orderActs, 2) },
	{ name: "order-customer", who: "02", to: order, act: entry(orderActs, 3) },
	{ name: "order-void", who: "02", to: ({ orderAt }) => `/order/${orderAt.inspection}`, act: entry(orderActs, 4) },
	{
		name: "order-slip",
		who: "02",
		to: order,
		act: async ({ page }) => {
			await page.keyboard.press("F4");
			await page.locator(".mantine-Modal-content canvas").first().waitFor();
		},
	},
	{ name: "order-correct-job", who: "02", to: order, act: entry("[class*=_job_] > button[aria-haspopup=menu]", 1) },
	{ name: "order-correct-item", who: "02", to: order, act: entry("[class*=_job_] > button[aria-haspopup=menu]", 2) },
	{
		name: "order-refund",
		who: "02",
		to: ({ closedOrderId }) => `/order/${closedOrderId}`,
		act: ({ page }) => page.locator("[class*=_payments_] button").first().click(),
	},
	{
		name: "board-table",
		who: "02",
		to: "/board",
		act: ({ page }) => page.locator(".mantine-SegmentedControl-root").last().locator("label").last().click(),
	},
	{
		name: "board-overdue",
		who: "02",
		to: "/board",
		act: ({ page }) => page.locator(".mantine-SegmentedControl-root").first().locator("label").nth(1).click(),
	},
	{ name: "shelf-one", who: "02", to: "/shelf?at=A1" },
	{ name: "shelf-none", who: "02", to: "/shelf?at=Z9" },
	{ name: "search-empty", who: "02", to: "/search" },
	{ name: "search-nothing", who: "02", to: "/search?q=qqqqzz" },
	{ name: "search-many", who: "02", to: "/search?q=Hartwick" },
	{
		name: "day-before",
		who: "01",
		to: "/day",
		act: ({ page }) => page.locator("[class*=_bar_] button").first().click(),
	},
	...["centre", "hours", "rules", "backup", "my-pin", "station"].map((section) => ({
		name: `settings-${section}`,
		who: "01",
		to: `/settings/${section}`,
	})),
	{
		name: "settings-staff-add",
		who: "01",
		to: "/settings/staff",
		act: ({ page }) => page.locator("[class*=_page_] button").first().click(),
	},
	{ name: "settings-clerk", who: "02", to: "/settings" },
	{
		name: "demo-sheet",
		who: "02",
		to: "/demo",
		act: ({ page }) => page.locator("header [class*=mantine-Button], [class*=_head_] button").first().click(),
	},
];
