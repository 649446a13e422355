import { Alert, Button, Group, Progress } from "@mantine/core";
import { IconAlertTriangle, IconDatabaseExport } from "@tabler/icons-react";
import { useState } from "react";
import { type CallOutput, call } from "../../../app/client.ts";
import { AppFailure } from "../../../app/failure.ts";
import { Failed } from "../../../app/states/Failed.tsx";
import { Loading } from "../../../app/states/Loading.tsx";
import { useCommand, useQueryCall } from "../../../app/use-calls.ts";
import { bytesText } from "../../../components/door/bytes.ts";
import { FolderField } from "../../../components/door/FolderField.tsx";
import { Meaning } from "../../../components/text/Meaning.tsx";
import { useFormat } from "../../../i18n/format.ts";
import { useLanguage, useTexts } from "../../../i18n/language.ts";
import { settingsTexts } from "../../../i18n/texts/settings.ts";
import { PageHead } from "../PageHead.tsx";
import classes from "../settings.module.css";
import { Kept, RestoreHelp } from "./Kept.tsx";
import { SheetPanel } from "./SheetPanel.tsx";

type BackupState = CallOutput<"backup.state">;

/** While a backup is made its bar moves; otherwise nothing here changes by itself. */
const lookEveryMs = 400;

export function BackupPage() {
	const t = useTexts(settingsTexts);
	const [looking, setLooking] = useState(false);
	const { data, error, refetch } = useQueryCall(
		"backup.state",
		{},
		{ watch: ["station"], ...(looking ? { everyMs: lookEveryMs } : {}) },
	);
	const start = useCommand("backup.start");
	const running = data?.running !== null && data?.running !== undefined;
	if (running !== looking) setLooking(running);
	if (error) return <Failed error={error} onRetry={() => void refetch()} />;
	if (!data) return <Loading shape="page" />;
	return (
		<>
			<PageHead
				title={t("backup")}
				why={t("backup-auto")}
				action={
					<Button
						leftSection={<IconDatabaseExport size={18} stroke={1.7} />}
						disabled={running || !data.folder || !data.hasSheet}
						loading={start.isPending}
						onClick={() => start.mutate({})}
					>
						{t("backup-now")}
					</Button>
				}
			/>
			{start.error && <Failed inline error={start.error} />}
			<Last state={data} />
			<Folder state={data} />
			<SheetPanel hasSheet={data.hasSheet} madeAt={data.sheetMadeAt} />
			{data.folder && <Kept kept={data.kept} />}
			<RestoreHelp folder={data.folder} />
		</>
	);
}

/** How the last one went, or how far this one is. */
function Last({ state }: { state: BackupState }) {
	const t = useTexts(settingsTexts);
	const format = useFormat();
	const language = useLanguage();
	const cancel = useCommand("backup.cancel");
	const { running, last, trouble } = state;
	if (running) {
		return (
			<section className={classes.part} role="status">
				<h3>{t("backup-running")}</h3>
				<Group>
					<span className={classes.doing}>{t(`part-${running.part}`)}</span>
					<Progress className={classes.bar ?? ""} value={(running.share ?? 0) * 100} aria-label={t("backup-running")} />
					<Button variant="default" size="xs" loading={cancel.isPending} onClick={() => cancel.mutate({})}>
						{t("backup-stop")}
					</Button>
				</Group>
			</section>
		);
	}
	return (
		<section className={classes.part}>
			<h3>{t("backup-last")}</h3>
			{last ? (
				<p className={classes.last}>
					<Meaning meaning="done">{format.dateTime(last.at)}</Meaning>
					<span>
						{t("backup-facts", {
							events: format.number(last.events),
							photos: format.number(last.photos),
							size: bytesText(last.bytes, language),
							time: format.duration(last.tookMs),
						})}
					</span>
				</p>
			) : (
				<p className={classes.hint}>{t("backup-never")}</p>
			)}
			{trouble && <Failed inline error={troubleOf(trouble.reason)} />}
		</section>
	);
}

/** Why the latest try failed, as the failure it was. */
function troubleOf(reason: string): AppFailure {
	return new AppFailure({
		code: "device-failed",
		reason: reason as `${string}.${string}`,
		message: reason,
		correlationId: "",
	});
}

function Folder({ state }: { state: BackupState }) {
	const t = useTexts(settingsTexts);
	const [typed, setTyped] = useState<string>();
	const setFolder = useCommand("backup.setFolder");
	const choosing = typed !== undefined || !state.folder;
	const value = typed ?? state.folder ?? "";
	return (
		<section className={classes.part}>
			<h3>{t("backup-folder")}</h3>
			{!choosing && (
				<Group gap="sm">
					<code className={classes.path}>{state.folder}</code>
					<Button variant="default" size="xs" onClick={() => setTyped(state.folder ?? "")}>
						{t("backup-change")}
					</Button>
				</Group>
			)}
			{choosing && (
				<>
					<FolderField
						label={t(state.folder ? "backup-folder" : "backup-none")}
						value={value}
						onChange={setTyped}
						check={(folder) => call("backup.checkFolder", { folder })}
					/>
					<Group gap="xs">
						<Button
							loading={setFolder.isPending}
							disabled={value.trim() === ""}
							onClick={() => setFolder.mutate({ folder: value }, { onSuccess: () => setTyped(undefined) })}
						>
							{t("backup-use")}
						</Button>
						{state.folder && (
							<Button variant="subtle" onClick={() => setTyped(undefined)}>
								{t("cancel")}
							</Button>
						)}
					</Group>
					{setFolder.error && <Failed inline error={setFolder.error} />}
				</>
			)}
			{!choosing && state.sameDisk && (
				<Alert color="yellow" p="xs" icon={<IconAlertTriangle size={18} />} title={t("backup-same-disk")}>
					{t("backup-same-disk-hint")}
				</Alert>
			)}
		</section>
	);
}
