/**
 * Photos on their way from the camera into the workstation, one after the other so that they keep their order. Each is
 * sent at once with a ticket of its own, kept and shown until it is stored, and sent again on demand.
 */
import { useCallback, useEffect, useRef, useState } from "react";
import { putMedia } from "../../../app/client.ts";
import type { MadePicture } from "../picture/make-picture.ts";
import type { Flaw } from "../picture/quality.ts";

/** The stored photo a new one stands in for: taken again, or turned, cut or drawn on. */
export type InsteadOf = { handle: string; why: "again" | "edited" };

export type Shot = {
	id: number;
	/** Address of the picture while it is only here. */
	url: string;
	blob: Blob;
	/** What a person would take it again for. */
	flaw: Flaw | undefined;
	state: "sending" | "stored" | "failed";
	/** Once stored. */
	handle: string | undefined;
	/** The shot it stands in for, and why. */
	before: { id: number; why: InsteadOf["why"] } | undefined;
	error?: unknown;
};

export type Shots = {
	/** On their way or failed, and always the last one. */
	shots: readonly Shot[];
	last: Shot | undefined;
	/** Answers when the picture is stored, or rejects; a failed one stays here. */
	add: (picture: MadePicture, ticket: Promise<string>, before?: Shot["before"]) => Promise<void>;
	again: (id: number) => void;
	discard: (id: number) => void;
};

export type ShotSink = {
	getTicket: () => Promise<string>;
	onStored: (handle: string, insteadOf?: InsteadOf) => unknown;
};

export function useShots(sink: ShotSink): Shots {
	const [shots, setShots] = useState<readonly Shot[]>([]);
	// Read by sends that outlive a render; always what the state will be.
	const kept = useRef<readonly Shot[]>([]);
	const nextId = useRef(1);
	const queue = useRef<Promise<unknown>>(Promise.resolve());
	const latest = useRef(sink);
	latest.current = sink;

	useEffect(
		() => () => {
			for (const shot of kept.current) URL.revokeObjectURL(shot.url);
		},
		[],
	);

	const change = useCallback((make: (now: readonly Shot[]) => readonly Shot[]) => {
		const now = make(kept.current);
		for (const gone of kept.current) if (!now.some(({ id }) => id === gone.id)) URL.revokeObjectURL(gone.url);
		kept.current = now;
		setShots(now);
	}, []);
	const mark = useCallback(
		(id: number, fields: Partial<Shot>) =>
			change((now) => now.map((shot) => (shot.id === id ? { ...shot, ...fields } : shot))),
		[change],
	);
	const discard = useCallback((id: number) => change((now) => now.filter((shot) => shot.id !== id)), [change]);

	const send = useCallback(
		(shot: Shot, ticket: Promise<string>) => {
			// Asked for early, used late: a refusal is told when its turn comes.
			ticket.catch(() => undefined);
			const sent = queue.current.then(async () => {
				try {
					const handle = await putMedia(await ticket, shot.blob);
					await latest.current.onStored(handle, insteadOf(kept.current, shot));
					mark(shot.id, { state: "stored", handle });
					// The screen shows stored ones itself; the last stays at hand to be taken again or edited.
					change((now) => now.filter((each) => each.state !== "stored" || each.id >= shot.id));
				} catch (error) {
					mark(shot.id, { state: "failed", error });
					throw error;
				}
			});
			queue.current = sent.catch(() => undefined);
			return sent;
		},
		[mark, change],
	);
	const add = useCallback<Shots["add"]>(
		(picture, ticket, before) => {
			const shot: Shot = {
				id: nextId.current++,
				url: URL.createObjectURL(picture.blob),
				blob: picture.blob,
				flaw: undefined,
				state: "sending",
				handle: undefined,
				before,
			};
			change((now) => [...now, shot]);
			// Whoever drew on it has seen it.
			if (before?.why !== "edited") void picture.flaw.then((flaw) => flaw && mark(shot.id, { flaw }));
			return send(shot, ticket);
		},
		[change, mark, send],
	);
	const again = useCallback(
		(id: number) => {
			const shot = kept.current.find((each) => each.id === id);
			if (!shot) return;
			mark(id, { state: "sending", error: undefined });
			void send(shot, latest.current.getTicket()).catch(() => undefined);
		},
		[mark, send],
	);
	return { shots, last: shots.at(-1), add, again, discard };
}

/** What was never stored cannot be stood in for. */
function insteadOf(shots: readonly Shot[], { before }: Shot): InsteadOf | undefined {
	const handle = before && shots.find(({ id }) => id === before.id)?.handle;
	return before && handle !== undefined ? { handle, why: before.why } : undefined;
}
