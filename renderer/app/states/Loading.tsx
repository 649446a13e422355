import { Skeleton, Stack, VisuallyHidden } from "@mantine/core";
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
			{shape === "cards" ? (
				<div className={classes.cards}>
					{places.map((at) => (
						<Skeleton key={at} height="7.5rem" animate={false} />
					))}
				</div>
			) : (
				<Stack gap="xs">
					{shape === "page" && <Skeleton height="2rem" width="40%" animate={false} />}
					{places.map((at) => (
						<Skeleton key={at} height={shape === "page" ? "4.5rem" : "2.5rem"} animate={false} />
					))}
				</Stack>
			)}
		</div>
	);
}
