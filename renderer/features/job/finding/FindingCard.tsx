import { ActionIcon, Button, Checkbox, Menu } from "@mantine/core";
import { IconCheck, IconDots, IconShieldCheck, IconShieldOff } from "@tabler/icons-react";
import { useState } from "react";
import type { JobPage } from "../../../../preload/contract/job.ts";
import type { FindingView } from "../../../../preload/contract/job-fields.ts";
import { Meaning } from "../../../components/text/Meaning.tsx";
import { useFormat } from "../../../i18n/format.ts";
import { useTexts } from "../../../i18n/language.ts";
import { inspectionTexts } from "../../../i18n/texts/inspection.ts";
import type { Names } from "../use-names.ts";
import classes from "./finding.module.css";

export type FindingCardProps = {
	page: JobPage;
	names: Names;
	finding: FindingView;
	number: number;
	marked: boolean;
	/** Absent: only shown. */
	onEdit?: (() => void) | undefined;
	onRemove?: (() => void) | undefined;
	/** Confirms the proposal; absent when the person may not. */
	onConfirm?: ((stopUseTold: boolean) => void) | undefined;
	onOtherwise?: (() => void) | undefined;
	onMark: () => void;
	busy: boolean;
};

/** One finding: what and where, its evidence, its cover, and who answers for it. */
export function FindingCard(props: FindingCardProps) {
	const { page, names, finding, number, marked, onEdit, onRemove, onMark } = props;
	const t = useTexts(inspectionTexts);
	const format = useFormat();
	const piece = page.pieces.find((p) => p.id === finding.pieceId);
	const { coverage } = finding;
	const where = [
		names.component(finding.component),
		finding.material ? names.material(finding.material) : "",
		piece ? names.text(piece.name) : "",
		...finding.measures.map((m) => `${names.measure(m.kind).replace(/[（(].*$/, "")} ${measureText(m)}`),
	].filter((word) => word !== "");
	return (
		<article className={classes.card} data-marked={marked || undefined}>
			<div className={classes.cardHead}>
				<button type="button" className={classes.number} onClick={onMark} aria-label={`${number}`}>
					{number}
				</button>
				<strong>{names.fault(finding.fault)}</strong>
				<code>{finding.fault}</code>
				<Meaning meaning={finding.severity === "critical" ? "overdue" : "neutral"} size="sm">
					{names.severity(finding.severity)}
				</Meaning>
				{finding.agreed && (
					<Meaning meaning="done" size="sm">
						{t("agreed")}
					</Meaning>
				)}
				{(onEdit || onRemove) && !finding.agreed && (
					<Menu position="bottom-end">
						<Menu.Target>
							<ActionIcon ml="auto" variant="subtle" color="gray" aria-label={t("change")}>
								<IconDots size={18} />
							</ActionIcon>
						</Menu.Target>
						<Menu.Dropdown>
							{onEdit && <Menu.Item onClick={onEdit}>{t("change")}</Menu.Item>}
							{onRemove && <Menu.Item onClick={onRemove}>{t("remove")}</Menu.Item>}
						</Menu.Dropdown>
					</Menu>
				)}
			</div>
			<div className={classes.cardWhere}>
				{where.join(" · ")}
				<span
					title={t(`basis-${coverage.basis}`, { rule: names.cover(coverage) })}
					className={classes.cover}
					data-covered={coverage.covered}
				>
					{coverage.covered ? <IconShieldCheck size={16} aria-hidden /> : <IconShieldOff size={16} aria-hidden />}
					{coverage.untilOn === null
						? t("no-date")
						: t(coverage.covered ? "covered" : "not-covered", { until: format.date(coverage.untilOn) })}
				</span>
			</div>
			{finding.evidence.length > 0 && (
				<ul className={classes.cardTags}>
					{finding.evidence.map((tag) => (
						<li key={tag}>{names.evidence(tag)}</li>
					))}
				</ul>
			)}
			{finding.note && <q className={classes.note}>{finding.note}</q>}
			{finding.call && !finding.outdated ? <Decided {...props} call={finding.call} /> : <Proposed {...props} />}
		</article>
	);
}

function measureText({ kind, value }: FindingView["measures"][number]): string {
	if (kind.endsWith("-mm")) return `${value} mm`;
	if (kind.endsWith("-percent")) return `${value}%`;
	if (kind === "area-mm2") return `${value} mm²`;
	if (kind === "load-grams") return `${value} g`;
	return kind === "grey-scale-half-steps" ? `${value / 2}` : String(value);
}

