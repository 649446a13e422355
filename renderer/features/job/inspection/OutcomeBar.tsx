import { Button } from "@mantine/core";
import { IconArrowRight } from "@tabler/icons-react";
import { outcomeReasons } from "../../../../domain/job/inspect/outcome.ts";
import type { JobPage } from "../../../../preload/contract/job.ts";
import { call } from "../../../app/client.ts";
import { Meaning } from "../../../components/text/Meaning.tsx";
import { useFormat } from "../../../i18n/format.ts";
import { useTexts } from "../../../i18n/language.ts";
import { inspectionTexts } from "../../../i18n/texts/inspection.ts";
import type { JobActs } from "../use-job-acts.ts";
import type { Names } from "../use-names.ts";
import classes from "./inspection.module.css";

export type OutcomeBarProps = {
	page: JobPage;
	names: Names;
	acts: JobActs;
	/** Findings still without a call. */
	waiting: number;
	mayJudge: boolean;
	onQuote: () => void;
	onOther: () => void;
};

/** What becomes of the item: decided, or the next act towards it. */
export function OutcomeBar({ page, names, acts, waiting, mayJudge, onQuote, onOther }: OutcomeBarProps) {
	const t = useTexts(inspectionTexts);
	const format = useFormat();
	const { outcome } = page;
	const onlyService = page.findings.length === 0 && page.services.length > 0;
	const decided = outcome && page.stage !== "inspection";
	const repair = async () => {
		if (await acts.run((at) => call("inspection.decideOutcome", { ...at, outcome: "repair" }))) onQuote();
	};
	const list = outcome && outcome.outcome !== "repair" ? outcomeReasons[outcome.outcome] : undefined;
	return (
		<footer className={classes.outcomeBar}>
			{decided && (
				<p>
					<strong>
						{t("outcome-now", {
							outcome: t(`decided-${outcome.outcome}`),
						})}
					</strong>
					{outcome.amountFen !== null && ` ${format.money(outcome.amountFen)}`}
					{list && outcome.reason && ` · ${names.reason(list, outcome.reason)}`}
					{outcome.approver && ` · ${t("outcome-approved", { who: outcome.approver.name })}`}
					<span className={classes.soft}>
						{" "}
						{t("call-by", { who: outcome.by.name, when: format.when(outcome.at, page.nowAt) })}
					</span>
				</p>
			)}
			{waiting > 0 && <Meaning meaning="waiting">{t("calls-left", { count: waiting })}</Meaning>}
			<span className={classes.space} />
			{mayJudge && !page.returning && page.findings.length > 0 && (
				<Button variant="default" disabled={waiting > 0 || acts.busy} onClick={onOther}>
					{t("outcome-other")}
				</Button>
			)}
			{page.stage === "inspection" && onlyService && (
				<Button rightSection={<IconArrowRight size={18} />} onClick={onQuote}>
					{t("to-quote")}
				</Button>
			)}
			{page.stage === "inspection" && page.findings.length > 0 && mayJudge && (
				<Button
					size="md"
					disabled={waiting > 0}
					loading={acts.busy}
					rightSection={<IconArrowRight size={20} />}
					onClick={() => void repair()}
				>
					{t("outcome-repair")}
				</Button>
			)}
			{(page.stage === "quote" || page.stage === "repair") && (
				<Button variant="default" rightSection={<IconArrowRight size={18} />} onClick={onQuote}>
					{t("to-quote")}
				</Button>
			)}
		</footer>
	);
}
