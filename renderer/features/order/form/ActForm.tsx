import { Button } from "@mantine/core";
import { type FormEvent, type ReactNode, useState } from "react";
import { Failed } from "../../../app/states/Failed.tsx";
import { useTexts } from "../../../i18n/language.ts";
import { componentTexts } from "../../../i18n/texts/components.ts";
import classes from "../order.module.css";

export type ActFormProps = {
	children: ReactNode;
	/** What the button says. */
	label: string;
	/** Something is missing: the button waits. */
	disabled?: boolean;
	/** For acts that take something away. */
	danger?: boolean;
	/** Does it; a rejection is shown here and nothing closes, nor does it when the answer is `false`. */
	onSubmit: () => Promise<unknown>;
	onDone: () => void;
};

/** A dialog's fields with its one act: Enter does it, failures stay in sight. */
export function ActForm({ children, label, disabled = false, danger = false, onSubmit, onDone }: ActFormProps) {
	const t = useTexts(componentTexts);
	const [busy, setBusy] = useState(false);
	const [error, setError] = useState<unknown>();
	const submit = async (event: FormEvent) => {
		event.preventDefault();
		if (disabled || busy) return;
		setBusy(true);
		setError(undefined);
		try {
			const answer = await onSubmit();
			if (answer !== false) onDone();
		} catch (thrown) {
			setError(thrown);
		} finally {
			setBusy(false);
		}
	};
	return (
		<form className={classes.dialog} onSubmit={(event) => void submit(event)}>
			{children}
			{error !== undefined && <Failed inline error={error} />}
			<div className={classes.dialogActs}>
				<Button variant="default" onClick={onDone}>
					{t("cancel")}
				</Button>
				<Button type="submit" loading={busy} disabled={disabled} {...(danger ? { color: "red" } : {})}>
					{label}
				</Button>
			</div>
		</form>
	);
}
