/** Why what the head office sent is not used: by reason, in both languages. */
import { defineErrors } from "../define.ts";

const safeZh = "没有使用，仍用{{now}}。";
const safeEn = "It is not used; {{now}} still counts.";

export const errors = defineErrors({
	"zh-CN": {
		"standard.no-price-list": { what: "这份价目表不在本机上。", next: "联网后再看。" },
		"reference.brand": {
			what: "收到的{{document}} {{version}} 不是本店品牌的。",
			safe: safeZh,
			next: "请告诉总部。",
		},
		"reference.signature": {
			what: "总部下发的{{document}} {{version}} 未通过校验：签名不是档案中心的。",
			safe: safeZh,
			next: "请告诉总部，也许有人在冒充。",
		},
		"reference.older": {
			what: "总部下发的{{document}} {{version}} 不比现有的新，或者编号用过两次。",
			safe: safeZh,
			next: "请总部换一个更大的版本号重新发布。",
		},
		"reference.missing": {
			what: "总部公布了{{document}} {{version}}，但内容取不到。",
			safe: safeZh,
			next: "稍后会自动再取；一直取不到就告诉总部。",
		},
		"reference.checksum": {
			what: "总部下发的{{document}} {{version}} 未通过校验：内容和签名时不一样。",
			safe: safeZh,
			next: "稍后会自动再取；还是这样就告诉总部。",
		},
		"reference.shape": {
			what: "总部下发的{{document}} {{version}} 格式不对，本机看不懂。",
			safe: safeZh,
			next: "请告诉总部；本机程序太旧时先升级。",
		},
		"reference.sample": {
			what: "总部下发的{{document}} {{version}} 还标着“样本”，不能用来收费。",
			safe: safeZh,
			next: "请总部发布正式的版本。",
		},
		"reference.does-not-fit": {
			what: "总部下发的{{document}} {{version}} 里的代码和服务标准对不上。",
			safe: safeZh,
			next: "请总部核对标准和价目表的版本。",
		},
	},
	en: {
		"standard.no-price-list": { what: "This price list is not on this PC.", next: "Look again once there is a line." },
		"reference.brand": {
			what: "{{document}} {{version}} came, but it is another brand's.",
			safe: safeEn,
			next: "Tell the head office.",
		},
		"reference.signature": {
			what: "{{document}} {{version}} failed its check: the signature is not the archive's.",
			safe: safeEn,
			next: "Tell the head office; somebody may be pretending to be it.",
		},
		"reference.older": {
			what: "{{document}} {{version}} is not newer than what is here, or its number was given out twice.",
			safe: safeEn,
			next: "Ask the head office to publish it under a higher number.",
		},
		"reference.missing": {
			what: "The head office announced {{document}} {{version}}, but its content can't be had.",
			safe: safeEn,
			next: "It is asked for again by itself; tell the head office if that goes on.",
		},
		"reference.checksum": {
			what: "{{document}} {{version}} failed its check: its content is not what was signed.",
			safe: safeEn,
			next: "It is asked for again by itself; tell the head office if that goes on.",
		},
		"reference.shape": {
			what: "{{document}} {{version}} is not of the right form and can't be read here.",
			safe: safeEn,
			next: "Tell the head office; upgrade this program first if it is old.",
		},
		"reference.sample": {
			what: "{{document}} {{version}} is marked as a sample: nobody may be charged by it.",
			safe: safeEn,
			next: "Ask the head office for the real one.",
		},
		"reference.does-not-fit": {
			what: "The codes of {{document}} {{version}} don't fit the service standard's.",
			safe: safeEn,
			next: "Ask the head office to compare the versions of standard and price list.",
		},
	},
});
