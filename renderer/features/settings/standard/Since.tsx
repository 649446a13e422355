import type { CallOutput } from "../../../app/client.ts";
import { Meaning } from "../../../components/text/Meaning.tsx";
import { useFormat } from "../../../i18n/format.ts";
import { useTexts } from "../../../i18n/language.ts";
import { standardTexts } from "../../../i18n/texts/standard.ts";
import settings from "../settings.module.css";

export type Versions = CallOutput<"standard.versions">;

type SinceProps = { source: "archive" | "program"; version: string; since: string | null };

/** Version, whose, since when. */
export function Since({ source, version, since }: SinceProps) {
	const t = useTexts(standardTexts);
	const format = useFormat();
	return (
		<>
			<strong>{version}</strong>
			{source === "archive" ? (
				<Meaning meaning="done">{t("from-archive")}</Meaning>
			) : (
				<span className={settings.hint}>{t("from-program")}</span>
			)}
			{since && <span className={settings.hint}>{t("since", { at: format.dateTime(since) })}</span>}
		</>
	);
}
