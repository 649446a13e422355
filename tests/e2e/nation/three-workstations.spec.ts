/**
 * Two workshops, three workstations, a real archive. The line goes down because the archive's process is ended: what the
 * counter takes in meanwhile is repaired at the bench beside it, and is in the other workshop's record once the line is back.
 */
import { startVirtualPrinter, type VirtualPrinter } from "../../../main/devices/virtual/virtual-printer.ts";
import { test, expect as usual } from "../../support/e2e.ts";
import { scannerOf } from "../hands/scanner.ts";
import { customer, dressShoes } from "../journey/drop-off.ts";
import { clerk, manager, technician } from "../journey/open-shop.ts";
import { codesOf, orderNumberOf, readPaper } from "../journey/read-back.ts";
import { counterScreen } from "../pages/counter/home.ts";
import { intakeScreen } from "../pages/counter/intake.ts";
import { orderScreen } from "../pages/counter/order.ts";
import { passportParts } from "../pages/counter/passport.ts";
import { searchScreen } from "../pages/office/board.ts";
import { lineScreen } from "../pages/office/line.ts";
import { benchScreen } from "../pages/shop/bench.ts";
import { type Nation, openNation, type Station, signIn, workshopA } from "./workshops.ts";

// Three workstations, their browsers, an archive and its database share one machine.
const patienceMs = 120_000;
const expect = usual.configure({ timeout: patienceMs });
test.use({ actionTimeout: 60_000 });

/** On the shoes; names this very pair. */
const serial = "SN-2026-000531";

/** Told with the result, never held against anything: the machine may be a slow one. */
function tell(what: string, fromMs: number): void {
	const description = `${Math.round(performance.now() - fromMs)} ms`;
	test.info().annotations.push({ type: what, description });
	process.stdout.write(`${what}: ${description}\n`);
}

test("taken in without a line, repaired at the next bench, found in another workshop when the line is back", async ({
	browser,
}) => {
	test.setTimeout(15 * 60_000);
	const printer = await startVirtualPrinter();
	const nation = await test.step("two workshops, enrolled and paired", () => openNation(browser, printer.port));
	try {
		await nation.archive.down();
		await test.step("A's counter takes in, its bench sees it", () => takeIn(nation, printer));
		await test.step("A's bench repairs, its counter sees it", () => repair(nation));
		await test.step("the line comes back", () => comeBack(nation));
		await test.step("B reads the record", () => readElsewhere(nation));
	} finally {
		await nation.close();
		await printer.close();
	}
});

async function takeIn({ counter, bench }: Nation, printer: VirtualPrinter): Promise<void> {
	const { page, hands } = counter;
	await signIn(bench, technician);
	const work = benchScreen(bench.hands);
	await work.open();
	await signIn(counter, clerk);
	await counterScreen(hands).open();
	await (await scannerOf(page)).scan(serial);
	const intake = intakeScreen(hands);
	await expect(intake.card(1)).toBeVisible();
	await expect(passportParts(hands).unreachable).toBeVisible();
	await intake.describe(1, dressShoes);
	await intake.customer(customer);
	await intake.notice("spoken");
	await intake.signOnPaper();
	await intake.finish();
	const taken = performance.now();
	await expect(work.row(dressShoes.brand)).toBeVisible();
	tell("received at the counter, seen at the bench", taken);

	const slip = await readPaper(await intake.slip());
	const number = orderNumberOf(slip);
	expect(slip.text).toContain(customer.masked);
	await printer.printed(2);
	expect(await codesOf(printer)).toEqual([`${number}01`, `${number}02`]);
	const line = lineScreen(hands);
	await expect(line.waiting).toBeVisible();
	await intake.openOrder();
	await expect(orderScreen(hands).history.first()).toBeVisible();
}

async function repair({ counter, bench }: Nation): Promise<void> {
	const work = benchScreen(bench.hands);
	await work.openJob(dressShoes.brand);
	await work.start();
	await expect(work.running).toBeVisible();
	const started = performance.now();
	const { history } = orderScreen(counter.hands);
	await expect(history.filter({ hasText: "开工" })).toContainText(technician.name);
	tell("begun at the bench, seen at the counter", started);
	await work.finish();
	await expect(work.done).toBeVisible();
	await expect(history.filter({ hasText: "完工" })).toContainText(technician.name);
	for (const { hands } of [counter, bench]) {
		const line = lineScreen(hands);
		await expect(line.waiting).toBeVisible();
		await line.open();
		await expect(line.unreachable).toBeVisible();
	}
}

/** What A did to the shoes, as far as B has heard. */
async function toldElsewhere({ ask }: Station): Promise<string[]> {
	const { item } = await ask("passport.ask", { text: serial });
	return item ? (await ask("item.record", { itemId: item.itemId })).timeline.map(({ type }) => type) : [];
}

async function comeBack({ archive, counter, bench, other }: Nation): Promise<void> {
	await signIn(other, manager);
	await archive.up();
	const backAt = performance.now();
	for (const { hands } of [counter, bench]) await lineScreen(hands).now();
	await expect.poll(() => toldElsewhere(other), { intervals: [100] }).toContain("job.repair_finished");
	tell("line back, known in the other workshop", backAt);
	for (const { hands } of [counter, bench]) {
		const line = lineScreen(hands);
		await expect(line.nothingWaits).toBeVisible();
		await expect(line.inStep).toBeVisible();
	}
	tell("line back, nothing waits at A", backAt);
}

async function readElsewhere({ other: { page, hands, ask } }: Nation): Promise<void> {
	await counterScreen(hands).open();
	await (await scannerOf(page)).scan(serial);
	const passport = passportParts(hands);
	await expect(passport.found).toContainText(dressShoes.brand);
	await expect(passport.repairs(1)).toBeVisible();
	await expect(passport.stillThere(workshopA.name)).toBeVisible();

	const search = searchScreen(hands);
	await search.open();
	await search.type(serial);
	await passport.look();
	await expect(passport.notHere).toBeVisible();
	await expect(passport.repairList).toContainText(workshopA.name);
	for (const what of ["line-job.received", "line-job.step_finished", "line-job.repair_finished"] as const)
		await expect(passport.told(what, workshopA.name)).toBeVisible();
	// Whose it is stays sealed: neither a name nor a number, not even masked.
	for (const word of [customer.name, customer.masked, "5678"]) await expect(passport.whole).not.toContainText(word);
	expect(JSON.stringify(await ask("passport.ask", { text: serial }))).not.toMatch(/张晓雯|5678/);
}
