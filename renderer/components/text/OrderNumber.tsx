import classes from "./text.module.css";

export type OrderNumberProps = {
	/** 14 digits: store 5, station 2, counter 6, check 1; a piece's label adds 2. Anything else is shown as it is. */
	value: string;
	/** Two digits of the job in the order, shown after a dash. */
	job?: string | number;
	/** `tail` makes the counter stand out, as people say "号尾 123"; `lg` for headers. */
	size?: "sm" | "md" | "lg";
	/** Only the counter and check, for cards: …000123 7. */
	short?: boolean;
};

/** The groups people read a number in: 01234 05 000123 7. */
export function groupsOf(value: string): readonly string[] {
	const match = /^(\d{5})(\d{2})(\d{6})(\d)(\d{2})?$/.exec(value);
	return match ? match.slice(1).filter((group) => group !== undefined) : [value];
}

/** An order's number in its groups. Copies as plain digits. */
export function OrderNumber({ value, job, size = "md", short = false }: OrderNumberProps) {
	const groups = groupsOf(value);
	const shown = short && groups.length >= 4 ? groups.slice(2, 4) : groups;
	const suffix = job === undefined ? "" : `-${String(job).padStart(2, "0")}`;
	return (
		<span
			className={classes.order}
			data-size={size}
			title={short ? groups.join(" ") : undefined}
			onCopy={(event) => {
				event.preventDefault();
				event.clipboardData.setData("text/plain", value + suffix);
			}}
		>
			{shown.map((group, at) => (
				<span key={at} data-counter={group.length === 6 || undefined}>
					{group}
				</span>
			))}
			{suffix && <span data-job>{suffix}</span>}
		</span>
	);
}
