/** A calendar day, typed or picked, shown in the app's language; the browser's own date field speaks the browser's. */
import { DateInput } from "@mantine/dates";
import { IconCalendarEvent } from "@tabler/icons-react";
import { useFormat } from "../../i18n/format.ts";
import { readDay } from "./read-day.ts";

export type DayInputProps = {
	/** Seen above the field; a field without one needs `aria-label`. */
	label?: string;
	"aria-label"?: string;
	/** `YYYY-MM-DD`, or null for none. */
	value: string | null;
	onChange: (day: string | null) => void;
	/** The last day that may be chosen. */
	max?: string | undefined;
	min?: string | undefined;
	/** Nothing may be chosen, too. */
	clearable?: boolean;
	width?: string;
};

export function DayInput({ value, onChange, max, min, clearable = false, width = "11rem", ...named }: DayInputProps) {
	const format = useFormat();
	return (
		<DateInput
			{...named}
			w={width}
			value={value}
			onChange={(day) => (day !== null || clearable) && onChange(day)}
			valueFormat={(day) => format.date(day)}
			dateParser={readDay}
			clearable={clearable && value !== null}
			leftSection={<IconCalendarEvent size={18} stroke={1.7} aria-hidden />}
			leftSectionPointerEvents="none"
			autoComplete="off"
			{...(max ? { maxDate: max } : {})}
			{...(min ? { minDate: min } : {})}
		/>
	);
}
