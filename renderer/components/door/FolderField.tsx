import { Alert, Button, TextInput } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck } from "@tabler/icons-react";
import { useState } from "react";
import { Failed } from "../../app/states/Failed.tsx";
import { useLanguage, useTexts } from "../../i18n/language.ts";
import { doorTexts } from "../../i18n/texts/door.ts";
import { bytesText } from "./bytes.ts";
import classes from "./door.module.css";

export type FolderFacts = { folder: string; sameDisk: boolean; freeBytes: number | null };

export type FolderFieldProps = {
	label: string;
	value: string;
	onChange: (folder: string) => void;
	/** Tries to write there. */
	check: (folder: string) => Promise<FolderFacts>;
};

/** A folder typed or pasted as a path, tried before it is believed. */
export function FolderField({ label, value, onChange, check }: FolderFieldProps) {
	const t = useTexts(doorTexts);
	const language = useLanguage();
	const [busy, setBusy] = useState(false);
	const [facts, setFacts] = useState<FolderFacts>();
	const [error, setError] = useState<unknown>();
	const tryIt = async () => {
		setBusy(true);
		setError(undefined);
		setFacts(undefined);
		try {
			const now = await check(value);
			setFacts(now);
			onChange(now.folder);
		} catch (thrown) {
			setError(thrown);
		} finally {
			setBusy(false);
		}
	};
	return (
		<div className={classes.folder}>
			<div className={classes.folderRow}>
				<TextInput
					label={label}
					value={value}
					spellCheck={false}
					autoComplete="off"
					className={classes.path ?? ""}
					onChange={(event) => {
						setFacts(undefined);
						setError(undefined);
						onChange(event.currentTarget.value);
					}}
				/>
				<Button variant="default" loading={busy} disabled={value.trim() === ""} onClick={() => void tryIt()}>
					{t("folder-check")}
				</Button>
			</div>
			{facts && (
				<p className={classes.good}>
					<IconCircleCheck size={18} stroke={1.9} aria-hidden />
					{facts.freeBytes === null
						? t("folder-good-short")
						: t("folder-good", { free: bytesText(facts.freeBytes, language) })}
				</p>
			)}
			{facts?.sameDisk && (
				<Alert color="yellow" icon={<IconAlertTriangle size={18} />} p="xs">
					{t("folder-same-disk")}
				</Alert>
			)}
			{error !== undefined && <Failed inline error={error} />}
		</div>
	);
}
