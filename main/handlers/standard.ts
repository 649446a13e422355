/** Answers `standard.*` from the desk that loaded and checked it. */
import { untranslated } from "../../domain/standard/untranslated.ts";
import type { standardCalls } from "../../preload/contract/standard.ts";
import type { App } from "../app.ts";
import type { HandlersFor } from "../router.ts";
import { readPriceList, readVersions } from "../services/standard/versions.ts";

export const standardHandlers = (app: App): HandlersFor<typeof standardCalls> => ({
	"standard.read": () => ({
		standard: app.standard.index.standard,
		sha256: app.standard.sha256,
		refused: app.standard.refused?.reason ?? null,
		untranslated: untranslated(app.standard.index.standard).missing,
	}),
	"standard.versions": () => readVersions(app),
	"standard.priceList": ({ sha256 }) => readPriceList(app, sha256),
});
