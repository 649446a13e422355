/** Days off and days with hours of their own. */
import { ActionIcon, Button, Pill, Popover } from "@mantine/core";
import { DatePicker } from "@mantine/dates";
import { IconCalendarPlus, IconX } from "@tabler/icons-react";
import { useState } from "react";
import type { WorkCalendar } from "../../../../domain/clock/calendar.ts";
import { SpansEditor } from "../../../components/door/HoursEditor.tsx";
import { useFormat } from "../../../i18n/format.ts";
import { useTexts } from "../../../i18n/language.ts";
import { settingsTexts } from "../../../i18n/texts/settings.ts";
import classes from "../settings.module.css";

const sorted = (days: readonly string[]) => [...new Set(days)].sort();

/** Whole days the centre is shut; the calendar stays open for several. */
export function ClosedDays({ days, onChange }: { days: readonly string[]; onChange: (days: string[]) => void }) {
	const t = useTexts(settingsTexts);
	const format = useFormat();
	return (
		<section className={classes.part}>
			<h3>{t("hours-closed")}</h3>
			<p className={classes.hint}>{t("hours-closed-hint")}</p>
			<div className={classes.pills}>
				{days.length === 0 && <span className={classes.none}>{t("hours-none")}</span>}
				{days.map((on) => (
					<Pill
						key={on}
						size="lg"
						withRemoveButton
						removeButtonProps={{ "aria-label": t("hours-remove-day", { day: on }) }}
						onRemove={() => onChange(days.filter((day) => day !== on))}
					>
						{format.date(on)}
					</Pill>
				))}
				<Popover position="bottom-start" withArrow>
					<Popover.Target>
						<Button variant="default" size="xs" leftSection={<IconCalendarPlus size={16} stroke={1.7} />}>
							{t("hours-add-day")}
						</Button>
					</Popover.Target>
					<Popover.Dropdown>
						<DatePicker type="multiple" value={[...days]} onChange={(picked) => onChange(sorted(picked))} />
					</Popover.Dropdown>
				</Popover>
			</div>
		</section>
	);
}

type Special = WorkCalendar["openOn"];

export function SpecialDays({ days, onChange }: { days: Special; onChange: (days: Special) => void }) {
	const t = useTexts(settingsTexts);
	const format = useFormat();
	const [picking, setPicking] = useState(false);
	const add = (on: string | null) => {
		setPicking(false);
		if (!on || days.some((day) => day.on === on)) return;
		const usual = [{ from: "10:00", to: "18:00" }];
		onChange([...days, { on, spans: usual }].sort((a, b) => (a.on < b.on ? -1 : 1)));
	};
	return (
		<section className={classes.part}>
			<h3>{t("hours-special")}</h3>
			<p className={classes.hint}>{t("hours-special-hint")}</p>
			{days.length === 0 && <span className={classes.none}>{t("hours-none")}</span>}
			{days.map(({ on, spans }) => (
				<div key={on} className={classes.special}>
					<strong>{format.date(on)}</strong>
					<SpansEditor
						name={format.day(on)}
						spans={spans}
						onChange={(now) => onChange(days.map((day) => (day.on === on ? { on, spans: now } : day)))}
					/>
					<ActionIcon
						variant="subtle"
						color="gray"
						aria-label={t("hours-remove-day", { day: on })}
						onClick={() => onChange(days.filter((day) => day.on !== on))}
					>
						<IconX size={16} />
					</ActionIcon>
				</div>
			))}
			<div>
				<Popover opened={picking} onChange={setPicking} position="bottom-start" withArrow>
					<Popover.Target>
						<Button
							variant="default"
							size="xs"
							leftSection={<IconCalendarPlus size={16} stroke={1.7} />}
							onClick={() => setPicking(!picking)}
						>
							{t("hours-add-day")}
						</Button>
					</Popover.Target>
					<Popover.Dropdown>
						<DatePicker value={null} onChange={add} />
					</Popover.Dropdown>
				</Popover>
			</div>
		</section>
	);
}
