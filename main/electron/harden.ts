import { app, type WebContents } from "electron";
import type { Log } from "../ports.ts";
import { isOurAddress } from "./ipc-host.ts";

type Leaving = { url: string; preventDefault(): void };

/** No page may leave our origin, open a window or embed another. Holds for every page that is ever made. */
export function hardenPages(log: Log): void {
	app.on("web-contents-created", (_event, page) => harden(page, log));
}

function harden(page: WebContents, log: Log): void {
	const stay = (event: Leaving) => {
		if (isOurAddress(event.url)) return;
		log.warn("page.kept-from-leaving");
		event.preventDefault();
	};
	page.on("will-navigate", stay);
	page.on("will-redirect", stay);
	page.on("will-attach-webview", (event) => event.preventDefault());
	page.setWindowOpenHandler(() => ({ action: "deny" }));
}
