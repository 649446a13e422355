import type { boardCalls } from "../../preload/contract/board.ts";
import type { App } from "../app.ts";
import type { HandlersFor } from "../router.ts";
import { openJobRows, readBoard } from "../services/board/board.ts";

export const boardHandlers = (app: App): HandlersFor<typeof boardCalls> => {
	const rows = openJobRows(app);
	return { "board.read": (input) => readBoard(app, rows, input) };
};
