import type { ReactNode } from "react";
import { Meaning, type MeaningName } from "../text/Meaning.tsx";
import classes from "./passport.module.css";

/** One line about the archive that asks nothing of anybody. */
export function Quiet({ meaning, children }: { meaning: MeaningName; children: ReactNode }) {
	return (
		<div className={classes.strip} data-quiet role="status">
			<Meaning meaning={meaning} look="plain">
				{children}
			</Meaning>
		</div>
	);
}
