/**
 * A printer on a serial cable, or on USB where the system makes a serial port of it. Eight bits, no parity, one stop
 * bit, no handshake: what the printers' own leaflets ask for. The native module is loaded when it is first needed.
 */
import { type OpenTrouble, PrinterLine, type Transport } from "./line.ts";
import { keepWaits } from "./serial-waits.ts";

type Port = InstanceType<typeof import("serialport")["SerialPort"]>;

/** Start bit, eight bits, stop bit. */
const bitsAByte = 10;

/** The module gives no codes, only the system's words. Windows says "Access denied" of a port another program holds. */
function troubleOf(message: string): OpenTrouble {
	if (/Cannot lock port|busy|EBUSY|temporarily unavailable/i.test(message)) return "port-in-use";
	if (/Permission denied|EACCES/i.test(message)) return "port-forbidden";
	if (/Access denied/i.test(message)) return "port-in-use";
	if (/No such file|File not found|not found|No such device|ENOENT|ENXIO|Input\/output error/i.test(message)) {
		return "port-missing";
	}
	return "unreachable";
}

/** Without flushing first: that would throw away bytes the system still holds for a slow printer. */
function close(port: Port): Promise<void> {
	return new Promise((resolve) => {
		if (port.isOpen) port.close(() => resolve());
		else resolve();
	});
}

function lineOf(port: Port, signal: AbortSignal): PrinterLine {
	const line = new PrinterLine(
		{
			write: (bytes, taken) => {
				port.write(Buffer.from(bytes), (error) => {
					if (error) line.over("failed");
					else
						port.drain((trouble) => {
							if (trouble) line.over("failed");
							else taken();
						});
				});
			},
			finish: () => {},
			destroy: () => close(port),
		},
		signal,
	);
	port.on("data", (data: Buffer) => line.take(data));
	port.on("error", () => line.over("failed"));
	port.on("close", () => line.over("failed"));
	return line;
}

export function serialTransport(path: string, baud: number): Transport {
	return {
		address: `serial ${path}`,
		// Twice the time the bits need, for printers that hold the line while they print.
		carryMs: (bytes) => 10_000 + (2 * 1000 * bytes * bitsAByte) / baud,
		mayLag: true,
		closes: false,
		async open(ms, signal) {
			if (signal.aborted) return "cancelled";
			const { SerialPort } = await import("serialport");
			const port = new SerialPort({ path, baudRate: baud, autoOpen: false, lock: true });
			port.on("error", () => {});
			return new Promise((resolve) => {
				let given = false;
				const give = (opened: PrinterLine | OpenTrouble) => {
					clearTimeout(timer);
					if (given && typeof opened !== "string") void opened.destroy();
					else resolve(opened);
					given = true;
				};
				const timer = setTimeout(() => give("unreachable"), ms);
				port.open((error) => {
					if (error) return give(troubleOf(error.message));
					if (port.port && "poller" in port.port) keepWaits(port.port.poller);
					// What lies in the system's buffer is an answer to somebody else's question.
					port.flush(() => give(lineOf(port, signal)));
				});
			});
		},
	};
}
