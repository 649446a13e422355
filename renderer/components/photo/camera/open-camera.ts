/**
 * Opening a camera: which one, how, and why it doesn't. Asks for video only (asking for sound too fails where the
 * microphone is blocked), names the chosen camera exactly (a mere wish is ignored by the browser), never takes another
 * one in its place (it may look at a customer), and gives up by itself, because the browser may never answer.
 */
import type { CameraSettings } from "../camera-settings.ts";

export type CameraTrouble = "none" | "denied" | "busy" | "timeout" | "lost" | "gone";
export type Camera = { deviceId: string; label: string };

const patienceMs = 8000;
/** More than most cameras give; the browser takes the nearest they have. Slow modes are no use for aiming. */
const size = { width: { ideal: 2560 }, height: { ideal: 1440 }, frameRate: { ideal: 24 } };

/** The cameras of this PC. Before the first permission the browser gives neither ids nor names: then none. */
export async function listCameras(): Promise<readonly Camera[]> {
	const devices = (await navigator.mediaDevices?.enumerateDevices().catch(() => [])) ?? [];
	return devices
		.filter((device) => device.kind === "videoinput" && device.deviceId !== "")
		.map(({ deviceId, label }) => ({ deviceId, label }));
}

/** Rejects with what {@link troubleOf} understands. */
export async function openCamera(wanted: Pick<CameraSettings, "deviceId" | "label">): Promise<MediaStream> {
	const media = navigator.mediaDevices;
	if (!media) throw new DOMException("no camera interface", "NotFoundError");
	if (wanted.deviceId === undefined) return inTime(media.getUserMedia({ audio: false, video: size }));
	const open = (deviceId: string) =>
		inTime(media.getUserMedia({ audio: false, video: { ...size, deviceId: { exact: deviceId } } }));
	try {
		return await open(wanted.deviceId);
	} catch (thrown) {
		if (!isMissing(thrown)) throw thrown;
		// After its storage was cleared the browser gives the same camera another id.
		const cameras = await listCameras();
		const same = cameras.filter(({ label }) => label !== "" && label === wanted.label);
		if (same.length === 1 && same[0]) return open(same[0].deviceId);
		throw new DOMException("the chosen camera is not there", cameras.length > 0 ? "GoneError" : "NotFoundError");
	}
}

function isMissing(thrown: unknown): boolean {
	return /^(OverconstrainedError|NotFoundError)$/.test(nameOf(thrown));
}

/** Not every one of them is a DOMException: OverconstrainedError is a class of its own. */
function nameOf(thrown: unknown): string {
	return typeof thrown === "object" && thrown !== null && "name" in thrown ? String(thrown.name) : "";
}

function inTime(opening: Promise<MediaStream>): Promise<MediaStream> {
	return new Promise((resolve, reject) => {
		let late = false;
		const timer = setTimeout(() => {
			late = true;
			reject(new DOMException("no answer", "TimeoutError"));
		}, patienceMs);
		opening
			.then((stream) => (late ? stopCamera(stream) : resolve(stream)))
			.catch(reject)
			.finally(() => clearTimeout(timer));
	});
}

export function stopCamera(stream: MediaStream): void {
	for (const track of stream.getTracks()) track.stop();
}

/** Why no picture comes, from what getUserMedia threw. */
export function troubleOf(thrown: unknown): CameraTrouble {
	const name = nameOf(thrown);
	if (name === "NotAllowedError" || name === "SecurityError") return "denied";
	if (name === "NotFoundError" || name === "OverconstrainedError") return "none";
	if (name === "GoneError") return "gone";
	return name === "TimeoutError" ? "timeout" : "busy";
}
