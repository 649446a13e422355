import { app, type BrowserWindow, crashReporter, dialog } from "electron";
import type { Log } from "../ports.ts";

/** Crash dumps stay on this machine. Before the app is ready. */
export function keepCrashDumps(): void {
	crashReporter.start({ uploadToServer: false });
}

/** The process itself broke: write it down, close the database, end. Never go on in an unknown state. */
export function endOnBug(log: Log, stop: () => Promise<void>): void {
	const end = (kind: string) => (cause: unknown) => {
		log.error("process.broken", { kind, message: cause instanceof Error ? cause.stack : String(cause) });
		stop().then(
			() => app.exit(1),
			() => app.exit(1),
		);
	};
	process.on("uncaughtException", end("exception"));
	// Electron only warns about these.
	process.on("unhandledRejection", end("rejection"));
}

/** The screens broke or hang; the work is safe in the process. Says so and offers them again. */
export function offerReload(window: BrowserWindow, log: Log, quit: () => void): void {
	const page = window.webContents;
	let asking = false;
	const ask = async (message: string, detail: string, no: string, onNo: () => void) => {
		if (asking || window.isDestroyed()) return;
		asking = true;
		const buttons = ["重新打开 Reopen", no];
		const { response } = await dialog.showMessageBox(window, {
			type: "warning",
			message,
			detail,
			buttons,
			noLink: true,
		});
		asking = false;
		if (response !== 0) return onNo();
		// A page that hangs can't reload itself.
		page.forcefullyCrashRenderer();
		page.reload();
	};
	const safe = "已确认的操作都已保存。 Everything confirmed is saved.";
	page.on("render-process-gone", (_event, { reason, exitCode }) => {
		log.error("page.gone", { reason, exitCode });
		if (reason !== "clean-exit" && !asking) void ask("画面意外关闭。 The screens stopped.", safe, "退出 Quit", quit);
	});
	window.on("unresponsive", () => {
		log.warn("page.hangs");
		void ask("画面没有响应。 The screens don't answer.", safe, "再等等 Wait", () => undefined);
	});
	app.on("child-process-gone", (_event, { type, reason }) => log.warn("child.gone", { type, reason }));
}
