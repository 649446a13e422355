import { IconBarcode } from "@tabler/icons-react";
import type { ComponentType, ReactNode } from "react";
import classes from "./states.module.css";

export type EmptyProps = {
	/** What is not here, in one line. */
	title: string;
	/** The next act, taught: "扫一双鞋的条码开始收件". */
	teach: string;
	/** A button for that act. */
	action?: ReactNode;
	icon?: ComponentType<{ size?: number; stroke?: number }>;
};

/** An empty list is a lesson: what belongs here and how it gets here. */
export function Empty({ title, teach, action, icon: Icon = IconBarcode }: EmptyProps) {
	return (
		<div className={classes.centre}>
			<div className={classes.badge} aria-hidden>
				<Icon size={28} stroke={1.6} />
			</div>
			<p className={classes.title}>{title}</p>
			<p className={classes.line}>{teach}</p>
			{action && <div className={classes.actions}>{action}</div>}
		</div>
	);
}
