import type { ReactNode } from "react";
import classes from "./sync.module.css";

/** Something a person has to see to. `soon`: not yet, but soon. */
export function Alarm({ what, soon, children }: { what: string; soon?: boolean; children: ReactNode }) {
	return (
		<div className={classes.alarm} role="alert" data-soon={soon || undefined}>
			<strong>{what}</strong>
			<div>{children}</div>
		</div>
	);
}
