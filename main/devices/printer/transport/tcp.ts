/** A printer on the network (usually port 9100). */
import { createConnection, type Socket } from "node:net";
import { type OpenTrouble, PrinterLine, type Transport } from "./line.ts";

/** Until the network has taken a label. */
const carryMs = 15_000;

function lineOf(socket: Socket, signal: AbortSignal): PrinterLine {
	const line = new PrinterLine(
		{
			write: (bytes, taken) => {
				socket.write(bytes, (error) => {
					if (!error) taken();
				});
			},
			finish: () => socket.end(),
			destroy: async () => {
				socket.destroy();
			},
		},
		signal,
	);
	socket.setNoDelay(true);
	socket.on("data", (data) => line.take(data));
	socket.on("end", () => line.over("closed"));
	socket.on("error", () => line.over("failed"));
	socket.on("close", () => {
		if (!line.closed) line.over("failed");
	});
	return line;
}

function open(host: string, port: number, ms: number, signal: AbortSignal): Promise<PrinterLine | OpenTrouble> {
	const socket = createConnection({ host, port, allowHalfOpen: true });
	return new Promise((resolve) => {
		const settle = (opened: PrinterLine | OpenTrouble) => {
			clearTimeout(timer);
			socket.removeListener("error", giveUp);
			signal.removeEventListener("abort", giveUp);
			if (typeof opened === "string") socket.on("error", () => {}).destroy();
			resolve(opened);
		};
		const giveUp = () => settle(signal.aborted ? "cancelled" : "unreachable");
		const timer = setTimeout(giveUp, ms);
		signal.addEventListener("abort", giveUp);
		socket.once("error", giveUp);
		socket.once("connect", () => settle(lineOf(socket, signal)));
	});
}

export function tcpTransport(host: string, port: number): Transport {
	return {
		address: `tcp ${host.toLowerCase()}:${port}`,
		carryMs: () => carryMs,
		mayLag: false,
		closes: true,
		async open(ms, signal) {
			return signal.aborted ? "cancelled" : open(host, port, ms, signal);
		},
	};
}
