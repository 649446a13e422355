/** The running list of bulk scanning: each scan is a command of its own, answered at once and taken back by itself. */
import { useRef, useState } from "react";
import { formatOrderNumber } from "../../../../domain/code/order-number.ts";
import { type CallInput, type CallOutput, call } from "../../../app/client.ts";
import { asAppError } from "../../../app/failure.ts";
import { language } from "../../../i18n/language.ts";
import { type SpokenError, sentenceFor } from "../../../i18n/sentence.ts";
import type { ScanAnswer } from "../../../scan/bus.ts";

export type BulkAct = CallInput<"bulk.apply">["act"];
type Done = CallOutput<"bulk.apply">["done"];

export type Line = {
	id: number;
	/** Order number and job, or what was scanned when it was refused. */
	label: string;
	/** What was done, in words. */
	said: string;
	act: BulkAct;
	done: Done;
	refused: SpokenError | undefined;
	undone: boolean;
};

const nameOf = (done: Done) =>
	done.length === 1 && done[0]
		? `${formatOrderNumber(done[0].number)}-${done[0].ordinal}`
		: `${formatOrderNumber(done[0]?.number ?? "")} ×${done.length}`;

/** What puts one job back to where it was. */
function reverseOf(act: BulkAct, { wasShelf, wasPerson }: Done[number]): BulkAct {
	if (act.kind === "assign") return { kind: "assign", person: wasPerson };
	return wasShelf === null ? { kind: "take-down" } : { kind: "shelf", shelf: wasShelf };
}

export function useBulk() {
	const [lines, setLines] = useState<readonly Line[]>([]);
	const next = useRef(1);

	async function scanned(act: BulkAct, text: string, said: string): Promise<ScanAnswer> {
		const id = next.current++;
		const base = { id, act, undone: false };
		try {
			const { done } = await call("bulk.apply", { act, what: { text } });
			const label = nameOf(done);
			setLines((now) => [{ ...base, label, said, done, refused: undefined }, ...now]);
			return { label: `${label} ${said}` };
		} catch (thrown) {
			const refused = sentenceFor(asAppError(thrown), language());
			setLines((now) => [{ ...base, label: text.slice(0, 28), said: "", done: [], refused }, ...now]);
			return { label: refused.what, tone: "attention" };
		}
	}

	async function undo(line: Line): Promise<void> {
		try {
			for (const job of line.done) {
				await call("bulk.apply", { act: reverseOf(line.act, job), what: { jobIds: [job.jobId] } });
			}
			setLines((now) => now.map((each) => (each.id === line.id ? { ...each, undone: true } : each)));
		} catch (thrown) {
			const refused = sentenceFor(asAppError(thrown), language());
			setLines((now) => now.map((each) => (each.id === line.id ? { ...each, refused } : each)));
		}
	}

	return { lines, scanned, undo, clear: () => setLines([]) };
}
