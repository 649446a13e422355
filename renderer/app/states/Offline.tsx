import { IconPlugConnectedX } from "@tabler/icons-react";
import { useTexts } from "../../i18n/language.ts";
import { stateTexts } from "../../i18n/texts/states.ts";
import classes from "./states.module.css";

/** Covers the work while the workstation program cannot be reached. The screen under it stays as it was. */
export function Offline() {
	const t = useTexts(stateTexts);
	return (
		<div className={classes.cover} role="alert">
			<div className={classes.coverCard}>
				<div className={`${classes.badge} ${classes.trouble}`} aria-hidden>
					<IconPlugConnectedX size={28} stroke={1.6} />
				</div>
				<p className={classes.title}>{t("gone-title")}</p>
				<p className={classes.line}>{t("gone-safe")}</p>
				<p className={classes.next}>{t("gone-next")}</p>
			</div>
		</div>
	);
}
