/** Answers `devices.*`. */
import type { devicesCalls } from "../../preload/contract/devices.ts";
import type { App } from "../app.ts";
import type { HandlersFor } from "../router.ts";
import { listDevices } from "../services/devices/list.ts";
import { keepTest } from "../services/devices/tested.ts";
import { exportDevices, importDevices, previewDevices } from "../services/devices/travel.ts";

export const devicesHandlers = (app: App): HandlersFor<typeof devicesCalls> => ({
	"devices.list": () => listDevices(app),
	"devices.keepTest": (input, { by }) => keepTest(app, by, input),
	"devices.export": (input) => exportDevices(app, input),
	"devices.preview": (input) => previewDevices(app, input),
	"devices.import": (input) => importDevices(app, input),
});
