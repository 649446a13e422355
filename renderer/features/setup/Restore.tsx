import { Button, NumberInput, Radio, Stack, TextInput } from "@mantine/core";
import { IconArrowLeft } from "@tabler/icons-react";
import { useState } from "react";
import { type CallOutput, call } from "../../app/client.ts";
import { Failed } from "../../app/states/Failed.tsx";
import { useCommand } from "../../app/use-calls.ts";
import { bytesText } from "../../components/door/bytes.ts";
import { CodeInput, isWholeCode } from "../../components/door/CodeInput.tsx";
import { useFormat } from "../../i18n/format.ts";
import { useLanguage, useTexts } from "../../i18n/language.ts";
import { setupTexts } from "../../i18n/texts/setup.ts";
import classes from "./setup.module.css";

type Found = CallOutput<"setup.findBackups">["backups"][number];

/** Folder, which backup, the sheet's code, a new station number. */
export function Restore({ onLeave }: { onLeave: () => void }) {
	const t = useTexts(setupTexts);
	const [folder, setFolder] = useState("");
	const [found, setFound] = useState<Found[]>();
	const [error, setError] = useState<unknown>();
	const [busy, setBusy] = useState(false);
	const find = async () => {
		setBusy(true);
		setError(undefined);
		setFound(undefined);
		try {
			setFound((await call("setup.findBackups", { folder })).backups);
		} catch (thrown) {
			setError(thrown);
		} finally {
			setBusy(false);
		}
	};
	return (
		<div className={classes.restore}>
			<h1>{t("restore-title")}</h1>
			<p className={classes.why}>{t("restore-why")}</p>
			<form
				className={classes.findRow}
				onSubmit={(event) => {
					event.preventDefault();
					void find();
				}}
			>
				<TextInput
					size="md"
					autoFocus
					spellCheck={false}
					label={t("restore-folder")}
					value={folder}
					onChange={(event) => setFolder(event.currentTarget.value)}
				/>
				<Button type="submit" size="md" variant={found ? "default" : "filled"} loading={busy} disabled={!folder.trim()}>
					{t("restore-find")}
				</Button>
			</form>
			{error !== undefined && <Failed inline error={error} />}
			{found && <Chosen key={found[0]?.folder} found={found} />}
			<footer className={classes.foot}>
				<Button variant="default" size="md" leftSection={<IconArrowLeft size={18} />} onClick={onLeave}>
					{t("back")}
				</Button>
			</footer>
		</div>
	);
}

function Chosen({ found }: { found: readonly Found[] }) {
	const t = useTexts(setupTexts);
	const language = useLanguage();
	const format = useFormat();
	const [folder, setFolder] = useState(found[0]?.folder ?? "");
	const chosen = found.find((backup) => backup.folder === folder);
	const [code, setCode] = useState("");
	const [station, setStation] = useState<number>();
	const restore = useCommand("setup.restore");
	const stationNumber = station ?? chosen?.nextStation ?? 1;
	return (
		<Stack gap="lg">
			<Radio.Group label={t("restore-choose")} value={folder} onChange={setFolder}>
				<div className={classes.backups}>
					{found.slice(0, 12).map((backup, at) => (
						<Radio.Card key={backup.folder} value={backup.folder} className={classes.backup ?? ""}>
							<Radio.Indicator />
							<span>
								<strong>
									{format.dateTime(backup.madeAt)}
									{at === 0 && ` · ${t("restore-newest")}`}
								</strong>
								<small>
									{backup.centreName} · {backup.code} ·{" "}
									{t("restore-facts", {
										events: format.number(backup.events),
										photos: format.number(backup.photos),
										size: bytesText(backup.bytes, language),
									})}
								</small>
							</span>
						</Radio.Card>
					))}
				</div>
			</Radio.Group>
			<CodeInput value={code} onChange={setCode} />
			<NumberInput
				label={t("restore-station")}
				description={t("restore-station-hint", { used: chosen?.usedStations.join(" / ") ?? "" })}
				min={1}
				max={99}
				allowDecimal={false}
				w="20rem"
				value={stationNumber}
				onChange={(value) => setStation(Number(value))}
			/>
			{restore.error && <Failed inline error={restore.error} />}
			<Button
				size="md"
				className={classes.go ?? ""}
				loading={restore.isPending}
				disabled={!isWholeCode(code)}
				onClick={() => restore.mutate({ folder, code, stationNumber })}
			>
				{t(restore.isPending ? "restore-running" : "restore-go")}
			</Button>
		</Stack>
	);
}
