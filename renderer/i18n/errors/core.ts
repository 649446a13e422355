/** Sentences for what any screen may meet: something is gone or was changed meanwhile, a picture, the PC's clock. */
import { defineErrors } from "../define.ts";

export const errors = defineErrors({
	"zh-CN": {
		"order.changed-meanwhile": {
			what: "这个维修单刚刚被别人改过。",
			safe: "您这一步没有保存，之前的记录都在。",
			next: "画面已更新，请看一眼再做一次。",
		},
		"job.changed-meanwhile": {
			what: "这个工单刚刚被别人改过。",
			safe: "您这一步没有保存，之前的记录都在。",
			next: "画面已更新，请看一眼再做一次。",
		},
		"item.changed-meanwhile": {
			what: "这个物品刚刚被别人改过。",
			safe: "您这一步没有保存，之前的记录都在。",
			next: "画面已更新，请看一眼再做一次。",
		},
		"subject.changed-meanwhile": {
			what: "这个顾客刚刚被别人改过。",
			safe: "您这一步没有保存，之前的记录都在。",
			next: "画面已更新，请看一眼再做一次。",
		},
		"person.not-found": { what: "找不到这个员工。", next: "再扫一次，或用搜索查找。" },
		"person.changed-meanwhile": {
			what: "这个员工刚刚被别人改过。",
			safe: "您这一步没有保存，之前的记录都在。",
			next: "画面已更新，请看一眼再做一次。",
		},
		"store.changed-meanwhile": {
			what: "这个中心资料刚刚被别人改过。",
			safe: "您这一步没有保存，之前的记录都在。",
			next: "画面已更新，请看一眼再做一次。",
		},
		"station.not-found": { what: "找不到这个本机资料。", next: "再扫一次，或用搜索查找。" },
		"station.changed-meanwhile": {
			what: "这个本机资料刚刚被别人改过。",
			safe: "您这一步没有保存，之前的记录都在。",
			next: "画面已更新，请看一眼再做一次。",
		},
		"media.gone": {
			what: "这张照片或单据已经打不开了。",
			safe: "记录本身都在。",
			next: "单据请重新打印；照片请重新拍。",
		},
		"media.not-here-yet": {
			what: "照片还没传到这台电脑。",
			safe: "照片没有丢，正在从档案中心取。",
			next: "联网后稍等片刻会自动显示。",
		},
		"media.not-a-picture": {
			what: "这个文件不是照片，或者已经损坏。",
			safe: "没有保存。",
			next: "请选 JPG、PNG 或 WebP 图片，或直接拍。",
		},
		"media.too-many-pixels": {
			what: "这张照片的像素太大（超过 4000 万）。",
			safe: "没有保存。",
			next: "请用手机或电脑把它缩小后再选，或直接拍。",
		},
		"media.too-large": { what: "文件太大。", safe: "没有保存。", next: "请选 8 MB 以内的文件。" },
		"media.unknown-ticket": { what: "这次上传已经过期。", safe: "没有保存。", next: "请再拍一次或再选一次文件。" },
		"clock.set-back": {
			what: "电脑时间被调慢了。",
			safe: "所有记录的先后顺序不受影响。",
			next: "请核对电脑右下角的日期和时间。",
		},
	},
	en: {
		"order.changed-meanwhile": {
			what: "Somebody has just changed this order.",
			safe: "This step was not saved; everything before it was.",
			next: "The screen is up to date now: look, and do it again.",
		},
		"job.changed-meanwhile": {
			what: "Somebody has just changed this job.",
			safe: "This step was not saved; everything before it was.",
			next: "The screen is up to date now: look, and do it again.",
		},
		"item.changed-meanwhile": {
			what: "Somebody has just changed this item.",
			safe: "This step was not saved; everything before it was.",
			next: "The screen is up to date now: look, and do it again.",
		},
		"subject.changed-meanwhile": {
			what: "Somebody has just changed this customer.",
			safe: "This step was not saved; everything before it was.",
			next: "The screen is up to date now: look, and do it again.",
		},
		"person.not-found": { what: "This person was not found.", next: "Scan again, or use the search." },
		"person.changed-meanwhile": {
			what: "Somebody has just changed this person.",
			safe: "This step was not saved; everything before it was.",
			next: "The screen is up to date now: look, and do it again.",
		},
		"store.changed-meanwhile": {
			what: "Somebody has just changed this centre.",
			safe: "This step was not saved; everything before it was.",
			next: "The screen is up to date now: look, and do it again.",
		},
		"station.not-found": { what: "This workstation was not found.", next: "Scan again, or use the search." },
		"station.changed-meanwhile": {
			what: "Somebody has just changed this workstation.",
			safe: "This step was not saved; everything before it was.",
			next: "The screen is up to date now: look, and do it again.",
		},
		"media.gone": {
			what: "This picture or paper can no longer be opened.",
			safe: "The record itself is all there.",
			next: "Print the paper again, or take the picture again.",
		},
		"media.not-here-yet": {
			what: "This photo has not reached this PC yet.",
			safe: "It is not lost: it is being fetched from the archive.",
			next: "It appears by itself soon after the line is back.",
		},
		"media.not-a-picture": {
			what: "This file is not a picture, or it is damaged.",
			safe: "It was not saved.",
			next: "Choose a JPG, PNG or WebP picture, or take one.",
		},
		"media.too-many-pixels": {
			what: "This picture has too many pixels (over 40 million).",
			safe: "It was not saved.",
			next: "Make it smaller first, or take one here.",
		},
		"media.too-large": {
			what: "The file is too large.",
			safe: "It was not saved.",
			next: "Choose a file of at most 8 MB.",
		},
		"media.unknown-ticket": {
			what: "This upload has expired.",
			safe: "It was not saved.",
			next: "Take or choose the picture again.",
		},
		"clock.set-back": {
			what: "This PC's clock was set back.",
			safe: "The order of all records is not affected.",
			next: "Check the date and time of this PC.",
		},
	},
});
