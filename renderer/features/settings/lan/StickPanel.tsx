import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useState } from "react";
import { Failed } from "../../../app/states/Failed.tsx";
import { useCommand } from "../../../app/use-calls.ts";
import { useTexts } from "../../../i18n/language.ts";
import { lanTexts } from "../../../i18n/texts/lan.ts";
import settings from "../settings.module.css";
import type { Sibling } from "./LanPage.tsx";
import classes from "./lan.module.css";

/** The record on a stick: out, and in. */
export function StickPanel({ siblings }: { siblings: readonly Sibling[] }) {
	const t = useTexts(lanTexts);
	return (
		<section className={settings.part}>
			<h3>{t("stick-title")}</h3>
			<p className={settings.hint}>{t("stick-why")}</p>
			<div className={classes.ways}>
				<Write siblings={siblings.filter(({ left }) => left === null)} />
				<Read />
			</div>
		</section>
	);
}

function Write({ siblings }: { siblings: readonly Sibling[] }) {
	const t = useTexts(lanTexts);
	const write = useCommand("lan.writeStick");
	const [folder, setFolder] = useState("");
	const [dev, setDev] = useState("");
	const choices = siblings.map(({ dev: value, name }) => ({ value, label: t("stick-only", { name }) }));
	return (
		<form
			className={classes.way}
			onSubmit={(event) => {
				event.preventDefault();
				write.mutate({ folder, for: dev || null });
			}}
		>
			<TextInput
				label={t("stick-folder")}
				placeholder="E:\"
				value={folder}
				maxLength={400}
				spellCheck={false}
				onChange={(event) => setFolder(event.currentTarget.value)}
			/>
			<NativeSelect
				label={t("stick-for")}
				value={dev}
				data={[{ value: "", label: t("stick-everyone") }, ...choices]}
				onChange={(event) => setDev(event.currentTarget.value)}
			/>
			{write.error && <Failed inline error={write.error} />}
			{write.data && (
				<p role="status" className={classes.good}>
					{t("stick-written", { count: write.data.events, path: write.data.path })}
				</p>
			)}
			<Button type="submit" variant="default" loading={write.isPending} disabled={folder.trim() === ""}>
				{t("stick-write")}
			</Button>
		</form>
	);
}

function Read() {
	const t = useTexts(lanTexts);
	const read = useCommand("lan.readStick");
	const [path, setPath] = useState("");
	return (
		<form
			className={classes.way}
			onSubmit={(event) => {
				event.preventDefault();
				read.mutate({ path });
			}}
		>
			<TextInput
				label={t("stick-path")}
				placeholder="E:\"
				value={path}
				maxLength={400}
				spellCheck={false}
				onChange={(event) => setPath(event.currentTarget.value)}
			/>
			{read.error && <Failed inline error={read.error} />}
			{read.data && (
				<p role="status" className={classes.good}>
					{t("stick-taken", { files: read.data.files, count: read.data.stored })}
					{read.data.refused > 0 && ` · ${t("stick-refused", { count: read.data.refused })}`}
				</p>
			)}
			<Button type="submit" variant="default" loading={read.isPending} disabled={path.trim() === ""}>
				{t("stick-read")}
			</Button>
		</form>
	);
}
