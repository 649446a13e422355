/** Answers `session.*`. */
import type { sessionCalls } from "../../preload/contract/session.ts";
import type { App } from "../app.ts";
import type { HandlersFor } from "../router.ts";
import { recover, signIn, signInPeople } from "../services/session/sign-in.ts";

export const sessionHandlers = (app: App): HandlersFor<typeof sessionCalls> => ({
	"session.people": () => signInPeople(app),
	"session.signIn": (input) => signIn(app, input),
	"session.lock": () => {
		app.session.lock();
		return {};
	},
	// The router counts every command as activity.
	"session.touch": () => ({}),
	"session.recover": (input) => recover(app, input),
});
