import { Button, FileButton, Group, Modal } from "@mantine/core";
import { IconFileExport, IconFileImport } from "@tabler/icons-react";
import { useState } from "react";
import { type CallOutput, call } from "../../../app/client.ts";
import { Failed } from "../../../app/states/Failed.tsx";
import { saveFile } from "../../../components/act/save-file.ts";
import { say } from "../../../components/act/undo.tsx";
import { Meaning } from "../../../components/text/Meaning.tsx";
import { useFormat } from "../../../i18n/format.ts";
import { useTexts } from "../../../i18n/language.ts";
import { deviceTexts } from "../../../i18n/texts/devices.ts";
import classes from "../devices.module.css";
import { keepScreenSettings, screenSettingsNow } from "../screen-settings.ts";

type Seen = CallOutput<"devices.preview"> & { text: string };

/** The settings of this PC's devices out as a file, and in from one: seen before anything changes. */
export function Travel() {
	const t = useTexts(deviceTexts);
	const [error, setError] = useState<unknown>();
	const [importing, setImporting] = useState(false);
	const save = async () => {
		setError(undefined);
		try {
			saveFile(await call("devices.export", { screen: screenSettingsNow() }));
		} catch (thrown) {
			setError(thrown);
		}
	};
	return (
		<>
			<Button variant="default" leftSection={<IconFileExport size={18} stroke={1.7} />} onClick={() => void save()}>
				{t("export")}
			</Button>
			<Button
				variant="default"
				leftSection={<IconFileImport size={18} stroke={1.7} />}
				onClick={() => setImporting(true)}
			>
				{t("import")}
			</Button>
			{error !== undefined && <Failed inline error={error} />}
			<Modal opened={importing} onClose={() => setImporting(false)} title={t("import-title")} size="lg">
				<Import onClose={() => setImporting(false)} />
			</Modal>
		</>
	);
}

function Import({ onClose }: { onClose: () => void }) {
	const t = useTexts(deviceTexts);
	const format = useFormat();
	const [seen, setSeen] = useState<Seen>();
	const [error, setError] = useState<unknown>();
	const [busy, setBusy] = useState(false);
	const attempt = async (work: () => Promise<void>) => {
		setError(undefined);
		setBusy(true);
		try {
			await work();
		} catch (thrown) {
			setError(thrown);
		} finally {
			setBusy(false);
		}
	};
	const look = (file: File | null) =>
		void attempt(async () => {
			setSeen(undefined);
			if (!file) return;
			// More than any settings file: not read at all, so that a film chosen by mistake is only refused.
			const text = file.size > 400_000 ? "?" : (await file.text()) || "?";
			setSeen({ ...(await call("devices.preview", { text, screen: screenSettingsNow() })), text });
		});
	const take = (text: string) =>
		void attempt(async () => {
			const { screen } = await call("devices.import", { text });
			keepScreenSettings(screen);
			say(t("import-done"));
			onClose();
		});
	const changes = seen?.changes.filter(({ change }) => change !== "same") ?? [];
	return (
		<div className={classes.column}>
			<span className={classes.soft}>{t("import-why")}</span>
			<FileButton onChange={look} accept="application/json,.json">
				{(props) => (
					<Button {...props} variant={seen ? "default" : "filled"} loading={busy && !seen}>
						{t("import-choose")}
					</Button>
				)}
			</FileButton>
			{error !== undefined && <Failed inline error={error} />}
			{seen && (
				<>
					<strong>{t("import-from", { from: seen.from, at: format.dateTime(seen.madeAt) })}</strong>
					{changes.length === 0 && <span>{t("import-nothing")}</span>}
					<ul className={classes.changes} aria-label={t("import-title")}>
						{changes.map(({ what, name, change }) => (
							<li key={`${what} ${name}`}>
								<Meaning meaning={change === "new" ? "running" : "due-soon"} size="sm">
									{t(`change_${change}`)}
								</Meaning>
								{t(`what_${what}`)} {name && <strong>{name}</strong>}
							</li>
						))}
					</ul>
					<Group gap="xs">
						{changes.length > 0 && (
							<Button loading={busy} onClick={() => take(seen.text)}>
								{t("import-do")}
							</Button>
						)}
						<Button variant="default" onClick={onClose}>
							{changes.length > 0 ? t("import-cancel") : t("close")}
						</Button>
					</Group>
				</>
			)}
		</div>
	);
}
