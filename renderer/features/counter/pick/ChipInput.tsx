import { TextInput } from "@mantine/core";
import { type KeyboardEvent, type ReactNode, useRef, useState } from "react";
import { type Choice, matching, meant } from "./match.ts";
import classes from "./pick.module.css";

export type ChipInputProps = {
	label: string;
	/** What stands in the field: the chosen word, or the clerk's own. */
	text: string;
	choices: readonly Choice[];
	/** A choice was tapped or typed. */
	onPick: (choice: Choice) => void;
	/** Own words are fine: called as they are typed. Left out: only choices count, Enter takes the first one found. */
	onType?: (text: string) => void;
	/** Empties the field after a pick and keeps it ready for the next (several may be picked). */
	several?: boolean;
	/** Values picked already, with `several`; a tap on one of them is a pick again. */
	chosen?: readonly string[];
	/** How many chips are offered at once. */
	offer?: number;
	/** Shows the chips also while the field has no focus. */
	always?: boolean;
	placeholder?: string;
	leftSection?: ReactNode;
	maxLength?: number;
	/** Takes the focus when it appears. */
	autoFocus?: boolean;
	onNext: (from: HTMLElement) => void;
};

/**
 * A field with its likely words below it as big targets. Typing narrows them; Enter takes what is typed and goes on to
 * the next missing field, so that keyboard and touch need one act each.
 */
export function ChipInput(props: ChipInputProps) {
	const { label, text, choices, onPick, onType, several, chosen, offer = 8, always, onNext, ...rest } = props;
	const input = useRef<HTMLInputElement>(null);
	const [typed, setTyped] = useState<string>();
	const [open, setOpen] = useState(false);
	const query = typed ?? "";
	const shown = matching(choices, query, offer);

	const pick = (choice: Choice, goOn: boolean) => {
		setTyped(several ? "" : undefined);
		onPick(choice);
		if (!goOn) input.current?.focus();
		else if (input.current) onNext(input.current);
	};
	const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
		if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
		event.preventDefault();
		const exact = meant(choices, query);
		const choice = exact ?? (onType ? undefined : query.trim() === "" ? undefined : shown[0]);
		if (choice) pick(choice, !several);
		else onNext(event.currentTarget);
	};
	return (
		<fieldset
			className={classes.pick}
			onBlur={(event) => {
				if (event.currentTarget.contains(event.relatedTarget)) return;
				setOpen(false);
				// Half a word that fits nothing is no choice; own words stay.
				setTyped(undefined);
			}}
		>
			<TextInput
				{...rest}
				ref={input}
				label={label}
				autoComplete="off"
				value={typed ?? text}
				onFocus={(event) => {
					setOpen(true);
					event.currentTarget.select();
				}}
				onChange={(event) => {
					setTyped(event.currentTarget.value);
					onType?.(event.currentTarget.value);
				}}
				onKeyDown={onKeyDown}
			/>
			{(open || always) && shown.length > 0 && (
				<div className={always ? classes.groups : `${classes.groups} ${classes.float}`}>
					<Groups choices={shown}>
						{(choice) => (
							<button
								key={choice.value}
								type="button"
								tabIndex={-1}
								className={classes.chip}
								data-chosen={chosen?.includes(choice.value) || (!several && choice.label === text) || undefined}
								// Pressing must not blur the field: the chips would be gone before the click.
								onMouseDown={(event) => event.preventDefault()}
								onClick={() => pick(choice, !several)}
							>
								{choice.label}
								{choice.note && <small>{choice.note}</small>}
							</button>
						)}
					</Groups>
				</div>
			)}
		</fieldset>
	);
}

type GroupsProps = { choices: readonly Choice[]; children: (choice: Choice) => ReactNode };

/** Chips under their headings, where they have some. */
function Groups({ choices, children }: GroupsProps) {
	const groups = [...Map.groupBy(choices, (choice) => choice.group)];
	return groups.map(([group, members]) => (
		<div key={group ?? ""} className={classes.chips} data-grouped={group !== undefined || undefined}>
			{group !== undefined && <span className={classes.group}>{group}</span>}
			{members.map(children)}
		</div>
	));
}
