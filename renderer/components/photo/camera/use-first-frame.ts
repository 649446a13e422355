/** Plays the camera's stream in a video element and says when it has something to show. */
import { type RefObject, useEffect, useState } from "react";

/** Until its first picture is on the screen a camera has only black to give. */
export function useFirstFrame(video: RefObject<HTMLVideoElement | null>, stream: MediaStream | undefined): boolean {
	const [seen, setSeen] = useState<MediaStream>();
	useEffect(() => {
		const { current } = video;
		if (!current) return;
		current.srcObject = stream ?? null;
		if (!stream) return;
		const first = current.requestVideoFrameCallback(() => setSeen(stream));
		return () => current.cancelVideoFrameCallback(first);
	}, [video, stream]);
	return stream !== undefined && seen === stream;
}
