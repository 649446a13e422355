/** Answers `inspection.*`. */
import type { inspectionCalls } from "../../preload/contract/inspection.ts";
import type { App } from "../app.ts";
import type { HandlersFor } from "../router.ts";
import * as inspection from "../services/inspection/inspection.ts";
import { createJobReader } from "../services/job/job-reader.ts";

export function inspectionHandlers(app: App): HandlersFor<typeof inspectionCalls> {
	const reader = createJobReader(app);
	return {
		"inspection.start": (input, { by }) => inspection.startInspection(reader, by, input),
		"inspection.addFinding": (input, { by }) => inspection.addFinding(reader, by, input),
		"inspection.changeFinding": (input, { by }) => inspection.changeFinding(reader, by, input),
		"inspection.removeFinding": (input, { by }) => inspection.removeFinding(reader, by, input),
		"inspection.decideLiability": (input, { by }) => inspection.decideCall(reader, by, input),
		"inspection.decideOutcome": (input, { by }) => inspection.decideWhatBecomes(reader, by, input),
	};
}
