import { IconClipboardCheck } from "@tabler/icons-react";
import { useRef } from "react";
import { Link, useNavigate } from "react-router";
import { formatOrderNumber } from "../../../domain/code/order-number.ts";
import type { QcRow } from "../../../preload/contract/qc.ts";
import { Empty } from "../../app/states/Empty.tsx";
import { Failed } from "../../app/states/Failed.tsx";
import { Loading } from "../../app/states/Loading.tsx";
import { useQueryCall } from "../../app/use-calls.ts";
import { Photo } from "../../components/photo/PhotoStrip.tsx";
import { DueChip } from "../../components/text/DueChip.tsx";
import { Meaning } from "../../components/text/Meaning.tsx";
import { OrderNumber } from "../../components/text/OrderNumber.tsx";
import { useFormat } from "../../i18n/format.ts";
import { useTexts } from "../../i18n/language.ts";
import { benchTexts } from "../../i18n/texts/bench.ts";
import { qcTexts } from "../../i18n/texts/qc.ts";
import { useScan } from "../../scan/bus.ts";
import { useBenchScale } from "../../theme/preferences.ts";
import { CureRing } from "../bench/CureRing.tsx";
import { jobOfScan } from "../bench/labels.ts";
import rows from "../bench/queue.module.css";
import { useRowKeys } from "../bench/use-row-keys.ts";
import { useItemText, useListing, useName } from "../bench/words.ts";
import classes from "./qc.module.css";

/** What waits for inspection, the most pressing first, what still cures last. A scanned label opens its job. */
export function QcPage() {
	useBenchScale();
	const t = useTexts(qcTexts);
	const navigate = useNavigate();
	const list = useRef<HTMLDivElement>(null);
	const { data, error, refetch } = useQueryCall("qc.queue", {}, { everyMs: 60_000 });
	useRowKeys(list);
	useScan(async ({ text }) => {
		const job = await jobOfScan(text, "qc");
		if (!job) return false;
		void navigate(`/qc/${job.jobId}`);
		return { label: t("opened-job", { number: formatOrderNumber(job.number) }) };
	});
	if (error) return <Failed error={error} onRetry={() => void refetch()} />;
	if (!data) return <Loading shape="rows" count={6} />;
	if (data.rows.length === 0) {
		return <Empty icon={IconClipboardCheck} title={t("empty-title")} teach={t("empty-teach")} />;
	}
	return (
		<div className={rows.queue} ref={list}>
			<section aria-label={t("queue-label")}>
				<h2>
					{t("queue-label")} <span>{data.rows.length}</span>
				</h2>
				<ul>
					{data.rows.map((row) => (
						<Row key={row.card.jobId} row={row} nowAt={data.nowAt} />
					))}
				</ul>
			</section>
			{data.more && <p className={rows.more}>{t("more")}</p>}
		</div>
	);
}

function Row({ row, nowAt }: { row: QcRow; nowAt: string }) {
	const t = useTexts(qcTexts);
	const bench = useTexts(benchTexts);
	const name = useName();
	const itemText = useItemText();
	const format = useFormat();
	const listing = useListing();
	const { card } = row;
	return (
		<li className={`${rows.row} ${classes.row}`}>
			<span className={rows.rowPhoto}>{card.photo && <Photo handle={card.photo} label="" />}</span>
			<div className={rows.rowWhat}>
				<Link className={rows.rowLink ?? ""} to={`/qc/${card.jobId}`} data-row>
					<OrderNumber value={card.orderNumber} job={card.ordinal} short /> {itemText(card.item)}
				</Link>
				<span className={rows.rowStep}>{listing(row.operations.map(name))}</span>
			</div>
			<div className={rows.rowState}>
				{row.curing && <CureRing {...row.curing} size={2.25} words />}
				{card.reworks > 0 && <Meaning meaning="due-soon">{bench("rework", { round: card.reworks })}</Meaning>}
				{row.missingAfter > 0 && (
					<Meaning meaning="waiting">{t("photos-missing", { count: row.missingAfter })}</Meaning>
				)}
				{row.ownWork && <Meaning meaning="blocked">{t("own-work")}</Meaning>}
			</div>
			<div className={rows.rowTime}>
				<DueChip clock={card.due} promisedAt={card.promisedAt} />
				<small>{bench("promise", { when: format.when(card.promisedAt, nowAt) })}</small>
			</div>
			<div className={rows.rowEnd}>
				<span>{t("repaired-by", { names: listing(row.repairers.map((each) => each.name)) || "—" })}</span>
				<small>
					{t("finished-at", { when: format.when(row.finishedAt, nowAt) })} ·{" "}
					{card.shelf ? `${bench("shelf")} ${card.shelf}` : bench("no-shelf")}
				</small>
			</div>
		</li>
	);
}
