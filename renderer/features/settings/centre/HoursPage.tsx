import { Alert } from "@mantine/core";
import type { CallOutput } from "../../../app/client.ts";
import { Failed } from "../../../app/states/Failed.tsx";
import { Loading } from "../../../app/states/Loading.tsx";
import { HoursEditor } from "../../../components/door/HoursEditor.tsx";
import { spansClash } from "../../../components/door/hours.ts";
import { useTexts } from "../../../i18n/language.ts";
import { doorTexts } from "../../../i18n/texts/door.ts";
import { settingsTexts } from "../../../i18n/texts/settings.ts";
import { PageHead } from "../PageHead.tsx";
import { SaveBar } from "../SaveBar.tsx";
import classes from "../settings.module.css";
import { ClosedDays, SpecialDays } from "./Days.tsx";
import { useCentreForm, useStore } from "./use-store.ts";

/** The week, the days off, the days that are different. */
export function HoursPage() {
	const t = useTexts(settingsTexts);
	const { data, error, refetch } = useStore();
	if (error) return <Failed error={error} onRetry={() => void refetch()} />;
	if (!data) return <Loading shape="page" />;
	return (
		<>
			<PageHead title={t("hours")} why={t("hours-why")} />
			<Form store={data} />
		</>
	);
}

function Form({ store }: { store: CallOutput<"store.get"> }) {
	const t = useTexts(settingsTexts);
	const door = useTexts(doorTexts);
	const { value, set, bar } = useCentreForm(store);
	const { calendar } = value;
	const change = (part: Partial<typeof calendar>) => set({ calendar: { ...calendar, ...part } });
	const never = calendar.weekly.every((spans) => spans.length === 0);
	const clash = [...calendar.weekly, ...calendar.openOn.map((day) => day.spans)].some(spansClash);
	return (
		<>
			<section className={classes.part}>
				<h3>{t("hours-weekly")}</h3>
				<HoursEditor weekly={calendar.weekly} onChange={(weekly) => change({ weekly })} />
				{never && (
					<Alert color="yellow" p="xs">
						{door("not-yet-open")}
					</Alert>
				)}
			</section>
			<ClosedDays days={calendar.closedOn} onChange={(closedOn) => change({ closedOn })} />
			<SpecialDays days={calendar.openOn} onChange={(openOn) => change({ openOn })} />
			<SaveBar {...bar} valid={!never && !clash} />
		</>
	);
}
