/** Made-up labels to draw a layout with: one as usual, one with the longest words there are. Nobody's order. */
import { makePieceLabel } from "../../../domain/code/order-number.ts";
import { makeItemCode, makePartCode } from "../../../domain/code/own.ts";
import type { LabelKind } from "../../../preload/contract/label-layout.ts";
import type { LabelData, LabelLanguage } from "../../print/label/labels.ts";

export type Sample = "usual" | "long";

/** A number no order has: counter 0. */
const orderNo = "01234010000000";
const tag = "7Q4M2KXP9A3TR";

export function sampleLabel(kind: LabelKind, sample: Sample, language: LabelLanguage): LabelData {
	const long = sample === "long";
	const en = language === "en";
	switch (kind) {
		case "piece":
			return {
				...{ kind, language, orderNo, code: makePieceLabel(orderNo, 1), pieceIndex: 1, pieceCount: long ? 12 : 2 },
				pieceName: en ? (long ? "shoulder strap" : "left") : long ? "可拆卸肩带" : "左",
				what: en
					? long
						? "Men's derby shoes, dark brown, 42½, full-grain cowhide with contrast stitching"
						: "Dress shoe, black, 42"
					: long
						? "男士雕花布洛克德比皮鞋 深棕色渐变擦色 42.5 头层小牛皮拼反绒"
						: "皮鞋 黑 42",
				service: en
					? long
						? "Replace outsole · partial recolouring · deep clean · stretch"
						: "Replace outsole"
					: long
						? "更换整张真皮大底 · 局部补色 · 深度清洁护理 · 鞋头撑大"
						: "换大底 · 补色",
				promisedOn: "2026-12-28",
				urgent: long,
			};
		case "item":
			return {
				...{ kind, language, code: makeItemCode(tag), codeText: tag },
				what: en
					? "Derby shoes TB2406-013, brown, 42"
					: long
						? "男士雕花布洛克德比皮鞋 TB2406-013-A 深棕色渐变 42.5 头层小牛皮"
						: "德比皮鞋 TB2406-013 棕 42",
				brand: en ? "Tuobu" : long ? "拓步意大利手工皮鞋定制" : "拓步",
				serialNo: long ? "TB24K0098123456789-CN" : "TB24K0098123",
			};
		case "part":
			return {
				...{ kind, language, code: makePartCode("AD01", long ? "LOT261128ABC" : "2611A"), partNo: "AD01" },
				name: en ? "Polyurethane adhesive" : long ? "双组分聚氨酯鞋用粘合剂（含固化剂，耐水解型）" : "PU 胶（聚氨酯）",
				spec: en ? "500 g, with hardener" : long ? "含固化剂，500 克铁罐装，低温避光保存，开封后七日内用完" : "500 克",
				lot: long ? "LOT261128ABC" : "2611A",
				expiresOn: "2027-05-31",
				location: long ? "C-02-3-14" : "C-02-3",
				quantity: en ? "500 g" : "500 克",
			};
	}
}
