/** What became of one thing that was sent to a printer. */
import type { CallOutput } from "../../app/client.ts";
import { useQueryCall } from "../../app/use-calls.ts";

export type PrintEntry = CallOutput<"print.journal">["entries"][number];

/** Undefined until it is known. */
export function usePrintEntry(printId: string | undefined): PrintEntry | undefined {
	const journal = useQueryCall(
		"print.journal",
		{ limit: 50 },
		{ watch: ["print"], everyMs: 2_000, enabled: printId !== undefined },
	);
	return journal.data?.entries.find(({ id }) => id === printId);
}
