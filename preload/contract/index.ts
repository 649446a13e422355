/** Every call there is, merged. The one barrel: handlers, hosts and the client derive their types from here. */
import { benchCalls } from "./bench.ts";
import { boardCalls } from "./board.ts";
import { dayCalls } from "./day.ts";
import type { CallSpec } from "./define.ts";
import { mediaCalls } from "./media.ts";
import { qcCalls } from "./qc.ts";
import { scanCalls } from "./scan.ts";
import { searchCalls } from "./search.ts";
import { shelfCalls } from "./shelf.ts";
import { standardCalls } from "./standard.ts";
import { workstationCalls } from "./workstation.ts";

export const calls = {
	...benchCalls,
	...qcCalls,
	...shelfCalls,
	...dayCalls,
	...searchCalls,
	...boardCalls,
	...mediaCalls,
	...scanCalls,
	...standardCalls,
	...workstationCalls,
} satisfies Record<string, CallSpec>;

export type Calls = typeof calls;
export type CallName = keyof Calls;
