import { Button, TextInput } from "@mantine/core";
import { IconBarcode, IconPackageExport, IconSearch } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { useNavigate } from "react-router";
import { formatOrderNumber } from "../../../domain/code/order-number.ts";
import { addresses } from "../../app/addresses.ts";
import { type CallOutput, call } from "../../app/client.ts";
import { Empty } from "../../app/states/Empty.tsx";
import { Failed } from "../../app/states/Failed.tsx";
import { Loading } from "../../app/states/Loading.tsx";
import { useQueryCall } from "../../app/use-calls.ts";
import { OrderNumber } from "../../components/text/OrderNumber.tsx";
import { useFormat } from "../../i18n/format.ts";
import { useTexts } from "../../i18n/language.ts";
import { handoverTexts } from "../../i18n/texts/handover.ts";
import { useScan } from "../../scan/bus.ts";
import { useOrderWords } from "../order/words.ts";
import { disarm } from "../shelf/shelf-scans.ts";
import classes from "./handover.module.css";

type Ready = CallOutput<"handover.ready">["orders"][number];

/** What is ready to be fetched: one scan opens it, a few typed digits find it. */
export function PickUpList() {
	const t = useTexts(handoverTexts);
	const navigate = useNavigate();
	const [text, setText] = useState("");
	const wanted = text.trim();
	const ready = useQueryCall("handover.ready", {}, { watch: ["job", "order", "subject"], everyMs: 60_000 });
	const found = useQueryCall(
		"search.find",
		{ text: wanted, limit: 40 },
		{ enabled: wanted.length > 1, keepPrevious: true },
	);
	const open = (orderId: string, slip: boolean) => void navigate(addresses.handOver(orderId), { state: { slip } });

	// Whoever hands out has stopped putting away: labels mean this from here on.
	useEffect(disarm, []);
	useScan(async ({ code, text: scanned }) => {
		if (!["order", "piece", "status-token"].includes(code.kind)) return false;
		const answer = await call("scan.resolve", { text: scanned });
		if (answer.kind === "piece") {
			open(answer.orderId, false);
			return { label: formatOrderNumber(answer.number) };
		}
		if (answer.kind !== "order") return false;
		// The order's code stands on the slip only: whoever shows it has it in hand.
		open(answer.orderId, true);
		return { label: formatOrderNumber(answer.number), ...(answer.voided ? { tone: "attention" as const } : {}) };
	});

	if (ready.error) return <Failed error={ready.error} onRetry={() => void ready.refetch()} />;
	if (!ready.data) return <Loading shape="page" count={5} />;
	const byId = new Map(ready.data.orders.map((order) => [order.orderId, order]));
	const searching = wanted.length > 1;
	const hits = [...new Set(found.data?.jobs.map((job) => job.orderId) ?? [])].flatMap((id) => byId.get(id) ?? []);
	const shown = searching ? hits : ready.data.orders;
	const first = shown[0];
	return (
		<div className={classes.start}>
			<form
				className={classes.target}
				onSubmit={(event) => {
					event.preventDefault();
					if (searching && first) open(first.orderId, false);
				}}
			>
				<IconBarcode size={44} stroke={1.4} aria-hidden />
				<div>
					<h1>{t("scan-slip")}</h1>
					<p>{t("scan-hint")}</p>
				</div>
				<TextInput
					autoFocus
					size="md"
					aria-label={t("find-label")}
					placeholder={t("find-label")}
					autoComplete="off"
					leftSection={<IconSearch size={18} stroke={1.7} />}
					value={text}
					onChange={(event) => setText(event.currentTarget.value)}
				/>
				<Button type="submit" size="md" disabled={!searching || !first}>
					{t("find")}
				</Button>
			</form>
			<h2 className={classes.listTitle}>
				{t("ready", { count: shown.length })}
				{ready.data.more && !searching && <small className={classes.more}>{t("ready-more")}</small>}
			</h2>
			{shown.length === 0 && (
				<Empty
					icon={IconPackageExport}
					title={t(searching ? "found-none" : "none-ready")}
					teach={t(searching ? "found-none-next" : "none-ready-next")}
				/>
			)}
			<ul className={classes.ready}>
				{shown.map((order) => (
					<ReadyOrder
						key={order.orderId}
						order={order}
						nowAt={ready.data.nowAt}
						onOpen={() => open(order.orderId, false)}
					/>
				))}
			</ul>
		</div>
	);
}

function ReadyOrder({ order, nowAt, onOpen }: { order: Ready; nowAt: string; onOpen: () => void }) {
	const t = useTexts(handoverTexts);
	const format = useFormat();
	const words = useOrderWords();
	return (
		<li>
			<button type="button" onClick={onOpen}>
				<span className={classes.readyHead}>
					<OrderNumber value={order.number} />
					<strong>{[order.customer.name, order.customer.phone].filter(Boolean).join(" ")}</strong>
				</span>
				<span className={classes.readyItems}>
					{order.items.map((item) => (
						<span key={item.jobId}>
							{words.item(item)}
							<small className={classes.faint}>
								{[item.goingBack && t("back"), item.shelf ? t("shelf", { shelf: item.shelf }) : t("no-shelf")]
									.filter(Boolean)
									.join(" · ")}
							</small>
						</span>
					))}
				</span>
				<span className={classes.readyMoney}>
					<strong>{order.dueFen > 0 ? t("due", { amount: format.money(order.dueFen) }) : t("due-none")}</strong>
					<small className={classes.faint}>
						{t("since", { time: format.duration(Date.parse(nowAt) - Date.parse(order.since)) })}
						{order.waiting > 0 && ` · ${t("waiting", { count: order.waiting })}`}
					</small>
				</span>
			</button>
		</li>
	);
}
