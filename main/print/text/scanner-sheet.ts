/** Words of the sheet a scanner is set up with. */
import { bilingual } from "./pair.ts";

export const scannerSheetText = bilingual({
	title: ["扫码枪设置单", "Scanner set-up sheet"],
	hint: [
		"在电脑上打开“设备 → 连接扫码枪”，把下面三个码各扫一次，先后不限。平铺，别让别的码进入视野。",
		"Open Devices → Connect a scanner on the PC and scan each of the three codes once, in any order. Keep the sheet flat and other codes out of view.",
	],
	plain: ["普通码", "Plain code"],
	plainNote: [
		"查前后加了什么、打字多快、键盘国家对不对。",
		"Shows what is added, how fast it types, and its keyboard country.",
	],
	chinese: ["中文二维码", "Chinese QR code"],
	chineseNote: [
		"查中文能不能传过来。只能扫一维码的枪，跳过这一个。",
		"Shows whether Chinese comes through. Skip it with a scanner that reads bars only.",
	],
	gs1: ["商品标准码（GS1-128）", "Product code (GS1-128)"],
	gs1Note: ["查中间的分隔符有没有丢。", "Shows whether the separator in the middle survives."],
});
