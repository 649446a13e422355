/**
 * Acting on the job that fills the screen: every command goes out with the newest version known, and what goes wrong is
 * kept for the screen and told to the scan echo. Used by bench and QC.
 */
import { useRef, useState } from "react";
import { asAppError } from "../../app/failure.ts";
import { refresh } from "../../app/use-calls.ts";
import { language } from "../../i18n/language.ts";
import { sentenceFor } from "../../i18n/sentence.ts";
import type { ScanAnswer } from "../../scan/bus.ts";

export type Acted = { version: number; stage: string };
export type OnJob = { jobId: string; version: number };

export type Acts = {
	/** What went wrong last, for `<Failed inline>`. */
	failure: unknown;
	clear: () => void;
	busy: boolean;
	/** For what only adds (photos) and needs no version; the next act waits for it, so that it isn't taken for somebody else's. */
	add: (adding: Promise<Acted>) => Promise<void>;
	/** Runs a command; undefined when it was refused. */
	run: (act: (at: OnJob) => Promise<Acted>) => Promise<Acted | undefined>;
	/** The same, answered as the echo of a scan. */
	scanned: (act: (at: OnJob) => Promise<Acted>, label: (acted: Acted) => string) => Promise<ScanAnswer>;
};

/** `version`: of the answer the screen shows; a command's answer may already be newer. */
export function useActs(jobId: string, version: number): Acts {
	const [failure, setFailure] = useState<unknown>();
	const [busy, setBusy] = useState(false);
	const newest = useRef({ jobId, version });
	if (newest.current.jobId !== jobId || newest.current.version < version) newest.current = { jobId, version };

	const adding = useRef<Promise<unknown>>(Promise.resolve());
	const add = async (added: Promise<Acted>): Promise<void> => {
		const seen = added.then(({ version: now }) => {
			const { current } = newest;
			if (current.jobId === jobId) newest.current = { jobId, version: Math.max(current.version, now) };
		});
		adding.current = Promise.allSettled([adding.current, seen]);
		await seen;
	};
	const act = async (work: (at: OnJob) => Promise<Acted>): Promise<Acted> => {
		setFailure(undefined);
		setBusy(true);
		try {
			await adding.current;
			const acted = await work(newest.current);
			newest.current = { jobId, version: acted.version };
			return acted;
		} catch (thrown) {
			setFailure(thrown);
			// Somebody else may have moved it: show how it stands.
			await refresh("bench.job");
			throw thrown;
		} finally {
			setBusy(false);
		}
	};
	return {
		failure,
		busy,
		clear: () => setFailure(undefined),
		add,
		run: (work) => act(work).catch(() => undefined),
		scanned: (work, label) =>
			act(work).then(
				(acted): ScanAnswer => ({ label: label(acted) }),
				(thrown): ScanAnswer => ({ label: sentenceFor(asAppError(thrown), language()).what, tone: "attention" }),
			),
	};
}
