import { ActionIcon, Button, Table } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconChevronLeft, IconChevronRight, IconCoinYen, IconDownload } from "@tabler/icons-react";
import { useState } from "react";
import { useNavigate } from "react-router";
import { addDays } from "../../../domain/clock/date.ts";
import { localDay } from "../../../domain/clock/zone.ts";
import type { CallOutput } from "../../app/client.ts";
import { call } from "../../app/client.ts";
import { Empty } from "../../app/states/Empty.tsx";
import { Failed } from "../../app/states/Failed.tsx";
import { Loading } from "../../app/states/Loading.tsx";
import { useQueryCall } from "../../app/use-calls.ts";
import { saveFile } from "../../components/act/save-file.ts";
import { DayInput } from "../../components/input/DayInput.tsx";
import { MoneyText } from "../../components/text/MoneyText.tsx";
import { OrderNumber } from "../../components/text/OrderNumber.tsx";
import { useFormat } from "../../i18n/format.ts";
import { useLanguage, useTexts } from "../../i18n/language.ts";
import { dayTexts } from "../../i18n/texts/day.ts";
import classes from "./day.module.css";

type Totals = CallOutput<"day.totals">;

/** The day's end: what came, what went, what is in the till. */
export function DayPage() {
	const t = useTexts(dayTexts);
	const { data: state } = useQueryCall("workstation.state", {});
	const today = state ? localDay(Date.parse(state.nowAt), state.zone) : undefined;
	const [chosen, setChosen] = useState<string>();
	const on = chosen ?? today;
	const totals = useQueryCall(
		"day.totals",
		{ on: on ?? "2026-01-01" },
		{ enabled: on !== undefined, keepPrevious: true },
	);
	if (!on || totals.isPending) return <Loading shape="page" />;
	return (
		<div className={classes.page}>
			<div className={classes.bar}>
				<h1>{t("title")}</h1>
				<ActionIcon variant="default" size="lg" aria-label={t("previous")} onClick={() => setChosen(addDays(on, -1))}>
					<IconChevronLeft size={18} />
				</ActionIcon>
				<DayInput aria-label={t("day")} value={on} max={today} onChange={(day) => setChosen(day ?? undefined)} />
				<ActionIcon
					variant="default"
					size="lg"
					aria-label={t("following")}
					disabled={on === today}
					onClick={() => setChosen(addDays(on, 1))}
				>
					<IconChevronRight size={18} />
				</ActionIcon>
				<Button variant="default" disabled={on === today} onClick={() => setChosen(undefined)}>
					{t("today")}
				</Button>
			</div>
			{totals.error ? (
				<Failed error={totals.error} inline onRetry={() => void totals.refetch()} />
			) : (
				<Figures totals={totals.data} />
			)}
			<Export on={on} />
		</div>
	);
}

function Figures({ totals }: { totals: Totals }) {
	const t = useTexts(dayTexts);
	const format = useFormat();
	const figures = [
		["orders", totals.orders],
		["received", totals.received],
		["handed-over", totals.handedOver],
		["in-hand", totals.inHand],
		["overdue", totals.overdue],
	] as const;
	const used = totals.methods.filter((m) => m.paid.count + m.refunded.count > 0);
	return (
		<>
			<dl className={classes.figures}>
				{figures.map(([key, value]) => (
					<div key={key}>
						<dt>{t(key)}</dt>
						<dd>{format.number(value)}</dd>
					</div>
				))}
				<div>
					<dt>{t("till")}</dt>
					<dd>
						<MoneyText fen={totals.tillFen} />
					</dd>
				</div>
				<div>
					<dt>{t("brand")}</dt>
					<dd>
						<MoneyText fen={totals.brandFen} />
					</dd>
				</div>
			</dl>
			{used.length > 0 && (
				<Table withTableBorder horizontalSpacing="md">
					<Table.Thead>
						<Table.Tr>
							<Table.Th>{t("method")}</Table.Th>
							<Table.Th ta="end">{t("paid")}</Table.Th>
							<Table.Th ta="end">{t("refunded")}</Table.Th>
							<Table.Th ta="end">{t("net")}</Table.Th>
						</Table.Tr>
					</Table.Thead>
					<Table.Tbody>
						{used.map(({ method, paid, refunded }) => (
							<Table.Tr key={method}>
								<Table.Td>{t(`method_${method}`)}</Table.Td>
								<Table.Td ta="end">
									<MoneyText fen={paid.amountFen} /> · {t("count", { count: String(paid.count) })}
								</Table.Td>
								<Table.Td ta="end">
									{refunded.count > 0 && (
										<>
											<MoneyText fen={refunded.amountFen} /> · {t("count", { count: String(refunded.count) })}
										</>
									)}
								</Table.Td>
								<Table.Td ta="end">
									<MoneyText fen={paid.amountFen - refunded.amountFen} />
								</Table.Td>
							</Table.Tr>
						))}
					</Table.Tbody>
				</Table>
			)}
			<Payments payments={totals.payments} />
		</>
	);
}

