import { Button } from "@mantine/core";
import { IconFileInvoice } from "@tabler/icons-react";
import { useState } from "react";
import type { JobPage } from "../../../../preload/contract/job.ts";
import type { QuoteView } from "../../../../preload/contract/job-fields.ts";
import { useKeys } from "../../../app/keys/keys.ts";
import { Empty } from "../../../app/states/Empty.tsx";
import { useMay } from "../../../app/workstation.ts";
import { PhotoStrip } from "../../../components/photo/PhotoStrip.tsx";
import { Meaning } from "../../../components/text/Meaning.tsx";
import { MoneyText } from "../../../components/text/MoneyText.tsx";
import { useFormat } from "../../../i18n/format.ts";
import { useTexts } from "../../../i18n/language.ts";
import { quoteTexts } from "../../../i18n/texts/quote.ts";
import type { JobActs } from "../use-job-acts.ts";
import type { Names } from "../use-names.ts";
import { AnswerDialog, type AnswerKind } from "./AnswerDialog.tsx";
import { EditQuote } from "./EditQuote.tsx";
import { QuoteLines } from "./QuoteLines.tsx";
import classes from "./quote.module.css";
import { TotalBox } from "./TotalBox.tsx";

export type QuotePanelProps = { page: JobPage; names: Names; acts: JobActs };

/** The quote: made by itself until it is issued, then waiting for the customer, then what was agreed. */
export function QuotePanel({ page, names, acts }: QuotePanelProps) {
	const t = useTexts(quoteTexts);
	const [editing, setEditing] = useState(false);
	const [answering, setAnswering] = useState<AnswerKind>();
	const [current] = page.quotes;
	const mayQuote = useMay("clerk", "inspector");
	const changeable = ["inspection", "quote", "repair"].includes(page.stage);
	const mustEdit = page.stage === "quote" && (current?.answer?.answer === "changed" || current?.expired === true);
	const waiting = current !== undefined && current.answer === null && page.stage === "quote";
	const mayAnswer = mayQuote && waiting && page.conflicts.length === 0;
	useKeys([
		{
			key: "Ctrl+Enter",
			label: t("keys-accept"),
			run: () => setAnswering("accepted"),
			disabled: !mayAnswer || editing,
			bar: mayAnswer && !editing,
		},
	]);
	if (!current && !changeable) {
		return <Empty icon={IconFileInvoice} title={t("empty")} teach={t("empty-teach")} />;
	}
	const stop = () => {
		acts.clear();
		setEditing(false);
	};
	const close = () => {
		acts.clear();
		setAnswering(undefined);
	};
	return (
		<>
			{!current || editing || mustEdit ? (
				<EditQuote
					page={page}
					names={names}
					acts={acts}
					onIssued={stop}
					onStop={current && !mustEdit ? stop : undefined}
				/>
			) : (
				<Issued
					page={page}
					names={names}
					quote={current}
					{...(mayAnswer && !current.expired ? { onAnswer: setAnswering } : {})}
					{...(changeable && mayQuote ? { onEdit: () => setEditing(true) } : {})}
				/>
			)}
			{answering && <AnswerDialog page={page} names={names} acts={acts} answer={answering} onClose={close} />}
			{page.quotes.length > 1 && !editing && <Versions page={page} names={names} />}
		</>
	);
}

type IssuedProps = {
	page: JobPage;
	names: Names;
	quote: QuoteView;
	onAnswer?: (answer: AnswerKind) => void;
	onEdit?: () => void;
};

function Issued({ page, names, quote, onAnswer, onEdit }: IssuedProps) {
	const t = useTexts(quoteTexts);
	const format = useFormat();
	return (
		<div className={classes.edit}>
			<div className={classes.left}>
				<QuoteLines page={page} names={names} lines={quote.lines} />
			</div>
			<TotalBox
				title={t("issued", { version: quote.version })}
				totals={quote.totals}
				customerWords={quote.customerWords}
			>
				<div className={classes.state}>
					{quote.answer ? (
						<Answered page={page} names={names} answer={quote.answer} />
					) : (
						<Meaning meaning="waiting">{t("waiting")}</Meaning>
					)}
					<p className={classes.soft}>
						{t("valid-until", { when: format.dateTime(quote.validUntilAt) })}
						<br />
						{t("issued-by", { who: quote.by.name, when: format.when(quote.at, page.nowAt) })}
						<br />
						{t("basis", { standard: quote.standard, prices: quote.prices })}
						{quote.samplePrices && (
							<>
								<br />
								{t("sample")}
							</>
						)}
					</p>
				</div>
				<div className={classes.totalActs}>
					{onAnswer && (
						<>
							<Button size="lg" fullWidth rightSection={<kbd>Ctrl ↵</kbd>} onClick={() => onAnswer("accepted")}>
								{t("accept")}
							</Button>
							<div className={classes.two}>
								<Button variant="default" onClick={() => onAnswer("declined")}>
									{t("decline")}
								</Button>
								<Button variant="default" onClick={() => onAnswer("changed")}>
									{t("change")}
								</Button>
							</div>
						</>
					)}
					{onEdit && (
						<Button variant="subtle" color="gray" fullWidth onClick={onEdit}>
							{t("edit")}
						</Button>
					)}
				</div>
			</TotalBox>
		</div>
	);
}

type AnsweredProps = { page: JobPage; names: Names; answer: NonNullable<QuoteView["answer"]> };

const meaning = { accepted: "done", declined: "blocked", changed: "due-soon" } as const;
const means = ["signature", "paper", "phone", "chat", "at-intake", "page"] as const;

function Answered({ page, names, answer }: AnsweredProps) {
	const t = useTexts(quoteTexts);
	const format = useFormat();
	const how = means.find((each) => each === answer.means);
	const word = { accepted: t("accept"), declined: t("decline"), changed: t("change") }[answer.answer];
	return (
		<>
			<Meaning meaning={meaning[answer.answer]}>
				{t("answered", { answer: word, means: how ? t(how) : answer.means })}
				{answer.channel && ` · ${answer.channel}`}
			</Meaning>
			{answer.reason && <p>{names.reason("decline", answer.reason)}</p>}
			{answer.words && <q>{answer.words}</q>}
			{answer.screenshot && (
				<figure className={classes.shot}>
					<PhotoStrip size="sm" photos={[{ handle: answer.screenshot }]} />
					<figcaption>{t("screenshot")}</figcaption>
				</figure>
			)}
			{answer.testFeeFen > 0 && <p>{t("test-fee", { money: format.money(answer.testFeeFen) })}</p>}
			<p className={classes.soft}>
				{t("answered-by", { who: answer.by.name, when: format.when(answer.at, page.nowAt) })}
			</p>
		</>
	);
}

/** Earlier versions with what became of them; nothing is ever replaced unseen. */
function Versions({ page, names }: { page: JobPage; names: Names }) {
	const t = useTexts(quoteTexts);
	const format = useFormat();
	return (
		<details className={classes.versions}>
			<summary>{t("versions")}</summary>
			<ol>
				{page.quotes.map((quote) => (
					<li key={quote.version}>
						<strong>{t("issued", { version: quote.version })}</strong>
						<MoneyText fen={quote.totals.customerFen} size="sm" />
						<span>{format.when(quote.at, page.nowAt)}</span>
						<span>{quote.by.name}</span>
						<span>{quote.reason ? t(`reason-${quote.reason}` as "reason-expired") : ""}</span>
						<div>{quote.answer && <Answered page={page} names={names} answer={quote.answer} />}</div>
					</li>
				))}
			</ol>
		</details>
	);
}
