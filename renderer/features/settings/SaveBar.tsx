import { Button } from "@mantine/core";
import { IconCircleCheck } from "@tabler/icons-react";
import { Failed } from "../../app/states/Failed.tsx";
import { useTexts } from "../../i18n/language.ts";
import { settingsTexts } from "../../i18n/texts/settings.ts";
import classes from "./settings.module.css";

export type SaveBarProps = {
	changed: boolean;
	valid: boolean;
	busy: boolean;
	/** It was saved and nothing changed since. */
	saved: boolean;
	error: unknown;
	onSave: () => void;
	onUndo: () => void;
};

/** Stands under a form; shows itself when something differs from what is in force. */
export function SaveBar({ changed, valid, busy, saved, error, onSave, onUndo }: SaveBarProps) {
	const t = useTexts(settingsTexts);
	return (
		<div className={classes.saveBar} data-changed={changed || undefined}>
			{Boolean(error) && <Failed inline error={error} />}
			<div>
				<Button disabled={!changed || !valid} loading={busy} onClick={onSave}>
					{t("save")}
				</Button>
				{changed && (
					<Button variant="subtle" disabled={busy} onClick={onUndo}>
						{t("undo")}
					</Button>
				)}
				<span role="status" data-saved={(saved && !changed) || undefined}>
					{changed ? (
						t("unsaved")
					) : saved ? (
						<>
							<IconCircleCheck size={18} stroke={1.9} aria-hidden /> {t("saved")}
						</>
					) : null}
				</span>
			</div>
		</div>
	);
}
