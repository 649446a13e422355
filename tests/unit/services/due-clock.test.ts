/** One job, one clock: the counter, the bench, the board and the job's page name the same one, whatever stands still. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { openReadyWorkstation, type ReadyWorkstation, receive } from "../../support/fixtures.ts";
import { approve } from "../../support/orders/approved.ts";

const day = 86_400_000;
let ws: ReadyWorkstation;
let jobId: string;

beforeEach(async () => {
	ws = await openReadyWorkstation();
	jobId = receive(ws).jobIds[0] ?? "";
	approve(ws, jobId, ["O01"]);
});
afterEach(() => ws.dispose());

/** The clock of the job on every screen that lists it. */
async function shown() {
	ws.as("technician");
	const bench = (await ws.call("bench.queue", {})).rows.find(({ card }) => card.jobId === jobId)?.card.due;
	ws.as("clerk");
	const board = (await ws.call("board.read", {})).rows.find((row) => row.jobId === jobId)?.clock;
	const page = (await ws.call("job.get", { jobId })).clock;
	const home = (await ws.call("counter.home", {})).atRisk.find((row) => row.jobId === jobId)?.clock;
	return [bench, board, page, home].map((clock) => (clock ? [clock.clock, clock.dueAt, clock.state] : null));
}

test("while the repair runs it is the repair's", async () => {
	const [bench, board, page] = await shown();
	expect(bench?.[0]).toBe("F");
	expect(board).toEqual(bench);
	expect(page).toEqual(bench);
});

test("while it waits for a part it is the part's, on the counter too once it is late", async () => {
	ws.as("technician");
	const { version } = ws.app.states.get("job", jobId);
	await ws.call("bench.pauseClock", { jobId, version, reason: "waiting-part" });
	ws.clock.pass(20 * day);
	const [bench, board, page, home] = await shown();
	expect(bench?.[0]).toBe("G");
	expect(bench?.[2]).toBe("overdue");
	expect(board).toEqual(bench);
	expect(page).toEqual(bench);
	expect(home).toEqual(bench);
});
