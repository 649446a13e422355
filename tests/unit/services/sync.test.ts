/** What screens are told about the archive, and enrolment refused in words; the exchange itself is tests/sync. */
import { afterEach, expect, test } from "vitest";
import { openReadyWorkstation, type ReadyWorkstation } from "../../support/fixtures.ts";
import { refusals } from "../../support/refusal.ts";

let ws: ReadyWorkstation;
afterEach(() => ws.dispose());
const refused = refusals(() => ws);

const asked = { address: "https://archive.example", code: "AAAA-BBBB-CCCC", name: "前台" };

test("a workstation without an archive says so and waits for nothing", async () => {
	ws = await openReadyWorkstation();
	expect(await ws.call("sync.state", {})).toEqual({
		line: "off",
		reason: null,
		lastContactAt: null,
		waiting: 0,
		oldestWaitingAt: null,
		archive: null,
		lease: null,
	});
});

test("enrolment without a line is refused in words and leaves everything as it was", async () => {
	ws = await openReadyWorkstation();
	ws.as("clerk");
	expect(await refused("sync.enrol", asked)).toMatchObject({ code: "forbidden" });
	ws.as("manager");
	expect(await refused("sync.enrol", asked)).toMatchObject({
		code: "archive-unreachable",
		reason: "sync.no-line",
	});
	expect(await ws.call("sync.held", {})).toEqual({ events: [] });
	expect((await ws.call("sync.state", {})).archive).toBeNull();
});
