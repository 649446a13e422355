/** The sheet a scanner is set up with. Called by `pairing.sheet`; nothing is recorded, anybody may print it again. */
import type { App } from "../../app.ts";
import type { PaperLanguage } from "../../print/papers.ts";
import { renderPdf } from "../../print/render.ts";
import { stampNow } from "../staff/stamp.ts";

const fileNames = { "zh-CN": "扫码枪设置单.pdf", en: "scanner-set-up.pdf" } as const;

export async function pairingSheet(app: App, language: PaperLanguage) {
	const bytes = await renderPdf({ kind: "scanner", language, printedAt: stampNow(app) });
	const fileName = fileNames[language];
	return { handle: app.media.offer({ mime: "application/pdf", bytes, fileName }), fileName };
}
