/**
 * The camera behind a live picture: which one, opened how, and why it isn't. Asks for video only (asking for sound
 * too fails where the microphone is blocked), names the remembered camera exactly (a wish is ignored by the
 * browser), and gives up by itself, because the browser may never answer.
 */
import { useCallback, useEffect, useState } from "react";

const storageKey = "welt.camera";
const patienceMs = 8000;

export type CameraTrouble = "none" | "denied" | "busy" | "timeout" | "lost";
export type Camera = { deviceId: string; label: string };
export type CameraState = {
	stream: MediaStream | undefined;
	trouble: CameraTrouble | undefined;
	cameras: readonly Camera[];
	deviceId: string | undefined;
	choose: (deviceId: string) => void;
	retry: () => void;
};

/** Keeps a live stream while mounted and `active`; follows plugging and unplugging. */
export function useCamera(active: boolean): CameraState {
	const [stream, setStream] = useState<MediaStream>();
	const [trouble, setTrouble] = useState<CameraTrouble>();
	const [cameras, setCameras] = useState<readonly Camera[]>([]);
	const [wanted, setWanted] = useState(() => localStorage.getItem(storageKey) ?? undefined);
	const [attempt, setAttempt] = useState(0);
	const retry = useCallback(() => setAttempt((now) => now + 1), []);

	useEffect(() => {
		if (!active) return;
		let over = false;
		let opened: MediaStream | undefined;
		setTrouble(undefined);
		open(wanted)
			.then(async (now) => {
				if (over) return stop(now);
				opened = now;
				now.getVideoTracks()[0]?.addEventListener("ended", () => !over && setTrouble("lost"));
				setStream(now);
				setCameras(await list());
			})
			.catch((thrown: unknown) => !over && setTrouble(troubleOf(thrown)));
		return () => {
			over = true;
			if (opened) stop(opened);
			setStream(undefined);
		};
	}, [active, wanted, attempt]);

	useEffect(() => {
		const changed = () => {
			void list().then(setCameras);
			if (trouble !== undefined) retry();
		};
		navigator.mediaDevices?.addEventListener("devicechange", changed);
		return () => navigator.mediaDevices?.removeEventListener("devicechange", changed);
	}, [trouble, retry]);

	const choose = (deviceId: string) => {
		localStorage.setItem(storageKey, deviceId);
		setWanted(deviceId);
	};
	const deviceId = stream?.getVideoTracks()[0]?.getSettings().deviceId ?? wanted;
	return { stream: trouble === undefined ? stream : undefined, trouble, cameras, deviceId, choose, retry };
}

async function open(deviceId: string | undefined): Promise<MediaStream> {
	const size = { width: { ideal: 1920 }, height: { ideal: 1080 } };
	const media = navigator.mediaDevices;
	if (!media) throw new DOMException("no camera interface", "NotFoundError");
	if (deviceId === undefined) return inTime(media.getUserMedia({ audio: false, video: size }));
	try {
		return await inTime(media.getUserMedia({ audio: false, video: { ...size, deviceId: { exact: deviceId } } }));
	} catch (thrown) {
		// The remembered camera is gone: any camera is better than none, and the picture shows which it is.
		if (!(thrown instanceof DOMException) || !/OverconstrainedError|NotFoundError/.test(thrown.name)) throw thrown;
		return inTime(media.getUserMedia({ audio: false, video: size }));
	}
}

function inTime(opening: Promise<MediaStream>): Promise<MediaStream> {
	return new Promise((resolve, reject) => {
		let late = false;
		const timer = setTimeout(() => {
			late = true;
			reject(new DOMException("no answer", "TimeoutError"));
		}, patienceMs);
		opening
			.then((stream) => (late ? stop(stream) : resolve(stream)))
			.catch(reject)
			.finally(() => clearTimeout(timer));
	});
}

function stop(stream: MediaStream): void {
	for (const track of stream.getTracks()) track.stop();
}

async function list(): Promise<readonly Camera[]> {
	const devices = await navigator.mediaDevices.enumerateDevices().catch(() => []);
	return devices
		.filter((device) => device.kind === "videoinput" && device.deviceId !== "")
		.map(({ deviceId, label }) => ({ deviceId, label }));
}

/** Why no picture comes, from what getUserMedia threw. */
export function troubleOf(thrown: unknown): CameraTrouble {
	const name = thrown instanceof DOMException ? thrown.name : "";
	if (name === "NotAllowedError" || name === "SecurityError") return "denied";
	if (name === "NotFoundError" || name === "OverconstrainedError") return "none";
	return name === "TimeoutError" ? "timeout" : "busy";
}
