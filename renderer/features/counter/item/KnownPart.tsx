import { Switch } from "@mantine/core";
import { getReason } from "../../../../domain/standard/lookup.ts";
import type { ItemDraft } from "../../../../preload/contract/intake-draft.ts";
import type { CallOutput } from "../../../app/client.ts";
import { Meaning } from "../../../components/text/Meaning.tsx";
import { useFormat } from "../../../i18n/format.ts";
import { useTexts } from "../../../i18n/language.ts";
import { intakeTexts } from "../../../i18n/texts/intake.ts";
import { useIntake } from "../draft/context.ts";
import classes from "./item.module.css";

type Props = {
	item: ItemDraft;
	record: CallOutput<"item.record">;
	change: (change: (item: ItemDraft) => ItemDraft) => void;
};

/** What we know of an item that was here before: warranty, its last repair, whether this is the same trouble again. */
export function KnownPart({ item, record, change }: Props) {
	const t = useTexts(intakeTexts);
	const { standard } = useIntake();
	const format = useFormat();
	const { coverage, jobs, refusals, openJobId } = record;
	const last = jobs.find((job) => job.stage !== "voided");
	const warranted = jobs.find((job) => job.handedAt !== null && job.warranty.some((work) => work.running));
	const until = warranted?.warranty
		.map((work) => work.untilOn)
		.sort()
		.at(-1);
	const refusal = refusals.findLast((each) => each.appeal?.decision !== "lifted");
	const did = (last?.operations ?? []).map((code) => standard.name(standard.operations.get(code)?.name));
	const seen =
		did.length > 0 ? did : (last?.faults ?? []).map((code) => standard.name(standard.faults.get(code)?.name));
	return (
		<div className={classes.known}>
			{openJobId !== null && <Meaning meaning="blocked">{t("already-here")}</Meaning>}
			{coverage.untilOn === null ? (
				<Meaning meaning="neutral">{t("coverage-unknown")}</Meaning>
			) : coverage.covered ? (
				<Meaning meaning="done">{t("covered", { date: format.date(coverage.untilOn) })}</Meaning>
			) : (
				<Meaning meaning="neutral">{t("not-covered")}</Meaning>
			)}
			{last && (
				<span className={classes.dim}>
					{t("last-visit", { date: format.dateTime(last.receivedAt), what: seen.join(t("list")) || "—" })}
				</span>
			)}
			{refusal && (
				<Meaning meaning="due-soon">
					{t("refusal-known", {
						reason: standard.name(getReason(standard.standard, "refusal-at-intake", refusal.reason).name),
						date: format.dateTime(refusal.at),
					})}
				</Meaning>
			)}
			{warranted && until && (
				<Switch
					label={t("rework")}
					description={t("rework-hint", { until: format.date(until) })}
					checked={item.reworkOf === warranted.jobId}
					onChange={(event) => {
						const reworkOf = event.currentTarget.checked ? warranted.jobId : null;
						change((now) => ({ ...now, reworkOf }));
					}}
				/>
			)}
		</div>
	);
}
