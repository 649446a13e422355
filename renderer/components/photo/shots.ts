/**
 * Photos on their way from the camera into the workstation: each is sent at once with a ticket of its own, kept
 * and shown until it is stored, and sent again on demand. Used by PhotoCapture.
 */
import { useCallback, useEffect, useRef, useState } from "react";
import { putMedia } from "../../app/client.ts";

export type Shot = {
	id: number;
	/** Address of the picture while it is only here. */
	url: string;
	jpeg: Blob;
	state: "sending" | "stored" | "failed";
	error?: unknown;
};

export type Shots = {
	shots: readonly Shot[];
	add: (jpeg: Blob) => void;
	again: (id: number) => void;
	discard: (id: number) => void;
};

/** How long a stored photo stays in the strip of the camera, ms: the screen shows it by then. */
const lingerMs = 1500;

/** Sends each added photo. `getTicket` is a call's answer; `onStored` gets the handle. */
export function useShots(getTicket: () => Promise<string>, onStored: (handle: string) => unknown): Shots {
	const [shots, setShots] = useState<readonly Shot[]>([]);
	const nextId = useRef(1);
	const kept = useRef(shots);
	kept.current = shots;
	const latest = useRef({ getTicket, onStored });
	latest.current = { getTicket, onStored };

	useEffect(
		() => () => {
			for (const shot of kept.current) URL.revokeObjectURL(shot.url);
		},
		[],
	);

	const mark = useCallback((id: number, change: Partial<Shot>) => {
		setShots((now) => now.map((shot) => (shot.id === id ? { ...shot, ...change } : shot)));
	}, []);
	const discard = useCallback((id: number) => {
		const shot = kept.current.find((each) => each.id === id);
		if (shot) URL.revokeObjectURL(shot.url);
		setShots((now) => now.filter((each) => each.id !== id));
	}, []);
	const send = useCallback(
		async (id: number, jpeg: Blob) => {
			try {
				const handle = await putMedia(await latest.current.getTicket(), jpeg);
				await latest.current.onStored(handle);
				mark(id, { state: "stored" });
				setTimeout(() => discard(id), lingerMs);
			} catch (error) {
				mark(id, { state: "failed", error });
			}
		},
		[mark, discard],
	);
	const add = useCallback(
		(jpeg: Blob) => {
			const id = nextId.current++;
			setShots((now) => [...now, { id, url: URL.createObjectURL(jpeg), jpeg, state: "sending" }]);
			void send(id, jpeg);
		},
		[send],
	);
	const again = useCallback(
		(id: number) => {
			const shot = kept.current.find((each) => each.id === id);
			if (!shot) return;
			mark(id, { state: "sending", error: undefined });
			void send(id, shot.jpeg);
		},
		[mark, send],
	);
	return { shots, add, again, discard };
}
