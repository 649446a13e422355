/** Who may get in, and how everything comes back: manager, backups, recovery sheet. */
import { Alert, Button, TextInput } from "@mantine/core";
import { useEffect, useState } from "react";
import { call } from "../../app/client.ts";
import { Failed } from "../../app/states/Failed.tsx";
import { FolderField } from "../../components/door/FolderField.tsx";
import { PinTwice } from "../../components/door/PinTwice.tsx";
import { type DrawnSheet, RecoverySheet } from "../../components/door/RecoverySheet.tsx";
import { useLanguage, useTexts } from "../../i18n/language.ts";
import { doorTexts } from "../../i18n/texts/door.ts";
import { setupTexts } from "../../i18n/texts/setup.ts";
import classes from "./setup.module.css";
import type { StepProps } from "./steps.ts";

export function ManagerStep({ draft, change }: StepProps) {
	const t = useTexts(setupTexts);
	return (
		<div className={classes.manager}>
			<TextInput
				size="md"
				autoFocus
				label={t("manager-name")}
				maxLength={40}
				value={draft.managerName}
				onChange={(event) => change({ managerName: event.currentTarget.value })}
				onKeyDown={(event) => {
					// On to the PIN: it is typed without a field.
					if (event.key !== "Enter" || draft.pin !== undefined) return;
					event.preventDefault();
					event.currentTarget.blur();
				}}
			/>
			<PinTwice value={draft.pin} onChange={(pin) => change({ pin })} />
		</div>
	);
}

export function BackupStep({ draft, change }: StepProps) {
	const t = useTexts(setupTexts);
	if (draft.backupLater) {
		return (
			<Alert color="yellow" p="sm">
				<p className={classes.later}>{t("backup-later-note")}</p>
				<Button variant="default" size="xs" onClick={() => change({ backupLater: false })}>
					{t("backup-now")}
				</Button>
			</Alert>
		);
	}
	return (
		<>
			<FolderField
				label={t("backup-folder")}
				value={draft.backupFolder}
				onChange={(backupFolder) => change({ backupFolder })}
				check={(folder) => call("setup.checkFolder", { folder })}
			/>
			<Button className={classes.laterButton ?? ""} variant="subtle" onClick={() => change({ backupLater: true })}>
				{t("backup-later")}
			</Button>
		</>
	);
}

export function SheetStep({ draft, change }: StepProps) {
	const t = useTexts(doorTexts);
	const language = useLanguage();
	const [sheet, setSheet] = useState<DrawnSheet>();
	const [error, setError] = useState<unknown>();
	const { centreName, stationNumber } = draft;
	useEffect(() => {
		let over = false;
		call("setup.drawRecovery", { language, centreName, stationNumber }).then(
			(drawn) => !over && setSheet(drawn),
			(thrown: unknown) => !over && setError(thrown),
		);
		return () => {
			over = true;
		};
	}, [language, centreName, stationNumber]);
	return (
		<>
			<p className={classes.why}>{t("sheet-why")}</p>
			{error !== undefined && <Failed inline error={error} />}
			{!sheet && error === undefined && <p>{t("sheet-drawing")}</p>}
			{sheet && (
				<RecoverySheet
					sheet={sheet}
					confirmed={draft.recovery !== undefined}
					check={async (text) => (await call("setup.checkRecovery", { text })).holds}
					onConfirmed={(recovery) => change({ recovery })}
				/>
			)}
		</>
	);
}
