import { IconTool } from "@tabler/icons-react";
import { useRef } from "react";
import { useNavigate } from "react-router";
import { formatOrderNumber } from "../../../domain/code/order-number.ts";
import { call } from "../../app/client.ts";
import { Empty } from "../../app/states/Empty.tsx";
import { Failed } from "../../app/states/Failed.tsx";
import { Loading } from "../../app/states/Loading.tsx";
import { useQueryCall } from "../../app/use-calls.ts";
import { usePerson } from "../../app/workstation.ts";
import { useTexts } from "../../i18n/language.ts";
import { benchTexts } from "../../i18n/texts/bench.ts";
import { useScan } from "../../scan/bus.ts";
import { useBenchScale } from "../../theme/preferences.ts";
import { jobOfScan } from "./labels.ts";
import { QueueRow } from "./QueueRow.tsx";
import classes from "./queue.module.css";
import { useActs } from "./use-acts.ts";
import { useRowKeys } from "./use-row-keys.ts";

const groups = ["mine", "free", "others"] as const;

/** The technician's queue: mine, free, colleagues', each by time left. A scanned label opens its job. */
export function BenchPage() {
	useBenchScale();
	const t = useTexts(benchTexts);
	const navigate = useNavigate();
	const person = usePerson()?.id ?? "";
	const list = useRef<HTMLDivElement>(null);
	const acts = useActs("", 0);
	const { data, error, refetch } = useQueryCall("bench.queue", {}, { everyMs: 60_000 });
	useRowKeys(list);
	useScan(async ({ text }) => {
		const job = await jobOfScan(text, "repair");
		if (!job) return false;
		void navigate(`/bench/${job.jobId}`);
		return { label: t("opened-job", { number: formatOrderNumber(job.number) }) };
	});
	if (error) return <Failed error={error} onRetry={() => void refetch()} />;
	if (!data) return <Loading shape="rows" count={6} />;
	if (data.rows.length === 0) return <Empty icon={IconTool} title={t("empty-title")} teach={t("empty-teach")} />;
	return (
		<div className={classes.queue} ref={list}>
			{acts.failure !== undefined && <Failed inline error={acts.failure} />}
			{groups.map((whose) => {
				const rows = data.rows.filter((row) => row.whose === whose);
				if (rows.length === 0) return null;
				return (
					<section key={whose} aria-label={`${t("queue-label")} ${t(whose)}`}>
						<h2>
							{t(whose)} <span>{rows.length}</span>
						</h2>
						<ul>
							{rows.map((row) => (
								<QueueRow
									key={row.card.jobId}
									row={row}
									person={person}
									nowAt={data.nowAt}
									{...(whose === "free"
										? {
												onTake: () =>
													void acts.run(() => call("bench.take", { jobId: row.card.jobId, version: row.card.version })),
											}
										: {})}
								/>
							))}
						</ul>
					</section>
				);
			})}
			{data.more && <p className={classes.more}>{t("more")}</p>}
		</div>
	);
}
