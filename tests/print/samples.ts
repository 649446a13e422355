/** Papers and labels of an ordinary day, in both languages, for the tests of this folder. */
import type { PaperLanguage, PriceLine, SlipData } from "../../main/print/papers.ts";

type Pick = (zh: string, en: string) => string;
export const pick =
	(language: PaperLanguage): Pick =>
	(zh, en) =>
		language === "zh-CN" ? zh : en;

export const orderNo = "01234050001237";
export const statusToken = "HTTPS://S.WELT.EXAMPLE/7Q4M2KXP9A";

export function sampleShop(t: Pick) {
	return {
		brandName: t("拓步皮具", "Tabu Leather"),
		name: t("杭州西湖维修中心", "West Lake Repair Centre, Hangzhou"),
		address: t("杭州市西湖区文三路 269 号 1 层", "269 Wensan Road, Xihu, Hangzhou"),
		phone: "0571-8888 6666",
		hours: "9:30–21:00",
	};
}

export function sampleLines(t: Pick): PriceLine[] {
	return [
		{
			name: t("换大底", "Replace outsole"),
			material: t("成型外底 橡胶 42 码", "unit sole, rubber, 42"),
			quantity: 1,
			unit: t("双", "pair"),
			unitPriceFen: 16800,
			amountFen: 16800,
			payer: "brand",
			reason: t("三包期内断底", "outsole cracked inside the warranty term"),
			warranty: t("90 天", "90 days"),
		},
		{
			name: t("局部补色", "Partial recolouring"),
			material: t("水性皮革色浆", "water-based leather colour"),
			quantity: 2,
			unit: t("处", "spots"),
			unitPriceFen: 6000,
			amountFen: 12000,
			payer: "customer",
			warranty: t("30 天", "30 days"),
		},
		{
			name: t("深度清洁护理", "Deep clean and care"),
			quantity: 1,
			unit: t("双", "pair"),
			unitPriceFen: 5800,
			amountFen: 5800,
			payer: "customer",
		},
	];
}

export function sampleTerms(t: Pick): string[] {
	return [
		t(
			"维修项目、配件与价格以您签字或在线同意的报价单为准；未经同意不增加项目、不换件。",
			"Services, parts and prices are those you approved, signed or online. Nothing is added or replaced without your consent.",
		),
		t("换下的旧件请在取件时选择带走或交本店处理。", "Tell us at collection whether you want the replaced parts back."),
		t(
			"完工通知后请在 30 日内取件；逾期我们会多次提醒，并依法保管，不会擅自处理。",
			"Please collect within 30 days of our notice. After that we remind you and keep your item as the law requires.",
		),
		t(
			"维修部位在保修期内出现同一问题，凭本单在全国任一门店免费返修。",
			"If the same fault returns within the warranty of the work, any of our shops repairs it free of charge with this slip.",
		),
	];
}

