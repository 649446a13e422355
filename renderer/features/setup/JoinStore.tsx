import { Button, Progress, TextInput } from "@mantine/core";
import { IconArrowLeft } from "@tabler/icons-react";
import { useState } from "react";
import type { CallOutput } from "../../app/client.ts";
import { Failed } from "../../app/states/Failed.tsx";
import { useCommand } from "../../app/use-calls.ts";
import { useFormat } from "../../i18n/format.ts";
import { useLanguage, useTexts } from "../../i18n/language.ts";
import { sentenceFor } from "../../i18n/sentence.ts";
import { joinTexts } from "../../i18n/texts/join.ts";
import classes from "./setup.module.css";

export type Joining = CallOutput<"setup.joining">;

/** Address of the archive and the head office's code: with these this PC becomes a further one of the store. */
export function JoinStore({ onLeave }: { onLeave: () => void }) {
	const t = useTexts(joinTexts);
	const join = useCommand("setup.joinStore");
	const [address, setAddress] = useState("");
	const [code, setCode] = useState("");
	const [name, setName] = useState("");
	const busy = join.isPending || join.isSuccess;
	const complete = /^https?:\/\/\S+$/.test(address.trim()) && /^\s*\w{4}-\w{4}-\w{4}\s*$/.test(code);
	return (
		<div className={classes.restore}>
			<h1>{t("title")}</h1>
			<p className={classes.why}>{t("why")}</p>
			<form
				className={classes.joinForm}
				onSubmit={(event) => {
					event.preventDefault();
					if (complete && name.trim()) join.mutate({ address: address.trim(), code, name: name.trim() });
				}}
			>
				<TextInput
					size="md"
					autoFocus
					spellCheck={false}
					label={t("address")}
					description={t("address-hint")}
					value={address}
					maxLength={300}
					onChange={(event) => setAddress(event.currentTarget.value)}
				/>
				<TextInput
					size="md"
					spellCheck={false}
					label={t("code")}
					description={t("code-hint")}
					placeholder="XXXX-XXXX-XXXX"
					value={code}
					maxLength={20}
					onChange={(event) => setCode(event.currentTarget.value.toUpperCase())}
				/>
				<TextInput
					size="md"
					label={t("name")}
					description={t("name-hint")}
					value={name}
					maxLength={60}
					onChange={(event) => setName(event.currentTarget.value)}
				/>
				{join.error && <Failed inline error={join.error} />}
				<Button
					type="submit"
					size="md"
					className={classes.go ?? ""}
					loading={busy}
					disabled={!complete || name.trim() === ""}
				>
					{t("go")}
				</Button>
			</form>
			<footer className={classes.foot}>
				<Button variant="default" size="md" leftSection={<IconArrowLeft size={18} />} disabled={busy} onClick={onLeave}>
					{t("back")}
				</Button>
			</footer>
		</div>
	);
}

/** The store's records on their way here: how far, and what holds them up. */
export function JoinProgress({ joining }: { joining: Joining }) {
	const t = useTexts(joinTexts);
	const language = useLanguage();
	const format = useFormat();
	const { reading, line, reason, firstMissing } = joining;
	const refused =
		reason && line === "refused"
			? sentenceFor({ code: "archive-refused", reason: reason as `${string}.${string}` }, language)
			: undefined;
	const percent = reading ? (100 * reading.pos) / Math.max(1, reading.of) : 0;
	const said = reading
		? t(reading.pos >= reading.of ? "reading-folding" : "reading-at", {
				pos: format.number(reading.pos),
				of: format.number(reading.of),
			})
		: t("reading-pages");
	return (
		<div className={classes.restore}>
			<h1>{t("reading-title")}</h1>
			<p className={classes.why}>{t("reading-why")}</p>
			<Progress value={reading ? percent : 100} animated={!reading} size="lg" aria-label={t("reading-title")} />
			<p role="status">
				{firstMissing ? t("first-missing") : line === "unreachable" ? t("no-line") : refused ? refused.what : said}
			</p>
			{refused && <p>{refused.next}</p>}
		</div>
	);
}
