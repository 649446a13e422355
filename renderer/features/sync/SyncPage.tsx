import { Button } from "@mantine/core";
import { IconCircleCheck, IconCloudUp } from "@tabler/icons-react";
import { useNavigate } from "react-router";
import { Empty } from "../../app/states/Empty.tsx";
import { Failed } from "../../app/states/Failed.tsx";
import { Loading } from "../../app/states/Loading.tsx";
import { useCommand, useQueryCall } from "../../app/use-calls.ts";
import { useMay } from "../../app/workstation.ts";
import { useLanguage, useTexts } from "../../i18n/language.ts";
import { sentenceFor } from "../../i18n/sentence.ts";
import { syncStatusTexts } from "../../i18n/texts/sync-status.ts";
import { PageHead } from "../settings/PageHead.tsx";
import { RefusedDocuments } from "../settings/standard/RefusedDocuments.tsx";
import { Alarm } from "./Alarm.tsx";
import { Entries } from "./Entries.tsx";
import { LeaseNotice } from "./LeaseNotice.tsx";
import { LineFacts } from "./LineFacts.tsx";
import classes from "./sync.module.css";

/** The line, the queue, and everything a person may have to settle. */
export function SyncPage() {
	const t = useTexts(syncStatusTexts);
	const language = useLanguage();
	const navigate = useNavigate();
	const mayEnrol = useMay("manager");
	const { data, error, refetch } = useQueryCall("sync.status", {}, { everyMs: 5_000 });
	const published = useQueryCall("standard.versions", {}, { watch: ["reference"] });
	const now = useCommand("sync.now");
	if (error) return <Failed error={error} onRetry={() => void refetch()} />;
	if (!data) return <Loading shape="page" />;
	const { state, chain } = data;
	const refused =
		state.reason && !chain.revoked
			? sentenceFor({ code: "archive-refused", reason: state.reason as `${string}.${string}` }, language)
			: undefined;
	const off = state.line === "off";
	const unfit = published.data && published.data.refused.length > 0;
	const silent = state.lease !== null && state.lease.phase !== "stands";
	const troubled = off || silent || chain.revoked || chain.forked || refused !== undefined || unfit;
	const quiet = data.conflicts.length + data.waiting.length + data.held.length + data.setAside.length === 0;
	return (
		<div className={classes.page}>
			<PageHead
				title={t("title")}
				why={t("why")}
				action={
					off ? undefined : (
						<Button
							variant="default"
							leftSection={<IconCloudUp size={18} />}
							loading={now.isPending}
							onClick={() => now.mutate({})}
						>
							{t("now")}
						</Button>
					)
				}
			/>
			{off && (
				<Alarm what={t("off-what")}>
					{mayEnrol && (
						<Button variant="default" w="fit-content" onClick={() => void navigate("/settings/archive")}>
							{t("settings")}
						</Button>
					)}
				</Alarm>
			)}
			{state.lease && <LeaseNotice lease={state.lease} />}
			{chain.revoked && <Alarm what={t("revoked-what")}>{t("revoked-do")}</Alarm>}
			{chain.forked && <Alarm what={t("forked-what")}>{t("forked-do")}</Alarm>}
			{refused && (
				<Alarm what={refused.what}>
					{refused.safe} {refused.next}
				</Alarm>
			)}
			{unfit && <RefusedDocuments versions={published.data} />}
			{!off && <LineFacts status={data} />}
			{/* "Nothing to do" would be wrong below an alarm. */}
			{quiet && !troubled && <Empty title={t("fine")} teach={t("fine-teach")} icon={IconCircleCheck} />}
			{!quiet && <Entries status={data} />}
		</div>
	);
}
