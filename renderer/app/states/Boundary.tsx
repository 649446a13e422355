import { Button } from "@mantine/core";
import { IconTool } from "@tabler/icons-react";
import { Component, type ReactNode } from "react";
import { useTexts } from "../../i18n/language.ts";
import { stateTexts } from "../../i18n/texts/states.ts";
import { asAppError } from "../failure.ts";
import { Details } from "./Details.tsx";
import classes from "./states.module.css";

type Props = {
	children: ReactNode;
	/** A new value gives the children a fresh start (the address, for a screen). */
	resetKey?: string;
};

/** Catches a screen that fails to draw, so that the frame, the scan bus and other screens go on. */
export class Boundary extends Component<Props, { thrown: unknown }> {
	override state = { thrown: undefined as unknown };

	static getDerivedStateFromError(thrown: unknown) {
		return { thrown: thrown ?? new Error("nothing was thrown") };
	}

	override componentDidUpdate(before: Props) {
		if (before.resetKey !== this.props.resetKey && this.state.thrown !== undefined) this.again();
	}

	private again = () => this.setState({ thrown: undefined });

	override render() {
		return this.state.thrown === undefined ? (
			this.props.children
		) : (
			<Broken thrown={this.state.thrown} onRetry={this.again} />
		);
	}
}

function Broken({ thrown, onRetry }: { thrown: unknown; onRetry: () => void }) {
	const t = useTexts(stateTexts);
	return (
		<div className={classes.centre} role="alert">
			<div className={`${classes.badge} ${classes.trouble}`} aria-hidden>
				<IconTool size={28} stroke={1.6} />
			</div>
			<p className={classes.title}>{t("broken-what")}</p>
			<p className={classes.line}>{t("broken-safe")}</p>
			<p className={classes.next}>{t("broken-next")}</p>
			<div className={classes.actions}>
				<Button variant="default" size="xs" onClick={onRetry}>
					{t("retry")}
				</Button>
				<Button component="a" href="#/" size="xs">
					{t("home")}
				</Button>
			</div>
			<Details error={asAppError(thrown)} />
		</div>
	);
}
