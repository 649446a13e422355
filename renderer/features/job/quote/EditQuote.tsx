import { Button, Group, NumberInput, Select, Stack } from "@mantine/core";
import { IconFileInvoice, IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import type { Reason } from "../../../../domain/errors.ts";
import { type RequoteReason, requoteReasons } from "../../../../domain/job/inspect/quote.ts";
import type { Approval } from "../../../../preload/contract/fields.ts";
import type { JobPage } from "../../../../preload/contract/job.ts";
import type { QuoteDraft } from "../../../../preload/contract/quote.ts";
import { call } from "../../../app/client.ts";
import { useKeys } from "../../../app/keys/keys.ts";
import { Empty } from "../../../app/states/Empty.tsx";
import { Failed } from "../../../app/states/Failed.tsx";
import { Loading } from "../../../app/states/Loading.tsx";
import { useQueryCall } from "../../../app/use-calls.ts";
import { useMay, usePerson } from "../../../app/workstation.ts";
import { ApprovalDialog } from "../../../components/act/ApprovalDialog.tsx";
import { Meaning } from "../../../components/text/Meaning.tsx";
import { useFormat } from "../../../i18n/format.ts";
import { useLanguage, useTexts } from "../../../i18n/language.ts";
import { sentenceFor } from "../../../i18n/sentence.ts";
import { quoteTexts } from "../../../i18n/texts/quote.ts";
import type { JobActs } from "../use-job-acts.ts";
import type { Names } from "../use-names.ts";
import { addPart, addWork, type Choices, removeLine, setPrice, setQty } from "./choices.ts";
import { type Editing, QuoteDialogs } from "./QuoteDialogs.tsx";
import { QuoteLines } from "./QuoteLines.tsx";
import classes from "./quote.module.css";
import { Remedies } from "./Remedies.tsx";
import { TotalBox } from "./TotalBox.tsx";

export type EditQuoteProps = {
	page: JobPage;
	names: Names;
	acts: JobActs;
	onIssued: () => void;
	/** Back to the issued version; absent while there is none to go back to. */
	onStop?: (() => void) | undefined;
};

/** The quote as it would be: remedies, lines, total; issuing it, with a manager where it deviates. */
export function EditQuote({ page, names, acts, onIssued, onStop }: EditQuoteProps) {
	const t = useTexts(quoteTexts);
	const { jobId } = page;
	const [changed, setChanged] = useState<Choices>();
	const [editing, setEditing] = useState<Editing>();
	const input = changed ? { jobId, choices: changed } : { jobId };
	const { data, error, isPlaceholderData, refetch } = useQueryCall("quote.draft", input, {
		watch: [`job:${jobId}`],
		keepPrevious: true,
	});
	const mayQuote = useMay("clerk", "inspector");
	const again = () => (changed ? setChanged(undefined) : void refetch());
	if (error) return <Failed error={error} onRetry={again} />;
	if (!data) return <Loading shape="rows" />;
	const choices = changed ?? data.choices;
	const pick = (kind: "work" | "part", line = "") => setEditing({ kind, operation: line });
	const lineActs = mayQuote
		? {
				onQty: (line: QuoteDraft["lines"][number], qty: number) => setChanged(setQty(choices, line, qty)),
				onPrice: ({ code, listFen }: QuoteDraft["lines"][number]) => setEditing({ kind: "price", code, listFen }),
				onPart: (line: QuoteDraft["lines"][number]) => pick("part", line.code),
				onRemove: (line: QuoteDraft["lines"][number]) => setChanged(removeLine(choices, line)),
			}
		: undefined;
	return (
		<div className={classes.edit} aria-busy={isPlaceholderData}>
			<div className={classes.left}>
				<Remedies page={page} names={names} draft={data} choices={choices} onChange={setChanged} />
				{data.lines.length === 0 ? (
					<Empty icon={IconFileInvoice} title={t("empty")} teach={t("empty-teach")} />
				) : (
					<QuoteLines page={page} names={names} lines={data.lines} acts={lineActs} />
				)}
				{mayQuote && (
					<Group>
						<Button variant="default" leftSection={<IconPlus size={18} />} onClick={() => pick("work")}>
							{t("add")}
						</Button>
					</Group>
				)}
			</div>
			<IssueBox
				page={page}
				names={names}
				acts={acts}
				draft={data}
				choices={choices}
				mayQuote={mayQuote}
				waiting={isPlaceholderData}
				onIssued={onIssued}
				onStop={onStop}
			/>
			<QuoteDialogs
				page={page}
				names={names}
				choices={choices}
				editing={editing}
				onClose={() => setEditing(undefined)}
				onWork={(code, findingId) => setChanged(addWork(choices, code, findingId || undefined))}
				onPart={(operation, part, price) => setChanged(addPart(choices, operation, part, price))}
				onPrice={(code, price) => setChanged(setPrice(choices, code, price))}
			/>
		</div>
	);
}

type IssueBoxProps = Omit<EditQuoteProps, "onStop"> & {
	draft: QuoteDraft;
	choices: Choices;
	mayQuote: boolean;
	/** The lines shown are still those of the choice before. */
	waiting: boolean;
	onStop: (() => void) | undefined;
};

function IssueBox({ page, names, acts, draft, choices, mayQuote, waiting, onIssued, onStop }: IssueBoxProps) {
	const t = useTexts(quoteTexts);
	const format = useFormat();
	const me = usePerson();
	const last = page.quotes[0];
	const first = last?.answer?.answer === "changed" ? "customer-asked" : last?.expired ? "expired" : null;
	const [reason, setReason] = useState<RequoteReason | null>(first);
	const [days, setDays] = useState(draft.validDays);
	const [asking, setAsking] = useState(false);
	const isManager = me?.roles.includes("manager") ?? false;
	const approve = draft.approvals.length > 0 && !isManager;
	const ready =
		mayQuote && !waiting && draft.blocked === null && (draft.replaces === null || reason !== null) && !acts.busy;
	const what = draft.approvals.map((a) => t(`approval-${a.kind}`, { what: names.work(a.code) }));
	const send = (at: { jobId: string; version: number }, more: { approval?: Approval }) =>
		call("quote.issue", { ...at, choices, validDays: days, ...(reason ? { reason } : {}), ...more });
	const issue = async () => {
		if (approve) return setAsking(true);
		if (await acts.run((at) => send(at, {}))) onIssued();
	};
	useKeys([{ key: "Ctrl+S", label: t("keys-issue"), run: () => void issue(), disabled: !ready, bar: ready }]);
	return (
		<TotalBox title={t("draft")} totals={draft.totals} customerWords={draft.customerWords}>
			<Needs page={page} names={names} draft={draft} what={what} />
			<Stack gap="xs">
				{draft.replaces !== null && (
					<Select
						label={t("reason-title")}
						required
						data={requoteReasons.map((each) => ({ value: each, label: t(`reason-${each}`) }))}
						value={reason}
						onChange={(value) => setReason(value as RequoteReason)}
					/>
				)}
				<NumberInput
					label={t("valid-days")}
					min={1}
					max={90}
					allowDecimal={false}
					clampBehavior="strict"
					value={days}
					onChange={(value) => typeof value === "number" && setDays(Math.max(1, value))}
				/>
				{draft.dueOn && <p className={classes.soft}>{t("due", { when: format.day(draft.dueOn) })}</p>}
			</Stack>
			{acts.failure !== undefined && page.conflicts.length === 0 && <Failed inline error={acts.failure} />}
			<div className={classes.totalActs}>
				<Button
					size="lg"
					fullWidth
					disabled={!ready}
					loading={acts.busy}
					rightSection={<kbd>Ctrl S</kbd>}
					onClick={() => void issue()}
				>
					{t(approve ? "issue-with" : draft.replaces === null ? "issue" : "issue-again")}
				</Button>
				{onStop && (
					<Button variant="subtle" color="gray" fullWidth onClick={onStop}>
						{t("edit-stop")}
					</Button>
				)}
			</div>
			{asking && (
				<ApprovalDialog
					opened
					onClose={() => setAsking(false)}
					what={t("approve-what", { what: what.join(" · ") })}
					people={page.approvers.filter((p) => p.roles.includes("manager"))}
					onApprove={async (approval) => {
						await acts.attempt((at) => send(at, { approval }));
						onIssued();
					}}
				/>
			)}
		</TotalBox>
	);
}

function Needs({ page, names, draft, what }: Pick<IssueBoxProps, "page" | "names" | "draft"> & { what: string[] }) {
	const t = useTexts(quoteTexts);
	const language = useLanguage();
	const faultOf = (id: string) => names.fault(page.findings.find((f) => f.id === id)?.fault ?? "");
	const notes = draft.needs.flatMap((need) => {
		if (need.kind === "sample-prices") return [];
		if (need.kind === "mixed-payers") return [t("need-mixed-payers", { what: names.work(need.operation) })];
		return [t(`need-${need.kind}`, { what: faultOf(need.findingId) })];
	});
	const blocked =
		draft.blocked === null
			? undefined
			: sentenceFor({ code: "rule-broken", reason: draft.blocked as Reason }, language);
	return (
		<ul className={classes.needs}>
			{blocked && (
				<li>
					<Meaning meaning="blocked" look="plain" size="sm">
						{blocked.what} {blocked.next}
					</Meaning>
				</li>
			)}
			{notes.map((note) => (
				<li key={note}>
					<Meaning meaning="waiting" look="plain" size="sm">
						{note}
					</Meaning>
				</li>
			))}
			{what.map((note) => (
				<li key={note}>
					<Meaning meaning="due-soon" look="plain" size="sm">
						{note}
					</Meaning>
				</li>
			))}
			{draft.samplePrices && <li className={classes.soft}>{t("sample")}</li>}
		</ul>
	);
}
