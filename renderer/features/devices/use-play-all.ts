/** Plays the three sounds one after another, far enough apart to be told apart. */
import { useCallback, useEffect, useRef } from "react";
import { playSound } from "../../scan/sounds.ts";

const sounds = ["understood", "not-understood", "attention"] as const;
const apartMs = 700;

export function usePlayAll(): () => void {
	const timers = useRef<ReturnType<typeof setTimeout>[]>([]);
	const stop = useCallback(() => {
		for (const timer of timers.current.splice(0)) clearTimeout(timer);
	}, []);
	useEffect(() => stop, [stop]);
	return useCallback(() => {
		stop();
		timers.current = sounds.map((sound, at) => setTimeout(() => playSound(sound), at * apartMs));
	}, [stop]);
}