/** What the rules say, by name, and the one tap that confirms it. */
function Proposed({ names, finding, onConfirm, onOtherwise, busy }: FindingCardProps) {
	const t = useTexts(inspectionTexts);
	const { proposal, ruleId } = finding;
	const [told, setTold] = useState(false);
	const stopUse = proposal.needs.includes("stop-use-notice");
	const second = proposal.needs.includes("second-inspector");
	const photoMissing = proposal.needs.includes("evidence-photo") && !finding.hasPhoto;
	const rule = ruleId ? names.standard.liabilityRules.get(ruleId) : undefined;
	const ground = proposal.ground === "prior" ? "ground-prior" : "ground-fault-table";
	return (
		<div className={classes.call} data-state={finding.outdated ? "outdated" : "open"}>
			{finding.outdated && (
				<Meaning meaning="due-soon" size="sm">
					{t("outdated")}
				</Meaning>
			)}
			<p className={classes.verdict}>
				<span className={classes.soft}>{t("proposal")}</span>
				<strong>{names.cause(proposal.cause)}</strong>
				<span>{t(proposal.outcome)}</span>
				<small>{t("score", { score: proposal.score })}</small>
			</p>
			<p className={classes.because}>
				{rule ? (
					<>
						<b>{rule.id}</b> {names.text(rule.condition)} → {names.text(rule.result)}
					</>
				) : (
					t(ground)
				)}
			</p>
			<Needs finding={finding} photoMissing={photoMissing} />
			{stopUse && (
				<div className={classes.stopUse}>
					<strong>{t("stop-use-title")}</strong>
					<p>{t("stop-use-text")}</p>
					<Checkbox
						label={t("stop-use")}
						checked={told}
						disabled={!onConfirm}
						onChange={(event) => setTold(event.currentTarget.checked)}
					/>
				</div>
			)}
			{onConfirm && (
				<div className={classes.callActs}>
					<Button
						leftSection={<IconCheck size={18} stroke={2.2} />}
						disabled={(stopUse && !told) || photoMissing || busy}
						onClick={() => onConfirm(told)}
					>
						{t(second ? "confirm-and" : "confirm")}
					</Button>
					<Button variant="default" disabled={busy} onClick={onOtherwise}>
						{t("otherwise")}
					</Button>
				</div>
			)}
		</div>
	);
}

function Needs({ finding, photoMissing }: { finding: FindingView; photoMissing: boolean }) {
	const t = useTexts(inspectionTexts);
	const { needs } = finding.proposal;
	const lines = [
		photoMissing ? t("need-photo") : "",
		needs.includes("second-inspector") ? t("second-needed") : "",
		needs.includes("carrier-claim") ? t("need-carrier") : "",
		needs.includes("product-group-review") ? t("need-product-group") : "",
		needs.includes("offer-reinspection") ? t("need-reinspection") : "",
	].filter((line) => line !== "");
	if (lines.length === 0) return null;
	return (
		<ul className={classes.needs}>
			{lines.map((line) => (
				<li key={line}>{line}</li>
			))}
		</ul>
	);
}

function Decided({
	page,
	names,
	call,
	onOtherwise,
	finding,
}: FindingCardProps & { call: NonNullable<FindingView["call"]> }) {
	const t = useTexts(inspectionTexts);
	const format = useFormat();
	return (
		<div className={classes.call} data-state="decided">
			<p className={classes.verdict}>
				<IconCheck size={18} stroke={2.4} aria-hidden />
				<strong>{names.cause(call.cause)}</strong>
				<span>{t(call.outcome)}</span>
				{call.rules.length > 0 && (
					<small
						title={call.rules
							.map((id) => `${id} ${names.text(names.standard.liabilityRules.get(id)?.condition)}`)
							.join("\n")}
					>
						{call.rules.join(" ")}
					</small>
				)}
				{onOtherwise && !finding.agreed && (
					<Button variant="subtle" size="compact-sm" color="gray" ml="auto" onClick={onOtherwise}>
						{t("otherwise")}
					</Button>
				)}
			</p>
			<p className={classes.because}>
				{t("call-by", { who: call.by.name, when: format.when(call.at, page.nowAt) })}
				{call.second && ` · ${t("call-second", { who: call.second.name })}`}
				{call.stopUseTold && ` · ${t("stop-use")}`}
				{call.reason && ` · ${t("call-override", { reason: names.reason("liability-override", call.reason) })}`}
			</p>
			{call.note && <q className={classes.note}>{call.note}</q>}
		</div>
	);
}
