/** Which papers come out of a printer by themselves on this PC, and sending one there. */
import type { PaperKind } from "../../../preload/contract/paper-fields.ts";
import { type CallInput, type CallOutput, call } from "../../app/client.ts";
import { useQueryCall } from "../../app/use-calls.ts";

export type SentPaper = CallOutput<"print.sendPaper">;

/** The printer's name for a paper; undefined where none takes it, then the paper is shown instead. */
export function usePaperPrinters(): (paper: PaperKind) => string | undefined {
	const { data } = useQueryCall("paperPrinters.list", {}, { watch: ["devices"], freshMs: 30_000 });
	return (paper) => data?.printers.find(({ papers }) => papers.includes(paper))?.name;
}

/** Sends it when a printer takes it, as set up at this moment; undefined when none does. */
export async function sendIfTaken(wanted: CallInput<"print.sendPaper">): Promise<SentPaper | undefined> {
	const { printers } = await call("paperPrinters.list", {});
	const taken = printers.some(({ papers }) => papers.includes(wanted.paper));
	return taken ? call("print.sendPaper", wanted) : undefined;
}
