import type { ReactNode } from "react";
import classes from "./settings.module.css";

/** Name of a section, why it matters, and its main act. */
export function PageHead({ title, why, action }: { title: string; why?: string; action?: ReactNode }) {
	return (
		<header className={classes.head}>
			<div>
				<h2>{title}</h2>
				{why && <p>{why}</p>}
			</div>
			{action}
		</header>
	);
}
