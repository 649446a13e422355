import { ActionIcon, Button, Switch, TextInput } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import { useState } from "react";
import type { OpenSpan, WorkCalendar } from "../../../domain/clock/calendar.ts";
import { useTexts } from "../../i18n/language.ts";
import { doorTexts } from "../../i18n/texts/door.ts";
import classes from "./door.module.css";
import { isPastMidnight, parseTime } from "./hours.ts";

export type Weekly = WorkCalendar["weekly"];

const usual: OpenSpan = { from: "09:00", to: "21:00" };

/** The week's opening hours, Monday first. A day may have several spans, or none. */
export function HoursEditor({ weekly, onChange }: { weekly: Weekly; onChange: (weekly: Weekly) => void }) {
	const t = useTexts(doorTexts);
	const set = (day: number, spans: OpenSpan[]) =>
		onChange(weekly.map((before, at) => (at === day ? spans : before)) as Weekly);
	return (
		<div className={classes.hours}>
			{weekly.map((spans, day) => (
				<div key={day} className={classes.day} data-closed={spans.length === 0 || undefined}>
					<Switch
						label={t(`day-${day as 0}`)}
						checked={spans.length > 0}
						onChange={(event) => set(day, event.currentTarget.checked ? [usual] : [])}
					/>
					<SpansEditor name={t(`day-${day as 0}`)} spans={spans} onChange={(now) => set(day, now)} />
					{day === 0 && spans.length > 0 && (
						<Button variant="subtle" size="compact-sm" onClick={() => onChange(weekly.map(() => [...spans]) as Weekly)}>
							{t("same-all")}
						</Button>
					)}
				</div>
			))}
		</div>
	);
}

type SpansProps = { name: string; spans: readonly OpenSpan[]; onChange: (spans: OpenSpan[]) => void };

/** The spans of one day; none means closed. */
export function SpansEditor({ name, spans, onChange }: SpansProps) {
	const t = useTexts(doorTexts);
	const put = (at: number, change: Partial<OpenSpan>) =>
		onChange(spans.map((span, n) => (n === at ? { ...span, ...change } : span)));
	return (
		<div className={classes.spans}>
			{spans.length === 0 && <span className={classes.closed}>{t("closed")}</span>}
			{spans.map((span, at) => (
				<span key={at} className={classes.span}>
					<TimeInput label={t("from", { day: name })} value={span.from} onChange={(from) => put(at, { from })} />
					<span aria-hidden>–</span>
					<TimeInput label={t("to", { day: name })} value={span.to} onChange={(to) => put(at, { to })} />
					{isPastMidnight(span) && <small>{t("past-midnight")}</small>}
					{spans.length > 1 && (
						<ActionIcon
							variant="subtle"
							color="gray"
							aria-label={t("remove-span")}
							onClick={() => onChange(spans.filter((_, n) => n !== at))}
						>
							<IconX size={16} />
						</ActionIcon>
					)}
				</span>
			))}
			{spans.length > 0 && spans.length < 4 && (
				<ActionIcon
					variant="subtle"
					color="gray"
					aria-label={t("add-span")}
					title={t("add-span")}
					onClick={() => onChange([...spans, nextSpan(spans)])}
				>
					<IconPlus size={16} />
				</ActionIcon>
			)}
		</div>
	);
}

/** After a lunch break, until the evening. */
function nextSpan(spans: readonly OpenSpan[]): OpenSpan {
	const from = spans.at(-1)?.to ?? "13:00";
	return from < "21:00" ? { from, to: "21:00" } : { from, to: "24:00" };
}

function TimeInput({ label, value, onChange }: { label: string; value: string; onChange: (time: string) => void }) {
	const t = useTexts(doorTexts);
	const [draft, setDraft] = useState<string>();
	const odd = draft !== undefined && parseTime(draft) === undefined;
	return (
		<TextInput
			aria-label={label}
			className={classes.time ?? ""}
			size="sm"
			inputMode="numeric"
			autoComplete="off"
			value={draft ?? value}
			error={odd}
			title={odd ? t("time-odd") : undefined}
			onFocus={(event) => event.currentTarget.select()}
			onChange={(event) => {
				setDraft(event.currentTarget.value);
			}}
			onBlur={() => {
				const time = draft === undefined ? undefined : parseTime(draft);
				if (time) onChange(time);
				setDraft(undefined);
			}}
		/>
	);
}
