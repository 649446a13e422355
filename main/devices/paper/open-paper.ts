/** A port to the printer for paper of a profile. Called by the printers' service. */
import type { PrinterPort } from "../printer/printer-port.ts";
import { cupsPlace } from "../printer/queue/cups.ts";
import { createIppPaperPrinter, type PaperLimits, usualPaperLimits } from "./ipp-paper.ts";
import type { PaperProfile } from "./paper-profile.ts";
import { createWindowsPaperPrinter } from "./windows-paper.ts";

const ippPort = 631;

export function openPaperPrinter({ transport }: PaperProfile, limits: PaperLimits = usualPaperLimits): PrinterPort {
	if (transport.kind === "ipp") {
		const { hostname, port, pathname } = new URL(transport.url.replace(/^ipp:/, "http:"));
		const host = hostname.replace(/^\[|\]$/g, "");
		const place = { host, port: Number(port) || ippPort };
		return createIppPaperPrinter({ place, path: pathname, uri: transport.url, vouches: true }, limits);
	}
	if (process.platform === "win32") return createWindowsPaperPrinter(transport.name);
	const path = `/printers/${encodeURIComponent(transport.name)}`;
	return createIppPaperPrinter({ place: cupsPlace(), path, uri: `ipp://localhost${path}`, vouches: false }, limits);
}
