/** One of every label. */
import type { LabelData } from "../../main/print/label/labels.ts";
import { orderNo } from "./samples.ts";

export const sampleLabels: Record<string, LabelData> = {
	"piece-zh": {
		kind: "piece",
		language: "zh-CN",
		orderNo,
		code: `${orderNo}01`,
		pieceName: "左",
		pieceIndex: 1,
		pieceCount: 3,
		what: "男士德比皮鞋 棕 42",
		service: "换大底·局部补色",
		promisedOn: "2026-11-28",
		urgent: true,
	},
	"piece-en": {
		kind: "piece",
		language: "en",
		orderNo,
		code: `${orderNo}02`,
		pieceName: "right",
		pieceIndex: 2,
		pieceCount: 3,
		what: "Men's derby shoes, brown, 42, full-grain cowhide with contrast stitching",
		service: "Replace outsole, partial recolouring, deep clean",
		promisedOn: "2026-11-28",
	},
	"item-zh": {
		kind: "item",
		language: "zh-CN",
		code: "WI-7Q4M2KXP9A3TRWE8",
		codeText: "WI-7Q4M 2KXP 9A3T RWE8",
		what: "男士德比皮鞋 TB2406-013 棕 42",
		brand: "拓步",
		serialNo: "TB24K0098123",
	},
	"part-zh": {
		kind: "part",
		language: "zh-CN",
		code: "AD01-2611A",
		partNo: "AD01",
		name: "PU 胶（聚氨酯）",
		spec: "含固化剂，500 克",
		lot: "2611A",
		expiresOn: "2027-05-31",
		location: "C-02-3",
		quantity: "500 克",
	},
};
