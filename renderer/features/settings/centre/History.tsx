import { Failed } from "../../../app/states/Failed.tsx";
import { Loading } from "../../../app/states/Loading.tsx";
import { useQueryCall } from "../../../app/use-calls.ts";
import { useFormat } from "../../../i18n/format.ts";
import { type TextOf, useTexts } from "../../../i18n/language.ts";
import { settingsTexts } from "../../../i18n/texts/settings.ts";
import classes from "../settings.module.css";
import { calendarText } from "./calendar-text.ts";

type SettingsText = TextOf<(typeof settingsTexts)["zh-CN"]>;

const minuteMs = 60_000;

/** Field of an event → its name on the screen. */
const names = {
	code: "code",
	brandName: "brand",
	centreName: "centre-name",
	address: "address",
	phone: "phone",
	province: "province",
	language: "language",
	calendar: "hours",
	selfInspection: "rule-self",
	autoLockMs: "rule-lock",
	testFeeFen: "rule-fee",
	quoteValidDays: "rule-quote",
	followUpAfterDays: "rule-follow",
	brandTermDays: "rule-brand",
	returnDays: "rule-return",
	exchangeDays: "rule-exchange",
	clockSet: "rule-clocks",
} as const;

/** Every change of the centre and its rules: what it was, what it became, who, when. Nothing here can be edited. */
export function History() {
	const t = useTexts(settingsTexts);
	const format = useFormat();
	const { data, error, refetch } = useQueryCall("store.history", {}, { watch: ["store"] });
	if (error) return <Failed inline error={error} onRetry={() => void refetch()} />;
	if (!data) return <Loading />;
	const value = (field: string, raw: unknown) => valueText(t, format, field, raw);
	return (
		<section className={classes.part}>
			<h3>{t("history")}</h3>
			{data.entries.length === 0 && <p className={classes.hint}>{t("history-empty")}</p>}
			<ol className={classes.history}>
				{data.entries.map(({ at, by, changes }) => (
					<li key={`${at}${by}${JSON.stringify(changes)}`}>
						<time dateTime={at}>{format.dateTime(at)}</time>
						<strong>{by}</strong>
						<dl>
							{changes.map(({ field, was, now }) => (
								<div key={field}>
									<dt>{field in names ? t(names[field as keyof typeof names]) : field}</dt>
									<dd>
										<del>{value(field, was)}</del> → <ins>{value(field, now)}</ins>
									</dd>
								</div>
							))}
						</dl>
					</li>
				))}
			</ol>
		</section>
	);
}

/** A value in a person's words. */
function valueText(t: SettingsText, format: ReturnType<typeof useFormat>, field: string, raw: unknown): string {
	if (field === "calendar") return calendarText(raw);
	if (field === "testFeeFen") return format.money(Number(raw));
	if (field === "autoLockMs") return `${Number(raw) / minuteMs} ${t("minutes")}`;
	if (field.endsWith("Days")) return `${String(raw)} ${t("days")}`;
	if (field === "language") return raw === "en" ? "English" : "中文";
	if (typeof raw === "boolean") return raw ? "✓" : "✗";
	return raw === "" || raw === null ? "—" : String(raw);
}
