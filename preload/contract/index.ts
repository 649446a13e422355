/** Every call there is, merged. The one barrel: handlers, hosts and the client derive their types from here. */
import { backupCalls } from "./backup.ts";
import { benchCalls } from "./bench.ts";
import { boardCalls } from "./board.ts";
import { bulkCalls } from "./bulk.ts";
import { customerCalls } from "./customer.ts";
import { dayCalls } from "./day.ts";
import type { CallSpec } from "./define.ts";
import { demoCalls } from "./demo.ts";
import { devicesCalls } from "./devices.ts";
import { followupCalls } from "./followup.ts";
import { handoverCalls } from "./handover.ts";
import { inspectionCalls } from "./inspection.ts";
import { counterCalls, intakeCalls } from "./intake.ts";
import { itemCalls } from "./item.ts";
import { jobCalls } from "./job.ts";
import { labelsCalls } from "./labels.ts";
import { joinCalls, lanCalls } from "./lan.ts";
import { mediaCalls } from "./media.ts";
import { orderCalls } from "./order.ts";
import { pairingCalls } from "./pairing.ts";
import { paperPrintersCalls, sendPaperCalls } from "./paper-printers.ts";
import { passportCalls } from "./passport.ts";
import { paymentCalls } from "./payment.ts";
import { printCalls } from "./print.ts";
import { printersCalls } from "./printers.ts";
import { qcCalls } from "./qc.ts";
import { quoteCalls } from "./quote.ts";
import { scanCalls } from "./scan.ts";
import { scanOpenCalls } from "./scan-open.ts";
import { scannersCalls } from "./scanners.ts";
import { searchCalls } from "./search.ts";
import { sessionCalls } from "./session.ts";
import { setupCalls } from "./setup.ts";
import { shelfCalls } from "./shelf.ts";
import { staffCalls } from "./staff.ts";
import { standardCalls } from "./standard.ts";
import { storeCalls } from "./store.ts";
import { syncCalls } from "./sync.ts";
import { transferCalls } from "./transfer.ts";
import { workstationCalls } from "./workstation.ts";

export const calls = {
	...orderCalls,
	...handoverCalls,
	...paymentCalls,
	...followupCalls,
	...jobCalls,
	...inspectionCalls,
	...quoteCalls,
	...setupCalls,
	...demoCalls,
	...sessionCalls,
	...staffCalls,
	...storeCalls,
	...backupCalls,
	...printersCalls,
	...devicesCalls,
	...paperPrintersCalls,
	...sendPaperCalls,
	...pairingCalls,
	...printCalls,
	...labelsCalls,
	...bulkCalls,
	...benchCalls,
	...qcCalls,
	...shelfCalls,
	...dayCalls,
	...searchCalls,
	...boardCalls,
	...mediaCalls,
	...scanCalls,
	...scanOpenCalls,
	...scannersCalls,
	...customerCalls,
	...counterCalls,
	...intakeCalls,
	...itemCalls,
	...passportCalls,
	...standardCalls,
	...syncCalls,
	...lanCalls,
	...joinCalls,
	...transferCalls,
	...workstationCalls,
} satisfies Record<string, CallSpec>;

export type Calls = typeof calls;
export type CallName = keyof Calls;
