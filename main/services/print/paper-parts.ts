/** What several papers share: the shop's head, the masked customer, an item, price lines, payments. */
import { isOpen } from "../../../domain/clock/working.ts";
import type { CustomerPersonal } from "../../../domain/customer/customer.ts";
import type { ItemState } from "../../../domain/item/item.ts";
import { acceptedQuote, currentQuote, type JobState } from "../../../domain/job/state.ts";
import { lockedMask, maskName, maskPhone } from "../../../domain/mask/mask.ts";
import { chineseAmount } from "../../../domain/money/amount.ts";
import { brandBilledFen, type OrderState, paidFen } from "../../../domain/order/fold.ts";
import type { QuoteLine } from "../../../domain/quote/line.ts";
import type { StoreState } from "../../../domain/store/store.ts";
import type { App } from "../../app.ts";
import type { ItemPaper, MaskedCustomer, PaymentLine, PriceLine, ShopHead, Totals } from "../../print/papers.ts";
import { englishAmount } from "../../print/text/amount-words.ts";
import type { Names } from "./names.ts";

/** Everything the papers of one order are drawn from, read once. */
export type PaperSource = {
	app: App;
	names: Names;
	store: StoreState;
	order: OrderState;
	jobs: { job: JobState; item: ItemState }[];
};

const dayNames = {
	"zh-CN": ["一", "二", "三", "四", "五", "六", "日"],
	en: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
};

/** "周一至周日 09:00–21:00": runs of days with the same hours. */
export function hoursLine(store: StoreState, language: "zh-CN" | "en"): string {
	const spans = store.calendar.weekly.map((day) => day.map((s) => `${s.from}–${s.to}`).join(" "));
	const runs: { from: number; to: number; hours: string }[] = [];
	spans.forEach((hours, i) => {
		const last = runs.at(-1);
		if (last && last.hours === hours) last.to = i;
		else runs.push({ from: i, to: i, hours });
	});
	const day = (i: number) => (language === "en" ? dayNames.en[i] : `周${dayNames["zh-CN"][i]}`);
	const days = (r: { from: number; to: number }) =>
		r.from === r.to ? day(r.from) : language === "en" ? `${day(r.from)}–${day(r.to)}` : `${day(r.from)}至${day(r.to)}`;
	return runs
		.filter((r) => r.hours !== "")
		.map((r) => `${days(r)} ${r.hours}`)
		.join(language === "en" ? ", " : "，");
}

export function shopHead({ store, names }: PaperSource): ShopHead {
	return {
		brandName: store.brandName,
		name: store.centreName,
		address: store.address,
		phone: store.phone,
		hours: hoursLine(store, names.language),
	};
}

export function maskedCustomer({ app, order, names }: PaperSource): MaskedCustomer {
	const state = app.states.find("subject", order.subject)?.state;
	if (state?.personalIn && app.vault.isLocked(`subject:${order.subject}`)) return { name: lockedMask };
	const event = state?.personalIn ? app.events.find(state.personalIn) : undefined;
	const personal: CustomerPersonal = (event && (app.vault.open(event) as CustomerPersonal | undefined)) ?? {};
	const name = personal.name ? maskName(personal.name) : names.language === "en" ? "not given" : "未留姓名";
	return personal.phone ? { name, phone: maskPhone(personal.phone) } : { name };
}

export function itemPaper(source: PaperSource, job: JobState, item: ItemState, withPresence = false): ItemPaper {
	const { names, app } = source;
	const kind = app.standard.index.itemKinds.get(item.kind);
	const serial = item.codes.find((c) => c.kind === "serial" || c.kind === "gtin-serial");
	const paper: ItemPaper = {
		name: names.what(item),
		category: names.category(item.category),
		quantity: 1,
		unit: names.unit(kind?.unit ?? "item"),
		pieces: job.pieces.map((p) => ({
			no: String(p.no).padStart(2, "0"),
			name: names.piece(p.kind),
			...(withPresence ? { present: p.gone !== null && p.gone.missing === null } : {}),
		})),
		accessories: job.accessories.map((a) => names.piece(a)),
	};
	if (item.brand) paper.brand = names.brand(item.brand);
	if (item.style) paper.style = item.style;
	if (item.colour) paper.colour = names.colour(item.colour);
	if (item.size) paper.size = item.size;
	if (item.materials.length > 0)
		paper.material = item.materials.map(names.material).join(names.language === "en" ? ", " : "、");
	if (serial) paper.serialNo = serial.value;
	if (job.declaredValueFen !== null) paper.declaredValueFen = job.declaredValueFen;
	return paper;
}