/** A pair of shoes, three services, one borne by the brand. */
export function sampleSlip(language: PaperLanguage, copy: "customer" | "bench" = "customer"): SlipData {
	const t = pick(language);
	const lines = sampleLines(t);
	return {
		kind: "slip",
		copy,
		language,
		printedAt: "2026-11-21 10:43",
		shop: sampleShop(t),
		orderNo,
		statusToken,
		customer: { name: t("王*", "W*"), phone: "1******5678" },
		route: t("到店送修", "walk-in"),
		receivedAt: "2026-11-21 10:42",
		receivedBy: t("李静", "Li Jing"),
		promisedAt: "2026-11-28 18:00",
		jobs: [
			{
				item: {
					name: t("男士德比皮鞋", "Men's derby shoes"),
					category: t("鞋履", "Footwear"),
					brand: t("拓步", "Tabu"),
					style: "TB2406-013",
					colour: t("棕", "brown"),
					size: "265 (2.5) / 42",
					material: t("头层牛皮", "full-grain cowhide"),
					serialNo: "TB24K0098123",
					quantity: 1,
					unit: t("双", "pair"),
					pieces: [
						{ no: "01", name: t("左", "left") },
						{ no: "02", name: t("右", "right") },
					],
					accessories: [t("防尘袋", "dust bag"), t("鞋盒", "box"), t("备用鞋带 1 副", "spare laces")],
					declaredValueFen: 128000,
					insured: true,
				},
				customerWords: t(
					"左脚走路嘎吱响，底子裂了，鞋头颜色磨掉了。",
					"The left one creaks, the sole is cracked and the toe has lost its colour.",
				),
				outline: "shoes",
				marks: [
					{
						x: 0.5,
						y: 0.78,
						text: t("左 断底 4 cm", "left: sole cracked 4 cm"),
						view: "side",
						piece: t("左", "left"),
						mirrored: true,
					},
					{
						x: 0.85,
						y: 0.64,
						text: t("左 鞋头掉色", "left: toe colour worn"),
						view: "side",
						piece: t("左", "left"),
						mirrored: true,
					},
					{
						x: 0.12,
						y: 0.48,
						text: t("右 后帮划痕", "right: scratch at the counter"),
						view: "side",
						piece: t("右", "right"),
					},
				],
				flaws: [
					[t("硬挺", "stiff"), false],
					[t("微裂", "fine cracks"), true],
					[t("脱胶", "bond open"), false],
					[t("开线", "seam open"), false],
					[t("磨损", "worn"), true],
					[t("缺件", "part missing"), false],
					[t("硬伤", "cut or hole"), false],
					[t("污渍", "stained"), false],
					[t("异味", "odour"), false],
				].map(([name, ticked]) => ({ name: String(name), ticked: ticked === true })),
				sideEffects: [
					[t("褪色", "fading"), false],
					[t("发硬", "stiffening"), false],
					[t("色差", "shade differs"), true],
				].map(([name, ticked]) => ({ name: String(name), ticked: ticked === true })),
				faultCause: t("FW02 断底 · 制造 · 三包期内", "FW02 outsole cracked · manufacturing · in warranty"),
				steps: [
					{ name: t("拆旧底、清旧胶", "Strip the old sole, remove old cement"), minutes: 25 },
					{
						name: t("打磨帮脚", "Roughen the upper edge"),
						minutes: 15,
						note: t("深度不超过 0.5 mm", "not deeper than 0.5 mm"),
					},
					{
						name: t("处理剂、晾干", "Primer, let dry"),
						minutes: 20,
						note: t("25 ℃ 晾 15 分钟", "15 minutes at 25 °C"),
					},
					{
						name: t("刷胶、活化、贴合、压合", "Cement, activate, bond, press"),
						minutes: 30,
						note: t("60–65 ℃ 活化，压 0.35 MPa 12 秒", "activate at 60–65 °C, press 0.35 MPa for 12 s"),
					},
					{ name: t("固化", "Cure"), note: t("24 小时后质检", "inspect after 24 hours") },
					{ name: t("补色两处、固定", "Recolour two spots, fix"), minutes: 40 },
				],
				shelf: "A-03",
				repairer: t("陈师傅", "Chen"),
				duration: t("7 天", "7 days"),
			},
		],
		lines,
		totals: {
			customerFen: 17800,
			brandFen: 16800,
			discountFen: 800,
			totalFen: 17000,
			totalWords: t("人民币壹佰柒拾元整", "one hundred and seventy yuan"),
		},
		payments: [
			{ name: t("定金", "Deposit"), means: t("微信支付", "WeChat Pay"), at: "2026-11-21 10:42", amountFen: 5000 },
		],
		balanceFen: 12000,
		warranty: t("换底 90 天，补色 30 天，自取件日起算", "outsole 90 days, colour 30 days, from collection"),
		terms: sampleTerms(t),
		privacyNote: t(
			"您的姓名、电话仅用于本次维修与通知，保存至结单后 3 年，到期匿名化；您可随时到任一门店查询、更正或要求删除。",
			"We use your name and phone for this repair and its notices only, keep them for 3 years after closing, then make them anonymous. Ask any shop to see, correct or delete them.",
		),
		signature: {},
	};
}
