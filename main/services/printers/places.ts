/** Where a printer can hang on this PC: its serial ports and the system's print queues, to choose from. */
import type { OutputOf } from "../../../preload/contract/define.ts";
import type { printersCalls } from "../../../preload/contract/printers.ts";
import { systemSpooler } from "../../devices/printer/queue/system.ts";
import { loadSerialDriver } from "../../devices/scanner/serial/serial-port.ts";

type Places = OutputOf<(typeof printersCalls)["printers.places"]>;

/** Empty lists where there is nothing, or no such thing on this system: a path or name can always be typed. */
export async function listPlaces(): Promise<Places> {
	const [ports, queues] = await Promise.all([
		loadSerialDriver()
			.then((driver) => driver.list())
			.catch(() => []),
		systemSpooler()
			.list()
			.catch(() => "spooler-down" as const),
	]);
	return {
		ports: ports.map(({ path, name }) => ({ path, name })),
		queues: queues === "spooler-down" ? [] : queues.map(({ name }) => name),
	};
}
