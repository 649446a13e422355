import { CopyButton, UnstyledButton } from "@mantine/core";
import type { AppError } from "../../../domain/errors.ts";
import { useTexts } from "../../i18n/language.ts";
import { stateTexts } from "../../i18n/texts/states.ts";
import classes from "./states.module.css";

/** Code, reason and correlation id for the person who has to report them; closed until asked for. */
export function Details({ error }: { error: AppError }) {
	const t = useTexts(stateTexts);
	const rows = [
		[t("code"), error.code],
		// A failure of the program itself has no reason but its own words, which a maintainer needs.
		[t("reason"), error.reason ?? (error.code === "internal" ? error.message : undefined)],
		[t("correlation"), error.correlationId],
	].filter(([, value]) => value);
	return (
		<details className={classes.details}>
			<summary>{t("details")}</summary>
			<dl>
				{rows.map(([name, value]) => (
					<div key={name}>
						<dt>{name}</dt>
						<dd>{value}</dd>
					</div>
				))}
			</dl>
			<CopyButton value={rows.map(([name, value]) => `${name}: ${value}`).join("\n")}>
				{({ copied, copy }) => (
					<UnstyledButton className={classes.copy} onClick={copy}>
						{copied ? t("copied") : t("copy")}
					</UnstyledButton>
				)}
			</CopyButton>
		</details>
	);
}
