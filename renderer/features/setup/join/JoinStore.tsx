import { Progress } from "@mantine/core";
import type { CallOutput } from "../../../app/client.ts";
import { useCommand } from "../../../app/use-calls.ts";
import { useFormat } from "../../../i18n/format.ts";
import { useLanguage, useTexts } from "../../../i18n/language.ts";
import { sentenceFor } from "../../../i18n/sentence.ts";
import { joinTexts } from "../../../i18n/texts/join.ts";
import classes from "../setup.module.css";
import { JoinForm } from "./JoinForm.tsx";

export type Joining = CallOutput<"setup.joining">;

/** Address of the archive and the head office's code: with these this PC becomes a further one of the store. */
export function JoinStore({ onLeave }: { onLeave: () => void }) {
	const t = useTexts(joinTexts);
	const join = useCommand("setup.joinStore");
	return (
		<JoinForm
			title={t("title")}
			why={[t("why")]}
			fields={{
				address: { label: t("address"), description: t("address-hint") },
				code: { label: t("code"), description: t("code-hint") },
				name: { label: t("name"), description: t("name-hint") },
			}}
			go={t("go")}
			back={t("back")}
			complete={({ address, code, name }) =>
				/^https?:\/\/\S+$/.test(address) && /^\w{4}-\w{4}-\w{4}$/.test(code) && name !== ""
			}
			onJoin={join.mutate}
			onLeave={onLeave}
			busy={join.isPending || join.isSuccess}
			error={join.error}
		/>
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
