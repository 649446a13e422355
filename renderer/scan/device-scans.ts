/** Scans from devices the workstation process reads itself (serial, HID POS) join the same bus as the wedge's. */
import { onPush } from "../app/client.ts";
import { publishScan } from "./bus.ts";

/** Starts listening. Called once by main.tsx. */
export function startDeviceScans(): () => void {
	return onPush((push) => {
		if (push.type === "scan") void publishScan({ text: push.text, source: push.source });
	});
}
