/** The day's end and the CSV of orders. Days are the store's own, from midnight to midnight in its zone. */
import { createDayReader } from "../../../db/queries/day.ts";
import { createJobRows } from "../../../db/queries/job-rows.ts";
import { daysBetween } from "../../../domain/clock/date.ts";
import { endOfDay, startOfDay } from "../../../domain/clock/zone.ts";
import { formatOrderNumber } from "../../../domain/code/order-number.ts";
import { refuse } from "../../../domain/errors.ts";
import { openStages } from "../../../domain/job/stage.ts";
import { formatPlain } from "../../../domain/money/amount.ts";
import { paymentMethods } from "../../../domain/order/order.ts";
import type { dayCalls } from "../../../preload/contract/day.ts";
import type { InputOf, OutputOf } from "../../../preload/contract/define.ts";
import type { App } from "../../app.ts";
import { jobRows } from "../board/job-row.ts";
import { createNames } from "../print/names.ts";
import { csvText } from "./csv.ts";

type Calls = typeof dayCalls;
const mostDays = 366;

export function createDay(app: App) {
	const reader = createDayReader(app.reader);
	const rows = createJobRows(app.reader);

	function totals({ on }: InputOf<Calls["day.totals"]>): OutputOf<Calls["day.totals"]> {
		const { zone } = app.store().state.calendar;
		const from = startOfDay(on, zone);
		const to = endOfDay(on, zone);
		const paid = reader.payments(from, to);
		const sum = (list: typeof paid) => ({
			count: list.length,
			amountFen: list.reduce((total, p) => total + Math.abs(p.amount_fen), 0),
		});
		const till = paid.filter((p) => p.kind !== "brand" && p.method !== "brand");
		const brand = paid.filter((p) => p.kind === "brand" || p.method === "brand");
		const open = jobRows(app, rows.byStages(openStages, 5_000));
		return {
			on,
			orders: reader.orders(from, to),
			received: reader.received(from, to),
			handedOver: reader.handedOver(from, to),
			inHand: reader.inHand(),
			overdue: open.filter((r) => r.clock?.state === "overdue").length,
			methods: paymentMethods.map((method) => ({
				method,
				paid: sum(paid.filter((p) => p.method === method && p.amount_fen >= 0)),
				refunded: sum(paid.filter((p) => p.method === method && p.amount_fen < 0)),
			})),
			tillFen: till.reduce((total, p) => total + p.amount_fen, 0),
			brandFen: brand.reduce((total, p) => total + p.amount_fen, 0),
			payments: paid.map((p) => ({
				at: new Date(p.at).toISOString(),
				number: p.number,
				orderId: p.order_id,
				kind: p.kind,
				method: p.method as (typeof paymentMethods)[number],
				amountFen: p.amount_fen,
				by: app.states.find("person", p.by_id)?.state.name ?? "",
			})),
		};
	}

	function ordersCsv(input: InputOf<Calls["day.ordersCsv"]>): OutputOf<Calls["day.ordersCsv"]> {
		const days = daysBetween(input.from, input.to);
		if (days < 0 || days > mostDays) refuse("rule-broken", "day.range", { mostDays });
		const { zone } = app.store().state.calendar;
		const names = createNames(app.standard.index, input.language, zone);
		const list = rows.openedBetween(startOfDay(input.from, zone), endOfDay(input.to, zone));
		const shown = jobRows(app, list);
		const body = shown.map((row, i) => [
			formatOrderNumber(row.number),
			row.ordinal,
			names.time(Date.parse(row.receivedAt)),
			names.day(Date.parse(row.promisedAt)),
			names.brand(row.item.brand),
			names.kind(row.item.kind),
			row.item.style,
			names.colour(row.item.colour),
			row.item.size,
			row.customer.name,
			row.customer.phone,
			stageNames[row.stage][input.language],
			row.goingBack ? yes[input.language] : "",
			row.reworks,
			formatPlain(list[i]?.owed_fen ?? 0),
			formatPlain(list[i]?.brand_fen ?? 0),
			formatPlain(list[i]?.paid_fen ?? 0),
		]);
		const fileName = `welt-orders-${input.from}-${input.to}.csv`;
		const bytes = new TextEncoder().encode(csvText([heads[input.language], ...body]));
		return {
			handle: app.media.offer({ mime: "text/csv; charset=utf-8", bytes, fileName }),
			rows: body.length,
			fileName,
		};
	}

	return { totals, ordersCsv };
}

const yes = { "zh-CN": "是", en: "yes" } as const;
const stageNames = {
	inspection: { "zh-CN": "检测", en: "Inspection" },
	quote: { "zh-CN": "报价", en: "Quote" },
	repair: { "zh-CN": "维修", en: "Repair" },
	qc: { "zh-CN": "质检", en: "QC" },
	"hand-over": { "zh-CN": "待取件", en: "Hand-over" },
	"follow-up": { "zh-CN": "待回访", en: "Follow-up" },
	closed: { "zh-CN": "已结案", en: "Closed" },
	voided: { "zh-CN": "已作废", en: "Voided" },
} as const;
const heads = {
	"zh-CN": [
		"维修单号",
		"件号",
		"收件时间",
		"约定取件",
		"品牌",
		"品类",
		"货号",
		"颜色",
		"尺码",
		"顾客",
		"电话",
		"阶段",
		"未修退回",
		"返修次数",
		"顾客应付（元）",
		"品牌承担（元）",
		"整单已付（元）",
	],
	en: [
		"Order",
		"Job",
		"Received",
		"Promised",
		"Brand",
		"Kind",
		"Style",
		"Colour",
		"Size",
		"Customer",
		"Phone",
		"Stage",
		"Returned unrepaired",
		"Reworks",
		"Customer owes (CNY)",
		"Brand bears (CNY)",
		"Order paid (CNY)",
	],
};
