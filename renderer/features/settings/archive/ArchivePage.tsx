import { Button, TextInput } from "@mantine/core";
import { IconCloudUp } from "@tabler/icons-react";
import { useState } from "react";
import { Failed } from "../../../app/states/Failed.tsx";
import { Loading } from "../../../app/states/Loading.tsx";
import { useCommand, useQueryCall } from "../../../app/use-calls.ts";
import { Meaning } from "../../../components/text/Meaning.tsx";
import { useFormat } from "../../../i18n/format.ts";
import { useLanguage, useTexts } from "../../../i18n/language.ts";
import { sentenceFor } from "../../../i18n/sentence.ts";
import { syncTexts } from "../../../i18n/texts/sync.ts";
import { PageHead } from "../PageHead.tsx";
import classes from "../settings.module.css";
import { lineMeanings } from "./line-meanings.ts";

/** The line to the archive: how it is, what waits; or the form that enrols this PC. */
export function ArchivePage() {
	const t = useTexts(syncTexts);
	const format = useFormat();
	const language = useLanguage();
	const { data, error, refetch } = useQueryCall("sync.state", {}, { everyMs: 5_000 });
	const held = useQueryCall("sync.held", {});
	const now = useCommand("sync.now");
	if (error) return <Failed error={error} onRetry={() => void refetch()} />;
	if (!data) return <Loading shape="page" />;
	if (!data.archive) return <Enrol />;
	const said = data.reason
		? sentenceFor({ code: "archive-refused", reason: data.reason as `${string}.${string}` }, language)
		: undefined;
	const facts = [
		[
			"line",
			t("title"),
			<Meaning key="line" meaning={lineMeanings[data.line]}>
				{t(data.line)}
			</Meaning>,
		],
		["waiting", t("waiting-name"), data.waiting === 0 ? t("none") : format.number(data.waiting)],
		["oldest", t("oldest-waiting"), data.oldestWaitingAt ? format.dateTime(data.oldestWaitingAt) : "—"],
		["contact", t("last-contact"), data.lastContactAt ? format.dateTime(data.lastContactAt) : t("never")],
		["address", t("address"), <code key="address">{data.archive.address}</code>],
		["store", t("store"), data.archive.storeCode],
		["brands", t("brands"), data.archive.brands.join(" · ")],
	] as const;
	return (
		<>
			<PageHead
				title={t("title")}
				why={t("why")}
				action={
					<Button
						leftSection={<IconCloudUp size={18} />}
						variant="default"
						loading={now.isPending}
						onClick={() => now.mutate({})}
					>
						{t("now")}
					</Button>
				}
			/>
			{said && (
				<p role="alert">
					<strong>{said.what}</strong> {said.safe} {said.next}
				</p>
			)}
			<dl className={classes.facts}>
				{facts.map(([key, name, value]) => (
					<div key={key}>
						<dt>{name}</dt>
						<dd>{value}</dd>
					</div>
				))}
			</dl>
			{held.data && held.data.events.length > 0 && <p role="status">{t("held", { count: held.data.events.length })}</p>}
		</>
	);
}

function Enrol() {
	const t = useTexts(syncTexts);
	const language = useLanguage();
	const [address, setAddress] = useState("");
	const [code, setCode] = useState("");
	const [name, setName] = useState(t("name-default"));
	const enrol = useCommand("sync.enrol");
	const refused = enrol.error && sentenceFor(enrol.error.error, language);
	return (
		<>
			<PageHead title={t("title")} why={t("why")} />
			<form
				className={classes.form ?? ""}
				onSubmit={(event) => {
					event.preventDefault();
					enrol.mutate({ address: address.trim(), code, name });
				}}
			>
				<TextInput
					label={t("address")}
					description={t("address-hint")}
					required
					type="url"
					value={address}
					onChange={(e) => setAddress(e.currentTarget.value)}
				/>
				<TextInput
					label={t("code")}
					description={t("code-hint")}
					required
					value={code}
					onChange={(e) => setCode(e.currentTarget.value.toUpperCase())}
					maxLength={20}
				/>
				<TextInput
					label={t("name")}
					required
					value={name}
					onChange={(e) => setName(e.currentTarget.value)}
					maxLength={60}
				/>
				{refused && (
					<p role="alert">
						<strong>{refused.what}</strong> {refused.safe} {refused.next}
					</p>
				)}
				<Button type="submit" loading={enrol.isPending}>
					{t("enrol")}
				</Button>
			</form>
		</>
	);
}