/** The accepted quote's lines, else those of the newest version. */
export function quoteOf(job: JobState) {
	return acceptedQuote(job) ?? currentQuote(job);
}

export function priceLine(source: PaperSource, job: JobState, line: QuoteLine, itemNo?: number): PriceLine {
	const { names } = source;
	const days = job.workWarranty.find((w) => w.operation === line.code)?.days;
	const finding = line.findingIds.map((id) => job.findings.find((f) => f.id === id)).find((f) => f !== undefined);
	const reasons = [
		finding ? names.fault(finding.fault) : "",
		line.why.kind === "rule" ? line.why.rule : "",
		line.deviation ? names.reason("list-deviation", line.deviation.reason) : "",
	].filter((r) => r !== "");
	const paper: PriceLine = {
		name: names.language === "en" ? (line.titleEn ?? line.title) : line.title,
		quantity: line.qty,
		unit: names.unit(line.unit),
		unitPriceFen: line.included ? 0 : line.unitFen,
		amountFen: line.amountFen,
		payer: line.payer === "customer" ? "customer" : "brand",
	};
	if (line.included) paper.material = names.language === "en" ? "included" : "含在工价内";
	if (reasons.length > 0) paper.reason = reasons.join(" · ");
	if (itemNo !== undefined) paper.itemNo = itemNo;
	if (days) paper.warranty = names.language === "en" ? `${days} days` : `${days}天`;
	return paper;
}

/** Lines and totals of all jobs that have a quote (not those that go back unrepaired). */
export function orderLines(source: PaperSource): { lines: PriceLine[]; totals: Totals; testFeeFen: number } {
	const { jobs, names } = source;
	const several = jobs.length > 1;
	const lines: PriceLine[] = [];
	let testFeeFen = 0;
	jobs.forEach(({ job }, i) => {
		if (job.voided) return;
		if (job.returning) {
			testFeeFen += job.testFeeFen;
			if (job.testFeeFen > 0) lines.push(testFeeLine(names, job.testFeeFen, several ? i + 1 : undefined));
			return;
		}
		for (const line of quoteOf(job)?.lines ?? []) lines.push(priceLine(source, job, line, several ? i + 1 : undefined));
	});
	const customerFen = lines.filter((l) => l.payer === "customer").reduce((sum, l) => sum + l.amountFen, 0);
	const brandFen = lines.filter((l) => l.payer === "brand").reduce((sum, l) => sum + l.amountFen, 0);
	return { lines, totals: totals(names, customerFen, brandFen), testFeeFen };
}

function testFeeLine(names: Names, amountFen: number, itemNo?: number): PriceLine {
	const name = names.language === "en" ? "Inspection fee" : "检测费";
	const line: PriceLine = {
		name,
		quantity: 1,
		unit: names.unit("item"),
		unitPriceFen: amountFen,
		amountFen,
		payer: "customer",
	};
	return itemNo === undefined ? line : { ...line, itemNo };
}

export function totals(names: Names, customerFen: number, brandFen: number): Totals {
	const totalWords = names.language === "en" ? englishAmount(customerFen) : chineseAmount(customerFen);
	return { customerFen, brandFen, discountFen: 0, totalFen: customerFen, totalWords };
}

const paymentKinds = {
	deposit: { "zh-CN": "定金", en: "Deposit" },
	balance: { "zh-CN": "余款", en: "Balance" },
	brand: { "zh-CN": "品牌结算", en: "Billed to brand" },
	refund: { "zh-CN": "退款", en: "Refund" },
} as const;
const methods = {
	cash: { "zh-CN": "现金", en: "Cash" },
	wechat: { "zh-CN": "微信支付", en: "WeChat Pay" },
	alipay: { "zh-CN": "支付宝", en: "Alipay" },
	card: { "zh-CN": "刷卡", en: "Card" },
	brand: { "zh-CN": "品牌结算", en: "Billed to brand" },
} as const;

export function paymentLines({ order, names }: PaperSource): PaymentLine[] {
	return order.payments.map((p) => ({
		name: paymentKinds[p.kind][names.language],
		means: methods[p.method][names.language],
		at: names.time(p.at),
		amountFen: p.kind === "refund" ? -p.amountFen : p.amountFen,
	}));
}

/** What is left to pay, fen; never below zero on paper. */
export function balanceFen(source: PaperSource, owedFen: number): number {
	return Math.max(0, owedFen - paidFen(source.order) - brandBilledFen(source.order));
}

/** True when the shop is open at that moment: a promise is printed with its hour only then. */
export function promiseText({ store, names }: PaperSource, promisedAt: number): string {
	return isOpen(store.calendar, promisedAt) ? names.time(promisedAt) : names.day(promisedAt);
}
