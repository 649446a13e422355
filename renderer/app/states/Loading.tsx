import { VisuallyHidden } from "@mantine/core";
import { useTexts } from "../../i18n/language.ts";
import { stateTexts } from "../../i18n/texts/states.ts";
import classes from "./states.module.css";

export type LoadingProps = {
	/** What will stand here: `rows` of a list, `cards`, or one `page`. The place is kept so nothing jumps. */
	shape?: "rows" | "cards" | "page";
	/** How many rows or cards. */
	count?: number;
};

/** Keeps the place of what is being read. Local reads are fast, so it only becomes visible after a moment. */
export function Loading({ shape = "rows", count = 5 }: LoadingProps) {
	const t = useTexts(stateTexts);
	const places = Array.from({ length: count }, (_, at) => at);
	return (
		<div className={classes.loading} role="status">
			<VisuallyHidden>{t("loading")}</VisuallyHidden>
			{shape === "page" && <div className={classes.boneTitle} />}
			<div className={shape === "cards" ? classes.cards : classes.rows} data-shape={shape}>
				{places.map((at) => (
					<div key={at} className={classes.bone} />
				))}
			</div>
		</div>
	);
}
