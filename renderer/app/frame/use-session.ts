/** The session as the frame keeps it: locking, and telling the workstation that somebody is still here. */
import { useEffect } from "react";
import { call } from "../client.ts";
import { useCommand } from "../use-calls.ts";

/** At most one sign of life in so many ms. */
const touchEveryMs = 30_000;

/** Reading without acting is being here too: keys, clicks and touches put off the automatic lock. */
export function useSession(): void {
	useEffect(() => {
		let last = performance.now();
		const touch = () => {
			if (performance.now() - last < touchEveryMs) return;
			last = performance.now();
			// Nobody signed in, or the line broken: the screen already shows it.
			call("session.touch", {}).catch(() => undefined);
		};
		const events = ["pointerdown", "keydown", "wheel"] as const;
		for (const event of events) window.addEventListener(event, touch, { capture: true, passive: true });
		return () => {
			for (const event of events) window.removeEventListener(event, touch, { capture: true });
		};
	}, []);
}

/** Locks at once. What is half entered stays as a draft; the screen stays where it is for whoever signs in next. */
export function useLock(): () => void {
	const { mutate } = useCommand("session.lock");
	return () => mutate({});
}
