import { Failed } from "../../../app/states/Failed.tsx";
import { Loading } from "../../../app/states/Loading.tsx";
import { bytesText } from "../../../components/door/bytes.ts";
import { Meaning } from "../../../components/text/Meaning.tsx";
import { useFormat } from "../../../i18n/format.ts";
import { useLanguage, useTexts } from "../../../i18n/language.ts";
import { settingsTexts } from "../../../i18n/texts/settings.ts";
import { PageHead } from "../PageHead.tsx";
import classes from "../settings.module.css";
import { useStore } from "./use-store.ts";

/** What a person is asked for on the phone: which PC, which program, which standard, where the data lie. */
export function StationPage() {
	const t = useTexts(settingsTexts);
	const language = useLanguage();
	const format = useFormat();
	const { data, error, refetch } = useStore();
	if (error) return <Failed error={error} onRetry={() => void refetch()} />;
	if (!data) return <Loading shape="page" />;
	const { station, code } = data;
	const facts = [
		[t("station-number"), `${code} ${String(station.number).padStart(2, "0")}`],
		[t("station-label"), station.label || "—"],
		[t("station-program"), station.program],
		[t("station-standard"), `${station.standardName} ${station.standard}`],
		[
			t("station-prices"),
			<span key="prices" className={classes.prices}>
				{station.prices}
				{station.pricesSample && <Meaning meaning="due-soon">{t("station-sample")}</Meaning>}
			</span>,
		],
		[t("station-events"), format.number(station.events)],
		[t("station-size"), bytesText(station.databaseBytes, language)],
		[t("station-folder"), <code key="folder">{station.dataFolder}</code>],
		[t("station-epoch"), `${station.epoch} · ${t("station-epoch-hint")}`],
		[t("station-id"), <code key="id">{station.id}</code>],
	] as const;
	return (
		<>
			<PageHead title={t("station")} />
			<dl className={classes.facts}>
				{facts.map(([name, value]) => (
					<div key={name}>
						<dt>{name}</dt>
						<dd>{value}</dd>
					</div>
				))}
			</dl>
		</>
	);
}
