import { Button, Rating, Textarea } from "@mantine/core";
import { useState } from "react";
import { useNavigate } from "react-router";
import { addDays } from "../../../domain/clock/date.ts";
import { enoughTries, type FollowUpResult, followUpResults } from "../../../domain/job/leave/follow-up.ts";
import type { FollowUpRow } from "../../../preload/contract/followup.ts";
import { addresses } from "../../app/addresses.ts";
import { useKeys } from "../../app/keys/keys.ts";
import { Failed } from "../../app/states/Failed.tsx";
import { useCommand } from "../../app/use-calls.ts";
import { say } from "../../components/act/undo.tsx";
import { DayInput } from "../../components/input/DayInput.tsx";
import { Photo } from "../../components/photo/PhotoStrip.tsx";
import { OrderNumber } from "../../components/text/OrderNumber.tsx";
import { listText } from "../../i18n/define.ts";
import { useFormat } from "../../i18n/format.ts";
import { useLanguage, useTexts } from "../../i18n/language.ts";
import { followupTexts } from "../../i18n/texts/followup.ts";
import { Revealed } from "../order/Revealed.tsx";
import { useOrderWords } from "../order/words.ts";
import classes from "./followup.module.css";

type Props = { row: FollowUpRow; nextOn: string; todayOn: string; onDone: () => void };

/** One call: whom, about what, and how it went. */
export function Call({ row, nextOn, todayOn, onDone }: Props) {
	const t = useTexts(followupTexts);
	const language = useLanguage();
	const format = useFormat();
	const words = useOrderWords();
	const navigate = useNavigate();
	const tick = useCommand("followup.tick");
	const [result, setResult] = useState<FollowUpResult>();
	const [score, setScore] = useState<number | null>(null);
	const [said, setSaid] = useState("");
	const [againOn, setAgainOn] = useState<string | null>(null);
	const heard = result === "satisfied" || result === "unsatisfied";
	const mayEnd = result !== "unreached" || row.tries + 1 >= enoughTries;
	const choose = (chosen: FollowUpResult) => {
		setResult(chosen);
		setAgainOn(chosen === "unreached" ? nextOn : null);
		if (chosen === "unreached" || chosen === "declined") setScore(null);
	};
	const ready = result !== undefined && (result !== "unsatisfied" || said.trim() !== "");
	const save = () => {
		if (!ready || result === undefined) return;
		const { jobId, version } = row;
		tick.mutate(
			{ jobId, version, result, score: heard ? score : null, words: said, nextOn: againOn },
			{
				onSuccess: () => {
					say(t("saved"));
					onDone();
				},
			},
		);
	};
	useKeys([
		...followUpResults.map((each, at) => ({
			key: `Alt+${at + 1}`,
			label: words.own("tick", each),
			run: () => choose(each),
		})),
		{ key: "F9", label: t("save"), run: save, bar: true, disabled: !ready },
	]);
	const { customer } = row;
	return (
		<>
			<header className={classes.head}>
				<div className={classes.photo}>{row.photo && <Photo handle={row.photo} label={words.item(row.item)} />}</div>
				<div>
					<h2>
						{customer.name ? (
							<Revealed subjectId={customer.subjectId} field="name" masked={customer.name} reason="contact" />
						) : (
							t("no-name")
						)}
						<Revealed subjectId={customer.subjectId} field="phone" masked={customer.phone} reason="contact" />
					</h2>
					<p>
						{words.item(row.item)} · <OrderNumber value={row.number} job={row.ordinal} size="sm" />
					</p>
					<p className={classes.quiet}>
						{[
							row.work.length > 0 ? t("work", { work: listText(row.work.map(words.name), language) }) : t("no-work"),
							t("handed", { day: format.dateTime(row.handedAt) }),
							row.warrantyUntilOn && t("warranty", { day: format.date(row.warrantyUntilOn) }),
						]
							.filter(Boolean)
							.join(" · ")}
					</p>
					{row.lastResult && (
						<p className={classes.last}>
							{t("last-time", { result: words.own("result", row.lastResult) })}
							{row.lastWords && ` · ${row.lastWords}`}
						</p>
					)}
				</div>
			</header>
			<fieldset className={classes.results} aria-label={t("how-was-it")}>
				{followUpResults.map((each, at) => (
					<Button
						key={each}
						size="lg"
						variant={each === result ? "filled" : "default"}
						aria-pressed={each === result}
						rightSection={<kbd className={classes.kbd}>Alt+{at + 1}</kbd>}
						onClick={() => choose(each)}
					>
						{words.own("tick", each)}
					</Button>
				))}
			</fieldset>
			{heard && (
				<div className={classes.score}>
					<span>{t("score")}</span>
					<Rating
						size="xl"
						value={score ?? 0}
						onChange={(value) => setScore(value === score ? null : value)}
						getSymbolLabel={(value) => t("score-of", { score: value })}
					/>
				</div>
			)}
			<Textarea
				label={t("words")}
				description={result === "unsatisfied" ? t("words-needed") : undefined}
				required={result === "unsatisfied"}
				autosize
				minRows={3}
				maxLength={1000}
				value={said}
				onChange={(event) => setSaid(event.currentTarget.value)}
			/>
			{(result === "unreached" || result === "unsatisfied") && (
				<div className={classes.next}>
					<DayInput label={t("next-day")} min={addDays(todayOn, 1)} value={againOn} onChange={setAgainOn} />
					{mayEnd && againOn !== null && (
						<Button variant="subtle" onClick={() => setAgainOn(null)}>
							{t("next-none")}
						</Button>
					)}
					{result === "unreached" && mayEnd && <span className={classes.quiet}>{t("close-unreached")}</span>}
				</div>
			)}
			{tick.error && <Failed inline error={tick.error} />}
			<div className={classes.acts}>
				<Button
					size="md"
					loading={tick.isPending}
					disabled={!ready}
					rightSection={<kbd className={classes.kbd}>F9</kbd>}
					onClick={save}
				>
					{againOn === null ? t("save") : t("save-next", { day: format.day(againOn) })}
				</Button>
				{result === "unsatisfied" && (
					<Button variant="light" onClick={() => void navigate(addresses.rework(row.item.itemId, row.jobId))}>
						{t("rework")}
					</Button>
				)}
				<Button variant="default" onClick={() => void navigate(addresses.order(row.orderId))}>
					{t("order")}
				</Button>
			</div>
		</>
	);
}
