import { afterEach, expect, test } from "vitest";
import { openWorkstation, type Workstation } from "../../support/memory-workstation.ts";

let ws: Workstation | undefined;
afterEach(() => ws?.dispose());

test("a new workstation waits for its set-up and refuses everything else", async () => {
	ws = await openWorkstation();
	expect(await ws.call("workstation.state", {})).toMatchObject({ phase: "set-up", person: null });
	expect(await ws.tryCall("nothing.here", {})).toMatchObject({ ok: false, error: { code: "not-found" } });
	expect(await ws.tryCall("workstation.state", { extra: 1 })).toMatchObject({
		ok: false,
		error: { code: "invalid-input" },
	});
});