function Payments({ payments }: { payments: Totals["payments"] }) {
	const t = useTexts(dayTexts);
	const format = useFormat();
	const navigate = useNavigate();
	if (payments.length === 0)
		return <Empty icon={IconCoinYen} title={t("no-payments")} teach={t("no-payments-teach")} />;
	return (
		<section className={classes.section}>
			<h2>{t("payments")}</h2>
			<Table highlightOnHover withTableBorder>
				<Table.Thead>
					<Table.Tr>
						<Table.Th>{t("time")}</Table.Th>
						<Table.Th>{t("order")}</Table.Th>
						<Table.Th>{t("kind")}</Table.Th>
						<Table.Th>{t("method")}</Table.Th>
						<Table.Th ta="end">{t("amount")}</Table.Th>
						<Table.Th>{t("by")}</Table.Th>
					</Table.Tr>
				</Table.Thead>
				<Table.Tbody>
					{payments.map((p) => (
						<Table.Tr key={`${p.at}${p.orderId}${p.amountFen}`} onClick={() => void navigate(`/order/${p.orderId}`)}>
							<Table.Td>{format.time(p.at)}</Table.Td>
							<Table.Td>
								<OrderNumber value={p.number} size="sm" />
							</Table.Td>
							<Table.Td>{t(`kind_${p.kind}` as "kind_deposit")}</Table.Td>
							<Table.Td>{t(`method_${p.method}`)}</Table.Td>
							<Table.Td ta="end">
								<MoneyText fen={p.amountFen} />
							</Table.Td>
							<Table.Td>{p.by}</Table.Td>
						</Table.Tr>
					))}
				</Table.Tbody>
			</Table>
		</section>
	);
}

/** Orders of a range of days as CSV; the browser or Electron asks where to keep the file. */
function Export({ on }: { on: string }) {
	const t = useTexts(dayTexts);
	const language = useLanguage();
	const [from, setFrom] = useState<string>();
	const [to, setTo] = useState<string>();
	const [failure, setFailure] = useState<unknown>();
	const download = async () => {
		setFailure(undefined);
		try {
			const made = await call("day.ordersCsv", { from: from ?? on, to: to ?? on, language });
			saveFile(made);
			notifications.show({ message: t("exported", { count: String(made.rows) }) });
		} catch (error) {
			setFailure(error);
		}
	};
	return (
		<section className={classes.section}>
			<h2>{t("export")}</h2>
			<div className={classes.bar}>
				<DayInput label={t("from")} value={from ?? on} onChange={(day) => setFrom(day ?? undefined)} />
				<DayInput label={t("to")} value={to ?? on} onChange={(day) => setTo(day ?? undefined)} />
				<Button leftSection={<IconDownload size={18} />} onClick={() => void download()}>
					{t("export-go")}
				</Button>
			</div>
			{failure !== undefined && <Failed error={failure} inline />}
		</section>
	);
}
