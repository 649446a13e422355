import type { CallOutput } from "../../../app/client.ts";
import { bytesText } from "../../../components/door/bytes.ts";
import { useFormat } from "../../../i18n/format.ts";
import { useLanguage, useTexts } from "../../../i18n/language.ts";
import { settingsTexts } from "../../../i18n/texts/settings.ts";
import classes from "../settings.module.css";

/** The good backups there are. */
export function Kept({ kept }: { kept: CallOutput<"backup.state">["kept"] }) {
	const t = useTexts(settingsTexts);
	const format = useFormat();
	const language = useLanguage();
	return (
		<section className={classes.part}>
			<h3>{t("backup-kept")}</h3>
			{kept.length === 0 && <p className={classes.hint}>{t("backup-kept-none")}</p>}
			{kept.length > 0 && (
				<ul className={classes.kept}>
					{kept.map(({ name, madeAt, bytes, events }) => (
						<li key={name}>
							<time dateTime={madeAt}>{format.dateTime(madeAt)}</time>
							<code>{name}</code>
							<span>{format.number(events)}</span>
							<span>{bytesText(bytes, language)}</span>
						</li>
					))}
				</ul>
			)}
		</section>
	);
}

/** What to do on the bad day, read on a good one. */
export function RestoreHelp({ folder }: { folder: string | null }) {
	const t = useTexts(settingsTexts);
	return (
		<section className={classes.part}>
			<h3>{t("restore-title")}</h3>
			<ol className={classes.how}>
				<li>{t("restore-1")}</li>
				<li>{t("restore-2")}</li>
				<li>{t("restore-3")}</li>
				<li>{t("restore-4")}</li>
			</ol>
			<p className={classes.hint}>
				{t("restore-cli")} <code>npm run restore -- --from={folder ?? "…"} --data=…</code>
			</p>
		</section>
	);
}
