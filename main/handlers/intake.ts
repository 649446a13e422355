/** Answers `intake.*` and `counter.*`. */
import type { counterCalls, intakeCalls } from "../../preload/contract/intake.ts";
import type { App } from "../app.ts";
import type { HandlersFor } from "../router.ts";
import { createIntakeDesk } from "../services/intake/intake-desk.ts";

export const intakeHandlers = (app: App): HandlersFor<typeof intakeCalls & typeof counterCalls> => {
	const desk = createIntakeDesk(app);
	return {
		"intake.draft.start": (_, { by }) => desk.start(by),
		"intake.draft.save": (input, { by }) => desk.save(by, input),
		"intake.draft.load": (input) => desk.load(input),
		"intake.draft.list": () => desk.list(),
		"intake.draft.discard": (input) => desk.discard(input),
		"intake.preview": (input) => desk.preview(input),
		"intake.favourites": () => desk.favourites(),
		"intake.receive": (input, { by }) => desk.receive(by, input),
		"intake.repromise": (input, { by }) => desk.repromise(by, input),
		"counter.home": () => desk.home(),
	};
};
