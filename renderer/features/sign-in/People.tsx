import { UnstyledButton } from "@mantine/core";
import type { CallOutput } from "../../app/client.ts";
import { useTexts } from "../../i18n/language.ts";
import { doorTexts } from "../../i18n/texts/door.ts";
import { signInTexts } from "../../i18n/texts/sign-in.ts";
import classes from "./sign-in.module.css";

export type Tile = CallOutput<"session.people">["people"][number];

type PeopleProps = { people: readonly Tile[]; selected: string | undefined; onSelect: (id: string) => void };

/** Everybody who works here; one tap chooses. */
export function People({ people, selected, onSelect }: PeopleProps) {
	const t = useTexts(signInTexts);
	const roleText = useTexts(doorTexts);
	return (
		<div className={classes.people}>
			{people.map(({ id, name, number, roles, demoPin }) => (
				<UnstyledButton
					key={id}
					className={classes.tile}
					data-chosen={id === selected || undefined}
					aria-pressed={id === selected}
					onClick={(event) => {
						// Enter now belongs to the PIN.
						event.currentTarget.blur();
						onSelect(id);
					}}
				>
					<span className={classes.number} aria-hidden>
						{number}
					</span>
					<span className={classes.name}>
						<strong>{name}</strong>
						<small>{roles.map((role) => roleText(`role-${role}`)).join(" · ")}</small>
						{demoPin && <em>{t("demo-pin", { pin: demoPin })}</em>}
					</span>
				</UnstyledButton>
			))}
		</div>
	);
}
