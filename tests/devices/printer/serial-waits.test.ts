import { once } from "node:events";
import { createReadStream } from "node:fs";
import { SerialPort } from "serialport";
import { expect, it } from "vitest";
import { keepWaits } from "../../../main/devices/printer/transport/serial-waits.ts";
import { createCable } from "../scanner/pty.ts";
import { eventually } from "./cable.ts";

/** More than a pseudo terminal, socat and its far end hold between them. */
const large = Buffer.alloc(256 * 1024, 0x41);

it("a large label goes on as soon as the cable takes it, whatever began to be read meanwhile", async () => {
	const cable = await createCable();
	const binding = await SerialPort.binding.open({ path: cable.port, baudRate: 115_200 });
	if (!("poller" in binding)) throw new Error("no such poller on this system");
	const { poller } = binding;
	keepWaits(poller);
	const written = binding.write(large);
	// Full: nobody reads at the far end.
	await eventually(() => poller.listenerCount("writable") > 1);
	const heard = once(poller, "readable");
	poller.poll(1);

	let came = 0;
	const far = createReadStream(cable.far);
	far.on("data", (data) => {
		came += data.length;
	});
	// Ended with the cable.
	far.on("error", () => {});
	await written;
	await eventually(() => came === large.length);
	await cable.send("ready");
	await heard;
	expect(came).toBe(large.length);
	far.destroy();
	await binding.close();
	await cable.dispose();
});
