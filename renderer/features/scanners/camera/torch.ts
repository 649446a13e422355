/** The camera's lamp, where it has one: phones and some document cameras do, webcams do not. */
import { useState } from "react";

/** The lamp is newer than the types of the platform. */
type WithTorch = MediaTrackCapabilities & { torch?: boolean };

export type Torch = { on: boolean; set: (on: boolean) => void };

export function useTorch(stream: MediaStream | undefined): Torch | undefined {
	const [on, setOn] = useState(false);
	const track = stream?.getVideoTracks()[0];
	const capabilities: WithTorch | undefined = track?.getCapabilities?.();
	if (!track || !capabilities?.torch) return undefined;
	const set = (now: boolean) => {
		const wish = { advanced: [{ torch: now }] } as unknown as MediaTrackConstraints;
		track.applyConstraints(wish).then(
			() => setOn(now),
			// The lamp is taken or too hot; the picture goes on without it.
			() => setOn(false),
		);
	};
	return { on, set };
}
