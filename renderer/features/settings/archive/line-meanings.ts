/** What each state of the line to the archive means, in the screens' colours. */
import type { CallOutput } from "../../../app/client.ts";
import type { MeaningName } from "../../../components/text/Meaning.tsx";

export const lineMeanings: Record<CallOutput<"sync.state">["line"], MeaningName> = {
	off: "neutral",
	idle: "done",
	working: "running",
	unreachable: "waiting",
	refused: "blocked",
};
