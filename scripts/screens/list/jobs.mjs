/** A job and an order at every stage, each part of them open. */

const at =
	(stage) =>
	({ jobAt }) =>
		`/job/${jobAt[stage]}`;
const part =
	(number) =>
	({ page }) =>
		page
			.locator("[role=tab]")
			.nth(number - 1)
			.click();
const orderAt =
	(stage) =>
	({ orderAt }) =>
		`/order/${orderAt[stage]}`;

export const jobs = [
	{ name: "job-inspection-found", who: "05", to: at("found") },
	{ name: "job-inspection-read", who: "02", to: at("quote"), act: part(1) },
	{
		name: "job-inspection-new",
		who: "05",
		to: ({ inspectJobId }) => `/job/${inspectJobId}`,
		act: ({ page }) => page.keyboard.press("n"),
	},
	{
		name: "job-inspection-call",
		who: "05",
		to: at("found"),
		act: ({ page }) => page.keyboard.press("c"),
	},
	{ name: "job-quote-changed", who: "05", to: at("changed"), act: part(2) },
	{ name: "job-quote-to-answer", who: "02", to: at("waiting"), act: part(2) },
	{ name: "job-quote-answered", who: "02", to: at("repair"), act: part(2) },
	{ name: "job-quote-none", who: "02", to: at("inspection"), act: part(2) },
	{ name: "job-repair-steps", who: "02", to: at("repair"), act: part(3) },
	{ name: "job-repair-none", who: "02", to: at("inspection"), act: part(3) },
	{ name: "job-qc", who: "02", to: at("qc") },
	{ name: "job-hand-over", who: "02", to: at("hand-over") },
	{ name: "job-follow-up", who: "02", to: at("follow-up") },
	{ name: "job-closed", who: "02", to: at("closed") },
	{ name: "job-closed-quote", who: "02", to: at("closed"), act: part(2) },
	{ name: "transfer-off", who: "01", to: "/transfer" },
	{ name: "transfer-send", who: "02", to: ({ severalOrderId }) => `/transfer/send/${severalOrderId}` },
	{ name: "transfer-closed", who: "02", to: ({ closedOrderId }) => `/transfer/send/${closedOrderId}` },
	{ name: "order-inspection", who: "02", to: orderAt("inspection") },
	{ name: "order-repair", who: "02", to: orderAt("repair") },
	{ name: "order-several", who: "02", to: ({ severalOrderId }) => `/order/${severalOrderId}` },
	{
		name: "order-timeline",
		who: "02",
		to: ({ closedOrderId }) => `/order/${closedOrderId}`,
		act: ({ page }) => page.locator("[class*=_timelineHead_]").evaluate((head) => head.scrollIntoView()),
	},
];
