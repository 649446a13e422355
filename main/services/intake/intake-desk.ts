/** The intake's use cases, one per call. Called by main/handlers/intake.ts; prepares its statements once. */
import { createCounterReader } from "../../../db/queries/counter.ts";
import type { OutputOf, ParsedOf } from "../../../preload/contract/define.ts";
import type { counterCalls, intakeCalls } from "../../../preload/contract/intake.ts";
import type { App } from "../../app.ts";
import type { By } from "../../router.ts";
import { discardDraft, saveDraft, startDraft } from "./drafts.ts";
import { favourites } from "./favourites.ts";
import { counterHome, draftLines } from "./home.ts";
import { loadDraft } from "./load.ts";
import { previewIntake } from "./preview.ts";
import { receive } from "./receipt/receive.ts";
import { repromise } from "./repromise.ts";

type Calls = typeof intakeCalls & typeof counterCalls;
type In<K extends keyof Calls> = ParsedOf<Calls[K]>;
type Out<K extends keyof Calls> = OutputOf<Calls[K]>;

export function createIntakeDesk(app: App) {
	const rows = createCounterReader(app.reader);
	return {
		start: (by: By): Out<"intake.draft.start"> => startDraft(app, by),
		save: (by: By, { orderId, draft }: In<"intake.draft.save">): Out<"intake.draft.save"> => ({
			savedAt: new Date(saveDraft(app, by, orderId, draft)).toISOString(),
		}),
		load: ({ orderId }: In<"intake.draft.load">): Out<"intake.draft.load"> => loadDraft(app, orderId),
		list: (): Out<"intake.draft.list"> => ({ drafts: draftLines(app) }),
		discard({ orderId }: In<"intake.draft.discard">): Out<"intake.draft.discard"> {
			discardDraft(app, orderId);
			return {};
		},
		preview: (input: In<"intake.preview">): Out<"intake.preview"> => previewIntake(app, input),
		favourites: (): Out<"intake.favourites"> => favourites(app),
		receive: (by: By, { orderId, draft }: In<"intake.receive">): Out<"intake.receive"> =>
			receive(app, rows, by, orderId, draft),
		repromise: (by: By, input: In<"intake.repromise">): Out<"intake.repromise"> => repromise(app, by, input),
		home: (): Out<"counter.home"> => counterHome(app, rows),
	};
}
