import { useLanguage, useTexts } from "../../../i18n/language.ts";
import { sentenceFor } from "../../../i18n/sentence.ts";
import { standardTexts } from "../../../i18n/texts/standard.ts";
import type { Versions } from "./Since.tsx";
import classes from "./standard.module.css";

/** What came from the head office and is not used: what, why, and what counts instead. */
export function RefusedDocuments({ versions }: { versions: Versions }) {
	const t = useTexts(standardTexts);
	const language = useLanguage();
	const { standard, prices, promises, stores } = versions;
	const used = (kind: Versions["refused"][number]["kind"]) => {
		const named = (version: string) => t("now-used", { document: t(kind), version });
		if (kind === "standard") return named(standard.version);
		if (kind === "prices") return named(prices.version);
		if (kind === "promises") return promises ? named(promises.version) : t("own-rules");
		return stores ? named(stores.version) : t("no-list");
	};
	if (versions.refused.length === 0) return null;
	const alarms = versions.refused.map(({ kind, version, reason, at }) => {
		const details = { document: t(kind), version, now: used(kind) };
		const said = sentenceFor({ code: "archive-refused", reason: `reference.${reason}`, details }, language);
		return (
			<div key={`${kind} ${version} ${reason} ${at}`} className={classes.refused} role="alert">
				<strong>{said.what}</strong>
				<span>
					{said.safe} {said.next}
				</span>
			</div>
		);
	});
	return <div className={classes.alarms}>{alarms}</div>;
}
