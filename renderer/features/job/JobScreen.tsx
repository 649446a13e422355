import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { useNavigate, useParams } from "react-router";
import { openStages, type Stage } from "../../../domain/job/stage.ts";
import type { JobPage } from "../../../preload/contract/job.ts";
import { addresses } from "../../app/addresses.ts";
import { call, mediaUrl } from "../../app/client.ts";
import { useKeys } from "../../app/keys/keys.ts";
import { Failed } from "../../app/states/Failed.tsx";
import { Loading } from "../../app/states/Loading.tsx";
import { useQueryCall } from "../../app/use-calls.ts";
import { printPaper } from "../../components/paper/print.ts";
import { sendIfTaken } from "../../components/paper/use-sent-papers.ts";
import { WhereBanner } from "../../components/transfer/Where.tsx";
import { useTexts } from "../../i18n/language.ts";
import { jobTexts } from "../../i18n/texts/job.ts";
import { orderTexts } from "../../i18n/texts/order.ts";
import { StepsPanel } from "../bench/StepsPanel.tsx";
import { ConflictBanner } from "./ConflictBanner.tsx";
import { InspectionPanel } from "./inspection/InspectionPanel.tsx";
import { JobHeader } from "./JobHeader.tsx";
import classes from "./job.module.css";
import { QuotePanel } from "./quote/QuotePanel.tsx";
import { RecordPanel } from "./RecordPanel.tsx";
import { useJobActs } from "./use-job-acts.ts";
import { type Names, useNames } from "./use-names.ts";

const tabs = ["inspection", "quote", "steps", "record"] as const;
export type Tab = (typeof tabs)[number];

const firstTab: Record<Stage, Tab> = {
	inspection: "inspection",
	quote: "quote",
	repair: "steps",
	qc: "steps",
	"hand-over": "record",
	"follow-up": "record",
	closed: "record",
	voided: "record",
};

/** Reads the job of the address; a fresh page for each. */
export function JobScreen() {
	const { jobId = "" } = useParams();
	const names = useNames();
	const { data, error, refetch } = useQueryCall("job.get", { jobId }, { watch: ["job", "order", "person", "store"] });
	if (error) return <Failed error={error} onRetry={() => void refetch()} />;
	if (!data || !names) return <Loading shape="page" count={4} />;
	return <Job key={jobId} page={data} names={names} />;
}

function Job({ page, names }: { page: JobPage; names: Names }) {
	const t = useTexts(jobTexts);
	const orderWords = useTexts(orderTexts);
	const navigate = useNavigate();
	const [chosen, setChosen] = useState<Tab>();
	const [failure, setFailure] = useState<unknown>();
	const tab =
		chosen ??
		(page.findings.length === 0 && page.services.length > 0 && page.stage === "inspection"
			? "quote"
			: firstTab[page.stage]);
	const acts = useJobActs(page.jobId, page.version);
	const quoted = page.quotes.length > 0;

	const print = async (paper: "quote" | "labels") => {
		setFailure(undefined);
		try {
			const orderId = page.order.id;
			if (paper === "labels") {
				const { queued } = await call("print.labels", { orderId, jobIds: [page.jobId] });
				notifications.show({ message: t("labels-queued", { count: queued }) });
			} else {
				const wanted = { orderId, paper: "quote", jobId: page.jobId } as const;
				const sent = await sendIfTaken(wanted);
				if (sent) {
					notifications.show({ message: orderWords("paper-sent", { printer: sent.printer }) });
					return;
				}
				const { handle } = await call("print.paper", wanted);
				await printPaper(mediaUrl(handle));
			}
		} catch (thrown) {
			setFailure(thrown);
		}
	};
	const at = page.order.jobs.indexOf(page.jobId);
	const goTo = (step: number) => {
		const next = page.order.jobs[at + step];
		if (next) void navigate(addresses.job(next), { replace: true });
	};
	const paperKey = tab === "quote" && quoted ? "quote" : "labels";
	useKeys([
		...tabs.map((each, i) => ({ key: `Alt+${i + 1}`, label: t(each), run: () => setChosen(each) })),
		{
			key: "F4",
			label: t(paperKey === "quote" ? "print-quote" : "print-labels"),
			run: () => void print(paperKey),
			bar: true,
		},
		{ key: "PageDown", label: t("next-job"), run: () => goTo(1), disabled: at + 1 >= page.order.jobs.length },
		{ key: "PageUp", label: t("previous-job"), run: () => goTo(-1), disabled: at <= 0 },
	]);

	const mayGo = openStages.includes(page.stage) && page.where === null;
	return (
		<div className={classes.page}>
			<JobHeader
				page={page}
				names={names}
				onGo={goTo}
				onPrint={(what) => void print(what)}
				{...(mayGo ? { onSend: () => void navigate(addresses.send(page.order.id, [page.jobId])) } : {})}
			/>
			{page.where && <WhereBanner where={page.where} nowAt={page.nowAt} />}
			{failure !== undefined && <Failed inline error={failure} />}
			{page.conflicts.length > 0 && <ConflictBanner page={page} acts={acts} />}
			<div className={classes.tabs} role="tablist" aria-label={t("tabs")} title={t("tab-hint")}>
				{tabs.map((each) => (
					<button
						key={each}
						type="button"
						role="tab"
						id={`tab-${each}`}
						aria-selected={tab === each}
						aria-controls={`panel-${each}`}
						onClick={() => setChosen(each)}
					>
						{t(each)}
						<TabCount page={page} tab={each} />
					</button>
				))}
			</div>
			<div className={classes.panel} role="tabpanel" id={`panel-${tab}`} aria-labelledby={`tab-${tab}`}>
				{tab === "inspection" && (
					<InspectionPanel page={page} names={names} acts={acts} onQuote={() => setChosen("quote")} />
				)}
				{tab === "quote" && <QuotePanel page={page} names={names} acts={acts} />}
				{tab === "steps" && (
					<div className={classes.padded}>
						<StepsPanel jobId={page.jobId} />
					</div>
				)}
				{tab === "record" && <RecordPanel page={page} names={names} />}
			</div>
		</div>
	);
}

function TabCount({ page, tab }: { page: JobPage; tab: Tab }) {
	const count = tab === "inspection" ? page.findings.length : tab === "quote" ? page.quotes.length : 0;
	return count > 0 ? <small>{count}</small> : null;
}
