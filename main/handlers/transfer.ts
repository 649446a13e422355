/** Answers `transfer.*`. */
import type { transferCalls } from "../../preload/contract/transfer.ts";
import type { App } from "../app.ts";
import type { HandlersFor } from "../router.ts";
import { accept, dispatch, photoTicket, recall } from "../services/transfer/act.ts";
import { choices, findParcel, findWorkshops, listTransfers } from "../services/transfer/list.ts";
import { openMoveRows } from "../services/transfer/reader.ts";
import { transferSheet } from "../services/transfer/sheet.ts";

export function transferHandlers(app: App): HandlersFor<typeof transferCalls> {
	const rows = openMoveRows(app);
	return {
		"transfer.list": () => listTransfers(app, rows),
		"transfer.parcel": (input) => findParcel(app, rows, input),
		"transfer.choices": ({ orderId }) => choices(app, orderId),
		"transfer.workshops": (input) => findWorkshops(app, input),
		"transfer.photo": (input) => photoTicket(app, input),
		"transfer.dispatch": (input, { by }) => dispatch(app, by, input),
		"transfer.sheet": (input) => transferSheet(app, rows, input),
		"transfer.recall": (input, { by }) => recall(app, rows, by, input),
		"transfer.accept": (input, { by }) => accept(app, rows, by, input),
	};
}
