import type { searchCalls } from "../../preload/contract/search.ts";
import type { App } from "../app.ts";
import type { HandlersFor } from "../router.ts";
import { createSearch } from "../services/search/search.ts";

export const searchHandlers = (app: App): HandlersFor<typeof searchCalls> => {
	const find = createSearch(app);
	return { "search.find": ({ text, limit }) => find(text, limit) };
};
