/** Another program with the port open: says so, holds it until it is ended. */
import { loadSerialDriver } from "../../../main/devices/scanner/serial/serial-port.ts";

const driver = await loadSerialDriver();
const line = await driver.open(process.argv[2] ?? "", 9600);
if (typeof line === "string") throw new Error(line);
line.listen(
	() => undefined,
	() => process.exit(0),
);
process.send?.("open");
