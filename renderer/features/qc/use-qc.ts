/** The inspector's ticks on one job and what follows from them: pass, send back. Command cards do the same. */
import { useState } from "react";
import type { QcJob } from "../../../preload/contract/qc.ts";
import { call } from "../../app/client.ts";
import { say } from "../../components/act/undo.tsx";
import { useTexts } from "../../i18n/language.ts";
import { benchTexts } from "../../i18n/texts/bench.ts";
import { type Acts, useActs } from "../bench/use-acts.ts";

export type Ticks = Readonly<Record<string, boolean>>;
export type QcFailure = { reason: string; words: string; redo: { operation: string; pieceId?: string }[] };

export type QcActs = {
	acts: Acts;
	ticks: Ticks;
	left: number;
	failed: string[];
	tick: (point: string, passed: boolean) => void;
	allGood: () => void;
	/** Passes what is ticked; with `all` every point not marked as failed counts as good (the pass card). */
	pass: (all?: boolean) => void;
	passing: (all: boolean) => { point: string; passed: boolean }[];
	fail: (failure: QcFailure) => Promise<boolean>;
	printLabels: () => Promise<boolean>;
};

export function useQc(qc: QcJob): QcActs {
	const bench = useTexts(benchTexts);
	const { jobId, orderId, version, stage } = qc.job.card;
	const acts = useActs(jobId, version);
	const [ticks, setTicks] = useState<Ticks>({});
	const codes = qc.points.map((point) => point.code);
	const passing = (all: boolean) =>
		codes.flatMap((point) => {
			const passed = ticks[point] ?? (all ? true : undefined);
			return passed === undefined ? [] : [{ point, passed }];
		});
	return {
		acts,
		ticks,
		passing,
		left: codes.filter((code) => ticks[code] === undefined).length,
		failed: codes.filter((code) => ticks[code] === false),
		tick: (point, passed) => setTicks((now) => ({ ...now, [point]: passed })),
		allGood: () => setTicks(Object.fromEntries(codes.map((code) => [code, true]))),
		pass: (all = false) => void acts.run((at) => call("qc.pass", { ...at, points: passing(all) })),
		fail: async ({ reason, words, redo }) => {
			const points = codes.map((point) => ({ point, passed: ticks[point] ?? true }));
			const acted = await acts.run((at) => call("qc.fail", { ...at, points, reason, words, redo }));
			return acted !== undefined;
		},
		printLabels: async () => {
			const sent = await acts.run(async (at) => {
				await call("print.labels", { orderId, jobIds: [jobId] });
				return { version: at.version, stage };
			});
			if (sent) say(bench("labels-sent"));
			return sent !== undefined;
		},
	};
}
