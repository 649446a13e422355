import { useNavigate } from "react-router";
import { addresses } from "../../app/addresses.ts";
import type { StandardOnScreen } from "../../app/use-standard.ts";
import { Meaning } from "../../components/text/Meaning.tsx";
import { OrderNumber } from "../../components/text/OrderNumber.tsx";
import { StageTrack } from "../../components/text/StageTrack.tsx";
import { useFormat } from "../../i18n/format.ts";
import { useTexts } from "../../i18n/language.ts";
import { itemTexts } from "../../i18n/texts/item.ts";
import classes from "./item-page.module.css";
import { type ItemRecord, wordOf } from "./words.ts";

type Elsewhere = ItemRecord["elsewhere"][number];

/** A repair at another workshop: nothing to open here, and nobody's name. */
function RepairElsewhere({ job, standard }: { job: Elsewhere; standard: StandardOnScreen }) {
	const t = useTexts(itemTexts);
	const format = useFormat();
	const found = job.faults.map((code) => wordOf(standard, standard.faults, code));
	const done = (job.operations.length > 0 ? job.operations : job.services).map((code) =>
		wordOf(standard, standard.operations, code),
	);
	return (
		<div className={classes.away}>
			<span className={classes.repairTop}>
				<strong>{format.dateTime(job.receivedAt)}</strong>
				<Meaning meaning="neutral" size="sm">
					{job.workshop || t("other-workshop")}
				</Meaning>
				<StageTrack look="short" stage={job.stage} />
			</span>
			<span>{[...new Set([...found, ...done])].join(t("list")) || "—"}</span>
			<span className={classes.repairMore}>
				{job.handedAt && <span>{t("given-back", { date: format.dateTime(job.handedAt) })}</span>}
				{job.reworks > 0 && (
					<Meaning meaning="due-soon" look="plain" size="sm">
						{t("repair-round", { count: job.reworks })}
					</Meaning>
				)}
			</span>
		</div>
	);
}

type Props = { record: ItemRecord; standard: StandardOnScreen };

/** Every repair, newest first: what was found, what was done, who paid. */
export function Repairs({ record, standard }: Props) {
	const t = useTexts(itemTexts);
	const format = useFormat();
	const navigate = useNavigate();
	const { operations, faults } = standard;
	return (
		<section className={classes.box} aria-label={t("repairs")}>
			<h2>
				{t("repairs")} <span>{record.jobs.length + record.elsewhere.length}</span>
			</h2>
			{record.jobs.length + record.elsewhere.length === 0 && (
				<p className={classes.empty}>
					<strong>{t("repairs-none")}</strong> {t("repairs-teach")}
				</p>
			)}
			<ol className={classes.repairs}>
				{record.jobs.map((job) => {
					const asked = job.services.map((code) => wordOf(standard, operations, code));
					const found = job.faults.map((code) => wordOf(standard, faults, code));
					const done = job.operations.map((code) => wordOf(standard, operations, code));
					const outcome = job.outcome && job.outcome !== "repair" ? t(`outcome-${job.outcome}`) : "";
					return (
						<li key={job.jobId}>
							<button type="button" onClick={() => void navigate(addresses.job(job.jobId))}>
								<span className={classes.repairTop}>
									<strong>{format.dateTime(job.receivedAt)}</strong>
									<OrderNumber value={job.number} job={job.ordinal} size="sm" short />
									<StageTrack look="short" stage={job.stage} />
								</span>
								<span>
									{[...new Set([...found, ...(done.length > 0 ? done : asked)])].join(t("list")) || outcome || "—"}
								</span>
								<span className={classes.repairMore}>
									{job.customerFen > 0 && <span>{t("customer-paid", { amount: format.money(job.customerFen) })}</span>}
									{job.brandFen > 0 && <span>{t("brand-paid", { amount: format.money(job.brandFen) })}</span>}
									{job.handedAt && <span>{t("given-back", { date: format.dateTime(job.handedAt) })}</span>}
									{job.reworks > 0 && (
										<Meaning meaning="due-soon" look="plain" size="sm">
											{t("repair-round", { count: job.reworks })}
										</Meaning>
									)}
									{job.reworkOf && (
										<Meaning meaning="due-soon" look="plain" size="sm">
											{t("rework-of")}
										</Meaning>
									)}
								</span>
							</button>
						</li>
					);
				})}
				{record.elsewhere.map((job) => (
					<li key={job.jobId}>
						<RepairElsewhere job={job} standard={standard} />
					</li>
				))}
			</ol>
		</section>
	);
}
