/** Short words on the counter's own buttons: how it is paid, how somebody is checked, how a call went. */
import { defineTexts } from "../define.ts";

export const counterWordTexts = defineTexts("counter-words", {
	"zh-CN": {
		"pay-cash": "现金",
		"pay-wechat": "微信",
		"pay-alipay": "支付宝",
		"pay-card": "刷卡",
		"pay-brand": "品牌",
		"check-id-seen": "核对证件",
		"check-staff-knows": "店员认识本人",
		"check-describes-item": "说得出物品特征",
		"check-order-on-phone": "出示手机上的单据",
		"tick-satisfied": "满意",
		"tick-unsatisfied": "不满意",
		"tick-unreached": "没联系上",
		"tick-declined": "不愿受访",
	},
	en: {
		"pay-cash": "Cash",
		"pay-wechat": "WeChat",
		"pay-alipay": "Alipay",
		"pay-card": "Card",
		"pay-brand": "Brand",
		"check-id-seen": "Identity card seen",
		"check-staff-knows": "Known to staff",
		"check-describes-item": "Describes the item",
		"check-order-on-phone": "Order on their phone",
		"tick-satisfied": "Satisfied",
		"tick-unsatisfied": "Not satisfied",
		"tick-unreached": "Not reached",
		"tick-declined": "Won't say",
	},
});
