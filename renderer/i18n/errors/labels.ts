/** Sentences of label layouts, measuring a printer and bulk scanning. */
import { defineErrors } from "../define.ts";

export const errors = defineErrors({
	"zh-CN": {
		"labels.outside": { what: "第 {{place}} 项超出了标签边。", next: "把它移进来或改小。" },
		"labels.text-too-small": { what: "第 {{place}} 项的字太小，打出来看不清。", next: "最小字号不要低于 2 毫米。" },
		"labels.unknown-field": { what: "第 {{place}} 项的内容这种标签没有。", next: "换一个内容。" },
		"labels.unknown-picture": { what: "第 {{place}} 项的图片不在这台电脑上。", next: "重新选一张图片。" },
		"labels.code-does-not-fit": {
			what: "第 {{place}} 项的条码放不下，扫不出来。",
			next: "把它拉宽；二维码再放大一些。",
		},
		"labels.code-too-low": { what: "第 {{place}} 项的条码太矮，不好扫。", next: "高度至少 4 毫米。" },
		"labels.code-cannot-say": { what: "第 {{place}} 项的条码装不了这个内容。", next: "中文请用二维码，或改用“编码”。" },
		"labels.covers-code": { what: "第 {{place}} 项压住了条码。", next: "把它们分开。" },
		"labels.no-code": { what: "标签上没有可以扫的编码。", next: "添加一个条码或二维码，内容选“编码”。" },
		"labels.wrong-size": { what: "版式的尺寸和标签不一致。", next: "恢复默认版式，再重新调整。" },
		"labels.not-a-logo": { what: "这个文件不能当标志图。", next: "选一张 PNG 或 JPEG 图片。" },
		"labels.logo-too-large": { what: "图片超过 200 KB。", next: "换一张小一点的图片。" },
		"labels.heat-is-fixed": { what: "小票机的浓度不能从这里调。", next: "位置照常可以校准；浓度看机器说明书。" },
		"labels.no-step-read": { what: "没有一张能扫出来。", next: "检查纸和碳带是否配套，擦一下打印头，再打一次。" },
		"labels.too-far-off": {
			what: "偏差超过 {{mostMm}} 毫米，不像是位置没调好。",
			next: "核对标签尺寸和装纸，再打一次标尺。",
		},
		"bulk.not-a-label": { what: "这不是在店物品的标签。", next: "扫物品标签或维修单上的条码。" },
	},
	en: {
		"labels.outside": {
			what: "Element {{place}} reaches over the label's edge.",
			next: "Move it in or make it smaller.",
		},
		"labels.text-too-small": {
			what: "Element {{place}}: the type is too small to read.",
			next: "Keep it at 2 mm or more.",
		},
		"labels.unknown-field": {
			what: "Element {{place}}: this label has no such content.",
			next: "Choose another content.",
		},
		"labels.unknown-picture": { what: "Element {{place}}: the picture is not on this PC.", next: "Choose it again." },
		"labels.code-does-not-fit": {
			what: "Element {{place}}: the code does not fit and would not scan.",
			next: "Make it wider; a QR code larger.",
		},
		"labels.code-too-low": { what: "Element {{place}}: the bars are too low to scan.", next: "At least 4 mm high." },
		"labels.code-cannot-say": {
			what: "Element {{place}}: this kind of code can't hold that content.",
			next: "Use a QR code for Chinese, or the content “Code”.",
		},
		"labels.covers-code": { what: "Element {{place}} lies on a code.", next: "Move them apart." },
		"labels.no-code": {
			what: "There is no code to scan on the label.",
			next: "Add a bar code or QR with the content “Code”.",
		},
		"labels.wrong-size": {
			what: "The layout is not of this label's size.",
			next: "Restore the default and start again.",
		},
		"labels.not-a-logo": { what: "That file can't be a logo.", next: "Choose a PNG or JPEG picture." },
		"labels.logo-too-large": { what: "The picture is larger than 200 KB.", next: "Choose a smaller one." },
		"labels.heat-is-fixed": {
			what: "A receipt printer's darkness can't be set from here.",
			next: "Its position can be; for darkness see the printer's manual.",
		},
		"labels.no-step-read": {
			what: "None of the labels could be read.",
			next: "Check that labels and ribbon go together, clean the head, and print again.",
		},
		"labels.too-far-off": {
			what: "It is off by more than {{mostMm}} mm: that is not the position.",
			next: "Check label size and how the roll sits, then print the ruler again.",
		},
		"bulk.not-a-label": {
			what: "That is no label of anything here.",
			next: "Scan an item's label or the code on a slip.",
		},
	},
});
