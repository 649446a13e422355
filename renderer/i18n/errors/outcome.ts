/** What is said when something about liability and outcome does not go: by reason, in both languages. */
import { defineErrors } from "../define.ts";

export const errors = defineErrors({
	"zh-CN": {
		"liability.manager-needed": { what: "这样定责要店长批准。", next: "请店长扫工牌或输密码。" },
		"liability.never-misuse": { what: "按规定这种情况不能定为人为损坏。", next: "按建议的责任定，或请复检。" },
		"liability.photo-needed": { what: "定为人为损坏必须有照片为证。", next: "先拍下损坏处。" },
		"liability.reason-needed": { what: "和建议不一样，要写明原因。", next: "选择原因。" },
		"liability.second-needed": { what: "按规定要第二个人复检。", next: "请另一位质检员扫工牌确认。" },
		"liability.second-same-person": { what: "复检的人不能是本人。", next: "请另一位同事复检。" },
		"liability.stop-use-not-told": { what: "还没有告知顾客停止使用。", next: "先告知顾客，再勾选“已告知”。" },
		"outcome.amount-above-price": { what: "金额超过了购买价。", next: "填不高于购买价的金额。" },
		"outcome.amount-needed": { what: "退款或赔付要填金额。", next: "填写金额。" },
		"outcome.amount-not-here": { what: "这种处理结果没有金额。", next: "去掉金额。" },
		"outcome.liability-missing": { what: "还有 {{count}} 条检测没有定责。", next: "先给每条检测定责。" },
		"outcome.manager-needed": { what: "这样处理要店长批准。", next: "请店长扫工牌或输密码。" },
		"outcome.nothing-to-repair": { what: "没有检测也没有服务，没有可修的。", next: "先记录一条检测，或加一项服务。" },
		"outcome.reason-needed": { what: "请选择原因。", next: "选择原因再提交。" },
	},
	en: {
		"liability.manager-needed": {
			what: "This call needs a manager.",
			next: "Ask a manager to scan their badge or enter their PIN.",
		},
		"liability.never-misuse": {
			what: "The rules never allow misuse for this.",
			next: "Take the proposed call, or ask for a second look.",
		},
		"liability.photo-needed": {
			what: "Calling it misuse needs a photo as evidence.",
			next: "Photograph the damage first.",
		},
		"liability.reason-needed": { what: "Your call differs from the proposal and needs a reason.", next: "Choose one." },
		"liability.second-needed": {
			what: "The rules ask for a second inspector.",
			next: "Ask another inspector to scan their badge.",
		},
		"liability.second-same-person": { what: "The second look can't be your own.", next: "Ask another colleague." },
		"liability.stop-use-not-told": {
			what: "The customer wasn't told to stop using it.",
			next: "Tell them, then tick it.",
		},
		"outcome.amount-above-price": { what: "The amount is above the price paid.", next: "Enter one that isn't." },
		"outcome.amount-needed": { what: "A refund or compensation needs an amount.", next: "Enter it." },
		"outcome.amount-not-here": { what: "This outcome has no amount.", next: "Remove it." },
		"outcome.liability-missing": {
			what: "Findings without a liability call: {{count}}.",
			next: "Decide each one first.",
		},
		"outcome.manager-needed": {
			what: "This outcome needs a manager.",
			next: "Ask a manager to scan their badge or enter their PIN.",
		},
		"outcome.nothing-to-repair": {
			what: "There is neither a finding nor a service to repair.",
			next: "Enter one first.",
		},
		"outcome.reason-needed": { what: "A reason is needed.", next: "Choose one and submit again." },
	},
});
