/**
 * Entry of the desktop app (out/main/electron.js). The only folder that knows Electron: window, app:// scheme, IPC,
 * permissions, key store, power, crashes. Holds no rule of the trade; what it carries is main/core.ts.
 */
import { createCore } from "../core.ts";
import { startApp } from "./start.ts";

// Not awaited: Electron is not ready before this module has been evaluated.
void startApp(createCore);
