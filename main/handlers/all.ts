/** Every handler there is, one file per contract file. A declared call without a handler does not compile. */
import type { CallSpec } from "../../preload/contract/define.ts";
import type { Calls } from "../../preload/contract/index.ts";
import type { App } from "../app.ts";
import type { Handler, HandlersFor } from "../router.ts";
import { backupHandlers } from "./backup.ts";
import { benchHandlers } from "./bench.ts";
import { boardHandlers } from "./board.ts";
import { bulkHandlers } from "./bulk.ts";
import { customerHandlers } from "./customer.ts";
import { dayHandlers } from "./day.ts";
import { demoHandlers } from "./demo.ts";
import { devicesHandlers } from "./devices.ts";
import { followupHandlers } from "./followup.ts";
import { handoverHandlers } from "./handover.ts";
import { inspectionHandlers } from "./inspection.ts";
import { intakeHandlers } from "./intake.ts";
import { itemHandlers } from "./item.ts";
import { jobHandlers } from "./job.ts";
import { labelsHandlers } from "./labels.ts";
import { lanHandlers } from "./lan.ts";
import { mediaHandlers } from "./media.ts";
import { orderHandlers } from "./order.ts";
import { pairingHandlers } from "./pairing.ts";
import { paperPrintersHandlers } from "./paper-printers.ts";
import { passportHandlers } from "./passport.ts";
import { paymentHandlers } from "./payment.ts";
import { printHandlers } from "./print.ts";
import { printersHandlers } from "./printers.ts";
import { qcHandlers } from "./qc.ts";
import { quoteHandlers } from "./quote.ts";
import { scanHandlers } from "./scan.ts";
import { scannersHandlers } from "./scanners.ts";
import { searchHandlers } from "./search.ts";
import { sessionHandlers } from "./session.ts";
import { setupHandlers } from "./setup.ts";
import { shelfHandlers } from "./shelf.ts";
import { staffHandlers } from "./staff.ts";
import { standardHandlers } from "./standard.ts";
import { storeHandlers } from "./store.ts";
import { syncHandlers } from "./sync.ts";
import { transferHandlers } from "./transfer.ts";
import { workstationHandlers } from "./workstation.ts";

export function createHandlers(app: App): Record<string, Handler<CallSpec>> {
	const handlers: HandlersFor<Calls> = {
		...orderHandlers(app),
		...handoverHandlers(app),
		...paymentHandlers(app),
		...followupHandlers(app),
		...jobHandlers(app),
		...inspectionHandlers(app),
		...quoteHandlers(app),
		...setupHandlers(app),
		...demoHandlers(app),
		...sessionHandlers(app),
		...staffHandlers(app),
		...storeHandlers(app),
		...backupHandlers(app),
		...printersHandlers(app),
		...devicesHandlers(app),
		...paperPrintersHandlers(app),
		...pairingHandlers(app),
		...printHandlers(app),
		...labelsHandlers(app),
		...bulkHandlers(app),
		...benchHandlers(app),
		...qcHandlers(app),
		...shelfHandlers(app),
		...dayHandlers(app),
		...searchHandlers(app),
		...boardHandlers(app),
		...mediaHandlers(app),
		...scanHandlers(app),
		...scannersHandlers(app),
		...customerHandlers(app),
		...intakeHandlers(app),
		...itemHandlers(app),
		...passportHandlers(app),
		...standardHandlers(app),
		...syncHandlers(app),
		...lanHandlers(app),
		...transferHandlers(app),
		...workstationHandlers(app),
	};
	return handlers as unknown as Record<string, Handler<CallSpec>>;
}
