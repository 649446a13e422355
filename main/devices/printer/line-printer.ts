/**
 * A ZPL printer on the network (port 9100). Called by the print journal. Sends one label per connection and one
 * connection at a time per address, asks the printer before and after where it can answer, and says exactly how far
 * it got. Never prints twice by itself.
 */

import { parseZplStatus, statusQuery, type ZplStatus } from "./language/zpl.ts";
import type { PrinterJob, PrinterPort, PrinterStatus, SendOutcome } from "./printer-port.ts";
import type { PrinterProfile } from "./profile.ts";
import { PrinterConnection } from "./transport/tcp.ts";

export type TcpLimits = {
	/** Until the printer takes the connection. */
	connectMs: number;
	/** Until it answers `~HS`. */
	statusMs: number;
	/** Until the operating system has taken every byte. */
	sendMs: number;
	/** After the last byte, until the printer has printed, or has closed the connection. */
	finishMs: number;
};

export const defaultLimits: TcpLimits = { connectMs: 3_000, statusMs: 1_500, sendMs: 15_000, finishMs: 10_000 };

/** Waits in line per address: most printers take a single connection and drop or mix a second one. */
const lines = new Map<string, Promise<unknown>>();

function inLine<T>(address: string, run: () => Promise<T>): Promise<T> {
	const before = lines.get(address) ?? Promise.resolve();
	const mine = before.then(run, run);
	const settled = mine.catch(() => undefined);
	lines.set(address, settled);
	void settled.then(() => {
		if (lines.get(address) === settled) lines.delete(address);
	});
	return mine;
}

async function ask(connection: PrinterConnection, ms: number): Promise<ZplStatus | undefined> {
	connection.heard = "";
	connection.write(statusQuery);
	let status: ZplStatus | undefined;
	await connection.until(() => {
		status = parseZplStatus(connection.heard);
		return status !== undefined;
	}, ms);
	return status;
}

/** How often a printer at work is asked whether it is through. */
const pollMs = 150;

/** After the last byte: sent once the printer says nothing is waiting; standing still too long is for a person to judge. */
async function confirmByStatus(connection: PrinterConnection, limits: TcpLimits): Promise<SendOutcome> {
	let waiting = Number.POSITIVE_INFINITY;
	let patientUntil = performance.now() + limits.finishMs;
	for (;;) {
		const status = await ask(connection, limits.finishMs);
		if (!status) {
			const lost = connection.failed || connection.closed;
			return { outcome: "unknown", trouble: lost ? "connection-lost" : "silent" };
		}
		if (status.trouble && status.trouble !== "busy") return { outcome: "unknown", trouble: status.trouble };
		if (status.waiting === 0) return { outcome: "sent", proof: "status" };
		if (status.waiting < waiting) patientUntil = performance.now() + limits.finishMs;
		waiting = status.waiting;
		if (performance.now() >= patientUntil) return { outcome: "unknown", trouble: "busy" };
		const pause = await connection.until(() => false, pollMs);
		if (pause === "aborted") return { outcome: "unknown", trouble: "cancelled" };
	}
}

async function confirmByClose(connection: PrinterConnection, limits: TcpLimits): Promise<SendOutcome> {
	connection.finish();
	const end = await connection.until(() => connection.closed, limits.finishMs);
	if (connection.closed) return { outcome: "sent", proof: "close" };
	return { outcome: "unknown", trouble: end === "timeout" ? "silent" : "connection-lost" };
}

async function confirmHandedOver(connection: PrinterConnection, limits: TcpLimits): Promise<SendOutcome> {
	connection.finish();
	await connection.until(() => connection.closed, Math.min(500, limits.finishMs));
	if (connection.closed) return { outcome: "sent", proof: "close" };
	return connection.failed
		? { outcome: "unknown", trouble: "connection-lost" }
		: { outcome: "sent", proof: "handed-over" };
}

/** A port to the printer of this profile. */
export function createTcpPrinter(profile: PrinterProfile, limits: TcpLimits = defaultLimits): PrinterPort {
	if (profile.transport.kind !== "tcp") throw new Error("not a network printer");
	const { host, port } = profile.transport;
	const address = `${host}:${port}`;
	const open = (signal: AbortSignal) => PrinterConnection.open(host, port, limits.connectMs, signal);

	async function checkFirst(connection: PrinterConnection): Promise<SendOutcome | undefined> {
		if (profile.proof !== "status") return undefined;
		const status = await ask(connection, limits.statusMs);
		if (connection.failed || connection.closed) return { outcome: "not-sent", trouble: "connection-lost" };
		if (!status) return { outcome: "not-sent", trouble: "silent" };
		return status.trouble ? { outcome: "not-sent", trouble: status.trouble } : undefined;
	}

	async function send({ bytes }: PrinterJob, signal: AbortSignal): Promise<SendOutcome> {
		const connection = await open(signal);
		if (!connection) return { outcome: "not-sent", trouble: signal.aborted ? "cancelled" : "unreachable" };
		try {
			const stopped = await checkFirst(connection);
			if (signal.aborted) return { outcome: "not-sent", trouble: "cancelled" };
			if (stopped) return stopped;
			// From here on a byte may be on its way: nothing below may say "not sent".
			connection.write(bytes);
			const end = await connection.until(() => connection.flushed, limits.sendMs);
			if (end === "aborted") return { outcome: "unknown", trouble: "cancelled" };
			if (end === "timeout") return { outcome: "unknown", trouble: "busy" };
			if (end !== "done") return { outcome: "unknown", trouble: "connection-lost" };
			if (profile.proof === "status") return await confirmByStatus(connection, limits);
			return profile.proof === "close"
				? await confirmByClose(connection, limits)
				: await confirmHandedOver(connection, limits);
		} finally {
			connection.finish();
			// Lets an orderly goodbye through before the next connection; a printer that never says it is not waited for.
			await connection.until(() => connection.closed, Math.min(200, limits.finishMs));
			connection.destroy();
		}
	}

	async function status(signal: AbortSignal): Promise<PrinterStatus> {
		const connection = await open(signal);
		if (!connection) return { state: "attention", trouble: signal.aborted ? "cancelled" : "unreachable" };
		try {
			if (profile.proof !== "status") return { state: "reachable" };
			const answer = await ask(connection, limits.statusMs);
			if (!answer)
				return { state: "attention", trouble: connection.failed || connection.closed ? "connection-lost" : "silent" };
			return answer.trouble ? { state: "attention", trouble: answer.trouble } : { state: "ready" };
		} finally {
			connection.destroy();
		}
	}

	return {
		send: (job, signal) => inLine(address, () => send(job, signal)),
		status: (signal) => inLine(address, () => status(signal)),
	};
}
