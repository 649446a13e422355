import { ActionIcon, Popover } from "@mantine/core";
import { IconInfoCircle } from "@tabler/icons-react";
import type { QuoteLine } from "../../../../domain/quote/line.ts";
import type { JobPage } from "../../../../preload/contract/job.ts";
import { useFormat } from "../../../i18n/format.ts";
import { useTexts } from "../../../i18n/language.ts";
import { inspectionTexts } from "../../../i18n/texts/inspection.ts";
import { quoteTexts } from "../../../i18n/texts/quote.ts";
import type { Names } from "../use-names.ts";
import classes from "./quote.module.css";

/** `title`: what the line is called in the running language. */
type LineReasonProps = { page: JobPage; names: Names; line: QuoteLine; title: string };

/** Why a line is there, who pays by which rule, what the list says, who allowed otherwise: behind one tap. */
export function LineReason({ page, names, line, title }: LineReasonProps) {
	const t = useTexts(quoteTexts);
	const inspection = useTexts(inspectionTexts);
	const format = useFormat();
	const { why, deviation } = line;
	const rule = why.kind === "rule" ? names.standard.liabilityRules.get(why.rule) : undefined;
	const findings = line.findingIds.flatMap((id) => {
		const at = page.findings.findIndex((f) => f.id === id);
		const finding = page.findings[at];
		return finding ? [{ finding, number: at + 1 }] : [];
	});
	const approver = page.approvers.find((p) => p.id === deviation?.approver);
	return (
		<Popover position="bottom-end" width={360} withArrow trapFocus returnFocus>
			<Popover.Target>
				<ActionIcon variant="subtle" color="gray" aria-label={`${t("why")} ${title}`}>
					<IconInfoCircle size={19} stroke={1.7} />
				</ActionIcon>
			</Popover.Target>
			<Popover.Dropdown>
				<dl className={classes.why}>
					{why.kind === "service" && <dt>{t("why-service")}</dt>}
					{findings.map(({ finding, number }) => (
						<div key={finding.id}>
							<dt>{t("why-finding", { number })}</dt>
							<dd>
								{names.fault(finding.fault)} · {names.component(finding.component)}
								{finding.call && ` · ${names.cause(finding.call.cause)}`}
							</dd>
							<dd>
								{finding.coverage.covered && finding.coverage.untilOn
									? t("why-covered", { until: format.date(finding.coverage.untilOn) })
									: t("why-not-covered")}{" "}
								{inspection(`basis-${finding.coverage.basis}`, { rule: names.cover(finding.coverage) })}
							</dd>
						</div>
					))}
					{rule && (
						<div>
							<dt>{t("why-rule", { rule: rule.id })}</dt>
							<dd>
								{names.text(rule.condition)} → {names.text(rule.result)}
							</dd>
							<dd className={classes.soft}>{names.text(rule.citation)}</dd>
						</div>
					)}
					<div>
						<dt>{line.listFen === null ? t("why-no-list") : t("why-list", { money: format.money(line.listFen) })}</dt>
						{deviation && (
							<dd>
								{t("why-deviation", { reason: names.reason("list-deviation", deviation.reason) })}
								{deviation.note && ` · ${deviation.note}`}
								{approver && ` · ${t("why-approver", { who: approver.name })}`}
							</dd>
						)}
						{line.workWarrantyDays ? <dd>{t("why-warranty", { days: line.workWarrantyDays })}</dd> : null}
						{line.minutes ? <dd>{t("why-minutes", { minutes: line.minutes })}</dd> : null}
					</div>
				</dl>
			</Popover.Dropdown>
		</Popover>
	);
}
