/** Words of the collection receipt. */
import { bilingual } from "./pair.ts";

export const receiptText = bilingual({
	title: ["取件单", "Collection receipt"],
	received: ["收件", "Received"],
	handedOver: ["取件", "Collected"],
	handedOverBy: ["经办人", "Handed over by"],
	outcome: ["处理结果", "Outcome"],
	takenPieces: ["已取部件", "Pieces collected"],
	stillHere: ["未取", "still with us"],
	warrantyUntil: ["保修至", "Warranty until"],
	oldParts: ["换下的旧件", "Replaced parts"],
	payments: ["付款", "Payments"],
	free: ["本次服务免费", "Free of charge"],
	care: ["保养建议", "Care advice"],
	complaint: ["服务监督", "Not satisfied?"],
	keep: ["保修期内请凭本单到任一门店返修。", "Bring this receipt to any of our shops within the warranty."],
	signStatement: ["顾客签名（物品已当面验收）", "Customer: item checked and accepted"],
});
