/** What a screen looks like when there is nothing, when something is missing, refused or broken, while it waits. */

const fresh = (name, to, who) => ({ name: `${name}-empty`, on: "fresh", to, who });

/** Answers a call with a failure before the page is opened. */
const failing = (call, error) => async (page) => {
	await page.route(`**/call/${call}`, (route) =>
		route.fulfill({ json: { ok: false, error: { message: "", correlationId: "7f3a", ...error } } }),
	);
};
const waiting = (call) => async (page) => {
	await page.route(`**/call/${call}`, () => undefined);
};
const damaged = { code: "storage-damaged", reason: "storage.damaged" };
const inside = { code: "internal" };

/** As a scanner types it. */
const scan =
	(text) =>
	async ({ page, facts }) => {
		await page.keyboard.type(typeof text === "function" ? text(facts) : text, { delay: 4 });
		await page.keyboard.press("Enter");
	};

export const states = [
	fresh("counter", "/counter", "01"),
	fresh("intake", "/intake", "01"),
	fresh("bench", "/bench", "01"),
	fresh("qc", "/qc", "01"),
	fresh("board", "/board", "01"),
	fresh("wall", "/wall", "01"),
	fresh("shelf", "/shelf", "01"),
	fresh("hand-over", "/hand-over", "01"),
	fresh("follow-up", "/follow-up", "01"),
	fresh("day", "/day", "01"),
	fresh("printing", "/printing", "01"),
	fresh("settings-staff", "/settings/staff", "01"),
	{ name: "error-counter", who: "02", to: "/counter", before: failing("counter.home", inside) },
	{ name: "error-board", who: "02", to: "/board", before: failing("board.read", damaged) },
	{ name: "error-not-found", who: "02", to: "/order/00000000-0000-7000-8000-000000000000" },
	{ name: "error-broken", who: "02", to: "/counter", before: brokenStorage },
	{ name: "no-such-screen", who: "02", to: "/nowhere" },
	{ name: "waiting-board", who: "02", to: "/board", before: waiting("board.read") },
	{ name: "waiting-job", who: "02", to: ({ quoteJobId }) => `/job/${quoteJobId}`, before: waiting("job.get") },
	{
		name: "line-gone",
		who: "02",
		to: "/counter",
		before: (page) => page.routeWebSocket("**/push", (socket) => socket.close()),
	},
	{ name: "scan-understood", who: "02", to: "/counter", act: scan(({ codes }) => codes.shelves[0]) },
	{ name: "scan-odd", who: "02", to: "/counter", act: scan(({ codes }) => codes.commands[0]) },
	{ name: "scan-not-yours", who: "03", to: "/bench", act: scan(({ codes }) => codes.new[0]) },
	{ name: "large-print-counter", who: "02", to: "/counter", before: largePrint },
	{ name: "large-print-intake", who: "02", to: ({ draftId }) => `/intake/${draftId}`, before: largePrint },
	{
		name: "large-print-hand-over",
		who: "02",
		to: ({ readyOrderId }) => `/hand-over/${readyOrderId}`,
		before: largePrint,
	},
	{ name: "large-print-job", who: "02", to: ({ quoteJobId }) => `/job/${quoteJobId}`, before: largePrint },
	{ name: "large-print-order", who: "02", to: ({ closedOrderId }) => `/order/${closedOrderId}`, before: largePrint },
	{ name: "large-print-bench", who: "03", to: ({ benchJobId }) => `/bench/${benchJobId}`, before: largePrint },
];

async function largePrint(page) {
	await page.evaluate(() => localStorage.setItem("welt.large-print", "yes"));
}

/** The workstation itself says that its storage cannot be used. */
async function brokenStorage(page) {
	await page.route("**/call/workstation.state", async (route) => {
		const answer = await (await route.fetch()).json();
		answer.value = { ...answer.value, phase: "broken", reason: "storage.damaged", details: {} };
		await route.fulfill({ json: answer });
	});
}
