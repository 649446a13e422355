/**
 * What a scanner the workstation process reads gives, and how such a scanner is. Made by the adapters in this folder,
 * handed on by hub.ts to services/scanners. Knows bytes and cables, nothing of what a code stands for.
 */
import type { Reason } from "../../../domain/errors.ts";

/** Why a scan that arrived can't be used: half of it, bytes that are no text, more than any code holds. */
export type ScanFlaw = "half" | "encoding" | "too-long";

export type DeviceScan = {
	/** As they came, without the transport's own framing; one line end at the end is cut off. */
	bytes: Uint8Array;
	/** Without the AIM prefix. Of an unreadable scan: what can be shown of it, or nothing. */
	text: string;
	/** `]C1` and the like, or empty when the device says none. */
	aim: string;
	/** Name of the symbology as far as the device tells, or empty. */
	symbology: string;
	/** The scanner's id in the hub, e.g. `hid:0c2e:0b61:SN1` or `serial:<uuid>`. */
	source: string;
	/** ms UTC. */
	at: number;
	/** Set when the scan can't be used; it is handed on all the same, so that somebody is told. */
	flaw?: ScanFlaw;
};

/**
 * `searching`: not there since the start, looked for. `gone`: was there, looked for. `busy`: another program holds it.
 * `denied`: this account may not open it. `failed`: the system says something else.
 */
export type ScannerState = "ready" | "searching" | "gone" | "busy" | "denied" | "failed";

export type ScannerKind = "hid" | "serial";

export type ScannerStatus = {
	id: string;
	kind: ScannerKind;
	/** As the device calls itself, or as the shop named it. */
	name: string;
	state: ScannerState;
	/** ms UTC of the last scan, unreadable ones too. */
	lastScanAt: number | undefined;
	/** What went wrong last, until a good scan comes. */
	lastError: Reason | undefined;
	/** Scans read twice and said once, since the start. */
	repeats: number;
};

/** What an adapter tells the hub. */
export type ScannerEvents = {
	scan(scan: DeviceScan): void;
	/** The device came, went or is in trouble. */
	state(state: ScannerState, error?: Reason): void;
	/** Something about a device at work is not as it should be; it stays as it is. */
	trouble(error: Reason): void;
};
