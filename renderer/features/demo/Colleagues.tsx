import { Button } from "@mantine/core";
import { Failed } from "../../app/states/Failed.tsx";
import { useTexts } from "../../i18n/language.ts";
import { demoTexts } from "../../i18n/texts/demo.ts";
import { doorTexts } from "../../i18n/texts/door.ts";
import classes from "./demo.module.css";
import { useColleagues } from "./use-colleagues.ts";

/** Everybody with their PIN; one tap changes to them. */
export function Colleagues() {
	const t = useTexts(demoTexts);
	const role = useTexts(doorTexts);
	const { people, me, become, error } = useColleagues();
	return (
		<section className={classes.card} aria-label={t("people")}>
			<h2>{t("people")}</h2>
			<ul className={classes.people}>
				{people.map(({ id, name, roles, demoPin }) => (
					<li key={id} data-me={id === me?.id || undefined}>
						<strong>{name}</strong>
						<small>{roles.map((each) => role(`role-${each}`)).join(" · ")}</small>
						<code>{demoPin}</code>
						<Button size="compact-sm" variant="default" disabled={id === me?.id} onClick={() => void become(id)}>
							{t(id === me?.id ? "you" : "become")}
						</Button>
					</li>
				))}
			</ul>
			{error && <Failed inline error={error} />}
		</section>
	);
}
