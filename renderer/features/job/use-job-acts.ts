/**
 * Acting on the job on screen: carries the version the screen saw (or the one the last act answered, which may be newer
 * than what has been read again), keeps one act at a time, and keeps what went wrong until the next try.
 */
import { useCallback, useRef, useState } from "react";
import { refresh } from "../../app/use-calls.ts";

export type JobAt = { jobId: string; version: number };
export type JobActs = {
	/** Answers true when it was done. */
	run: (act: (at: JobAt) => Promise<{ version: number }>) => Promise<boolean>;
	/** As `run`, but what goes wrong is thrown to whoever asked (a dialog shows it). */
	attempt: (act: (at: JobAt) => Promise<{ version: number }>) => Promise<void>;
	/** For what only adds (photos) and needs no version; the next act waits for it, so that it isn't taken for somebody else's. */
	add: (adding: Promise<{ version: number }>) => Promise<void>;
	busy: boolean;
	failure: unknown;
	clear: () => void;
};

export function useJobActs(jobId: string, version: number): JobActs {
	const latest = useRef(version);
	latest.current = Math.max(latest.current, version);
	const [busy, setBusy] = useState(false);
	const [failure, setFailure] = useState<unknown>();
	const adding = useRef<Promise<unknown>>(Promise.resolve());
	const add = useCallback<JobActs["add"]>(async (added) => {
		const seen = added.then(({ version: now }) => {
			if (latest.current > 0) latest.current = Math.max(latest.current, now);
		});
		adding.current = Promise.allSettled([adding.current, seen]);
		await seen;
	}, []);
	const attempt = useCallback<JobActs["attempt"]>(
		async (act) => {
			setBusy(true);
			try {
				await adding.current;
				const answer = await act({ jobId, version: latest.current });
				latest.current = Math.max(latest.current, answer.version);
				setFailure(undefined);
			} catch (thrown) {
				// Somebody else moved the job on: the next read brings the version to act on.
				latest.current = 0;
				throw thrown;
			} finally {
				setBusy(false);
				void refresh("job.get");
				void refresh("quote.draft");
			}
		},
		[jobId],
	);
	const run = useCallback<JobActs["run"]>(
		async (act) => {
			try {
				await attempt(act);
				return true;
			} catch (thrown) {
				setFailure(thrown);
				return false;
			}
		},
		[attempt],
	);
	return { run, attempt, add, busy, failure, clear: useCallback(() => setFailure(undefined), []) };
}
