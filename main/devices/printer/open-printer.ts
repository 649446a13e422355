/** A port to the label or receipt printer of a profile: its language, over its way. Called by the printers' service. */

import { type LineLimits, usualLimits } from "./ask.ts";
import { escPosLanguage } from "./language/escpos.ts";
import type { PrinterLanguage } from "./language/language.ts";
import { tsplLanguage } from "./language/tspl.ts";
import { zplLanguage } from "./language/zpl.ts";
import { createLinePrinter } from "./line-printer.ts";
import type { PrinterPort } from "./printer-port.ts";
import type { PrinterProfile } from "./profile.ts";
import { systemSpooler } from "./queue/system.ts";
import { createQueuePrinter } from "./queue-printer.ts";
import { serialTransport } from "./transport/serial.ts";
import { tcpTransport } from "./transport/tcp.ts";

export const printerLanguages: Record<PrinterProfile["language"], PrinterLanguage> = {
	zpl: zplLanguage,
	tspl: tsplLanguage,
	escpos: escPosLanguage,
};

export function openPrinter(profile: PrinterProfile, limits: LineLimits = usualLimits): PrinterPort {
	const { transport } = profile;
	const language = printerLanguages[profile.language];
	switch (transport.kind) {
		case "tcp":
			return createLinePrinter(profile, language, tcpTransport(transport.host, transport.port), limits);
		case "serial":
			return createLinePrinter(profile, language, serialTransport(transport.path, transport.baud), limits);
		case "queue":
			return createQueuePrinter(transport.name, systemSpooler());
	}
}
