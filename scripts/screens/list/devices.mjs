/** What hangs on the PC, labels, many at once, the archive: the pages behind the printing and the settings. */

const calibrate = ({ labelPrinterId }) => `/calibrate/${labelPrinterId}`;
const button =
	(text) =>
	({ page }) =>
		page.getByRole("button", { name: text }).first().click();

const earlier = (minutes) => new Date(Date.now() - minutes * 60_000).toISOString();
const archive = { address: "https://archive.example", storeCode: "01234", brands: ["hartwick", "velmora"] };
const line = { line: "idle", reason: null, lastContactAt: earlier(1), waiting: 0, oldestWaitingAt: null, archive };
const chain = { dev: "0".repeat(8), epoch: 1, written: 5120, acked: 5120, forked: false, revoked: false };
const nothing = { queue: [], pictures: { up: 0, down: 0 }, waiting: [], conflicts: [], held: [], setAside: [] };
const id = "0198c000-0000-7000-8000-000000000001";
const about = (kind, number = null) => ({ kind, id, number, ordinal: number ? 1 : null });
const item = {
	itemId: id,
	category: "shoes",
	kind: "high-heel",
	brand: "Hartwick",
	style: "",
	colour: "黑",
	size: "38",
};
const hash = (digit) => digit.repeat(64);

/** What the archive has said, as each of the page's states shows it. */
const quiet = { state: line, chain, ...nothing };
const busy = {
	...nothing,
	state: { ...line, line: "unreachable", lastContactAt: earlier(190), waiting: 43, oldestWaitingAt: earlier(185) },
	chain: { ...chain, acked: 5077 },
	queue: ["job", "order", "customer"].map((kind, at) => ({ kind, count: [31, 8, 4][at] })),
	pictures: { up: 12, down: 3 },
	waiting: [{ about: about("job", "01234010000424"), missing: 2 }],
	conflicts: [{ jobId: id, number: "01234010000424", ordinal: 1, item, fields: ["stage", "quote"] }],
	held: ["gap", "shape"].map((reason, at) => ({
		...{ hash: hash(String(at)), from: at ? "other" : "sibling", reason, at: earlier(40), type: "job.step_done" },
		...{ station: "3f9a", seq: 712 },
	})),
	setAside: [
		{ hash: hash("a"), reason: "brand", at: earlier(75), about: about("item"), type: "item.described" },
		{ hash: hash("b"), reason: "too-large", at: earlier(80), about: about("job", "01234010000424"), type: "job.found" },
	],
};
const shutOut = {
	...busy,
	...{ waiting: [], conflicts: [], held: [], setAside: [] },
	state: { ...busy.state, line: "refused", reason: "revoked" },
	chain: { ...busy.chain, revoked: true },
};
function exchange(value) {
	return async (page) => {
		await page.route("**/call/sync.status", (route) => route.fulfill({ json: { ok: true, value } }));
		await page.route("**/call/sync.state", (route) => route.fulfill({ json: { ok: true, value: value.state } }));
	};
}

/** A shelf, three labels that are taken, one code that is none. */
async function shelvedSome({ page, facts }) {
	for (const text of [facts.codes.shelves[0], ...facts.pieceLabels.slice(0, 3), "6901234567892"]) {
		await page.keyboard.type(text, { delay: 4 });
		await page.keyboard.press("Enter");
		await page.waitForTimeout(400);
	}
}

export const devices = [
	{ name: "devices", who: "01", to: "/devices" },
	{ name: "devices-clerk", who: "02", to: "/devices" },
	{ name: "devices-test", who: "01", to: "/devices", act: button(/全部检测|Test everything/) },
	{ name: "devices-import", who: "01", to: "/devices", act: button(/导入设置|Import settings/) },
	{ name: "scanners", who: "01", to: "/scanners" },
	{ name: "labels", who: "01", to: "/labels" },
	{
		name: "labels-element",
		who: "01",
		to: "/labels",
		act: ({ page }) => page.locator("button[class*=_box_]").nth(1).focus(),
	},
	{ name: "calibrate", who: "01", to: calibrate },
	{
		name: "calibrate-heat",
		who: "01",
		to: calibrate,
		act: async ({ page }) => {
			for (const step of ["cal-heat", "cal-place"])
				await page.locator(`section[aria-labelledby=${step}] button`).first().click();
			await page.locator("section[aria-labelledby=cal-heat] li").first().waitFor();
		},
	},
	{ name: "calibrate-none", who: "01", to: "/calibrate/none" },
	{ name: "bulk", who: "02", to: "/bulk" },
	{ name: "bulk-shelf", who: "02", to: "/bulk", act: shelvedSome },
	{ name: "sync-off", who: "01", to: "/sync" },
	{ name: "sync-quiet", who: "01", to: "/sync", before: exchange(quiet) },
	{ name: "sync-entries", who: "01", to: "/sync", before: exchange(busy) },
	{ name: "sync-shut-out", who: "01", to: "/sync", before: exchange(shutOut) },
	{ name: "settings-archive", who: "01", to: "/settings/archive" },
];
