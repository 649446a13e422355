import { Button } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useLanguage, useTexts } from "../../i18n/language.ts";
import { sentenceFor } from "../../i18n/sentence.ts";
import { stateTexts } from "../../i18n/texts/states.ts";
import { asAppError } from "../failure.ts";
import { Details } from "./Details.tsx";
import classes from "./states.module.css";

export type FailedProps = {
	/** What a call threw (AppFailure) or anything else. */
	error: unknown;
	/** Shown as a button when trying again makes sense. */
	onRetry?: () => void;
	/** Fills its place (a list, a screen), or stands in a row above a form. */
	inline?: boolean;
	/** Further buttons: the act that mends it. */
	actions?: ReactNode;
};

/** A failure in words: what happened, what is safe, what to do next. Codes are behind 详情. */
export function Failed({ error, onRetry, inline = false, actions }: FailedProps) {
	const t = useTexts(stateTexts);
	const app = asAppError(error);
	const { what, safe, next } = sentenceFor(app, useLanguage());
	const retry = onRetry && (
		<Button variant="default" size="xs" onClick={onRetry}>
			{t("retry")}
		</Button>
	);
	if (inline) {
		return (
			<div className={classes.inline} role="alert">
				<IconAlertTriangle size={20} stroke={1.8} className={classes.inlineIcon} aria-hidden />
				<div className={classes.inlineText}>
					<strong>{what}</strong> {safe} {next}
					<Details error={app} />
				</div>
				<div className={classes.inlineActions}>
					{actions}
					{retry}
				</div>
			</div>
		);
	}
	return (
		<div className={classes.centre} role="alert">
			<div className={`${classes.badge} ${classes.trouble}`} aria-hidden>
				<IconAlertTriangle size={28} stroke={1.6} />
			</div>
			<p className={classes.title}>{what}</p>
			<p className={classes.line}>{safe}</p>
			<p className={classes.next}>{next}</p>
			<div className={classes.actions}>
				{actions}
				{retry}
			</div>
			<Details error={app} />
		</div>
	);
}
