import { ActionIcon, Checkbox, TextInput } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { type PaymentMethod, paymentMethods } from "../../../../domain/order/order.ts";
import type { HandoverView } from "../../../../preload/contract/handover.ts";
import { useKeys } from "../../../app/keys/keys.ts";
import { MoneyInput } from "../../../components/input/MoneyInput.tsx";
import { Meaning } from "../../../components/text/Meaning.tsx";
import { useFormat } from "../../../i18n/format.ts";
import { useTexts } from "../../../i18n/language.ts";
import { handoverTexts } from "../../../i18n/texts/handover.ts";
import { Methods } from "../../order/form/Methods.tsx";
import classes from "../handover.module.css";
import type { BoxProps } from "../JobPieces.tsx";
import { leavingJobs, type PaymentRow, sums } from "../state.ts";

type Props = BoxProps & { view: HandoverView };

/** What is to be paid now, and how: one press pays the rest, several ways may be mixed, cash gives change. */
export function Pay({ view, progress, onChange, words }: Props) {
	const t = useTexts(handoverTexts);
	const format = useFormat();
	const sum = sums(view, progress);
	const testFeeFen = leavingJobs(view, progress).reduce((total, job) => total + job.testFeeFen, 0);
	const add = (method: PaymentMethod) => {
		if (sum.restFen === 0) return;
		const key = 1 + Math.max(0, ...progress.payments.map((row) => row.key));
		const row: PaymentRow = { key, method, amountFen: sum.restFen, reference: "", tenderedFen: null };
		onChange({ payments: [...progress.payments, row], leaveOpen: false });
	};
	const put = (row: PaymentRow) => onChange({ payments: progress.payments.map((p) => (p.key === row.key ? row : p)) });
	useKeys(
		paymentMethods.map((method, at) => ({
			key: `Alt+${at + 1}`,
			label: words.own("method", method),
			run: () => add(method),
			disabled: sum.restFen === 0,
		})),
	);
	return (
		<section className={classes.box} aria-label={t("money")}>
			<dl className={classes.sums}>
				<Sum label={t("owed-now")} fen={sum.owedFen} />
				{sum.paidFen !== 0 && <Sum label={t("paid-before")} fen={-sum.paidFen} />}
				{sum.brandBilledFen > 0 && <Sum label={t("brand-before")} fen={-sum.brandBilledFen} />}
				<div data-total>
					<dt>{t("to-pay")}</dt>
					<dd>{sum.dueFen > 0 ? format.money(sum.dueFen) : <Meaning meaning="done">{t("nothing-to-pay")}</Meaning>}</dd>
				</div>
			</dl>
			<Remarks view={view} progress={progress} words={words} testFeeFen={testFeeFen} />
			{sum.restFen > 0 && <Methods value={undefined} onChange={add} />}
			{progress.payments.map((row) => (
				<Row
					key={row.key}
					row={row}
					label={words.own("pay", row.method)}
					onChange={put}
					onRemove={() => onChange({ payments: progress.payments.filter((p) => p.key !== row.key) })}
				/>
			))}
			{sum.restFen > 0 && (
				<div className={classes.rest}>
					{progress.payments.length > 0 && <strong>{t("rest", { amount: format.money(sum.restFen) })}</strong>}
					<Checkbox
						label={t("leave-open")}
						checked={progress.leaveOpen}
						onChange={(event) => onChange({ leaveOpen: event.currentTarget.checked })}
					/>
				</div>
			)}
		</section>
	);
}

function Sum({ label, fen }: { label: string; fen: number }) {
	const format = useFormat();
	return (
		<div>
			<dt>{label}</dt>
			<dd>{format.money(fen)}</dd>
		</div>
	);
}

/** What else about money must be known before it leaves. */
function Remarks({ view, progress, words, testFeeFen }: Omit<Props, "onChange"> & { testFeeFen: number }) {
	const t = useTexts(handoverTexts);
	const format = useFormat();
	const sum = sums(view, progress);
	const agreed = leavingJobs(view, progress).flatMap((job) =>
		job.outcome && job.outcome.amountFen !== null
			? [
					t("agreed", {
						outcome: words.own("outcome", job.outcome.outcome),
						amount: format.money(job.outcome.amountFen),
					}),
				]
			: [],
	);
	const lines = [
		...(testFeeFen > 0 ? [t("test-fee", { amount: format.money(testFeeFen) })] : []),
		...(sum.laterFen > 0 ? [t("later-due", { amount: format.money(sum.laterFen) })] : []),
		...(sum.creditFen > 0 ? [t("credit", { amount: format.money(sum.creditFen) })] : []),
		...agreed,
	];
	if (lines.length === 0) return null;
	return (
		<ul className={classes.remarks}>
			{lines.map((line) => (
				<li key={line}>{line}</li>
			))}
		</ul>
	);
}

type RowProps = { row: PaymentRow; label: string; onChange: (row: PaymentRow) => void; onRemove: () => void };

function Row({ row, label, onChange, onRemove }: RowProps) {
	const t = useTexts(handoverTexts);
	const format = useFormat();
	const change = (row.tenderedFen ?? 0) - row.amountFen;
	return (
		<div className={classes.payment}>
			<strong>{label}</strong>
			<MoneyInput
				aria-label={label}
				valueFen={row.amountFen}
				onChangeFen={(amountFen) => onChange({ ...row, amountFen: amountFen ?? 0 })}
			/>
			{row.method === "cash" ? (
				<MoneyInput
					aria-label={t("tendered")}
					placeholder={t("tendered")}
					valueFen={row.tenderedFen}
					onChangeFen={(tenderedFen) => onChange({ ...row, tenderedFen })}
				/>
			) : (
				<TextInput
					aria-label={t("reference")}
					placeholder={t("reference")}
					maxLength={40}
					value={row.reference}
					onChange={(event) => onChange({ ...row, reference: event.currentTarget.value })}
				/>
			)}
			<ActionIcon variant="subtle" color="gray" aria-label={t("remove-payment")} onClick={onRemove}>
				<IconX size={18} stroke={1.7} />
			</ActionIcon>
			{row.method === "cash" && row.tenderedFen !== null && (
				<strong className={classes.change} data-short={change < 0 || undefined} role="status">
					{change < 0 ? t("change-short") : t("change", { amount: format.money(change) })}
				</strong>
			)}
		</div>
	);
}
