/** Many at once on a real PostgreSQL: one chain by eight carriers, twelve chains, transactions given up, what is no event. */
import { expect, test } from "vitest";
import { atOnceFaults } from "./at-once.ts";

test("whoever pushes at once, each event has one place and each chain is whole", async () => {
	expect(await atOnceFaults()).toEqual([]);
});
