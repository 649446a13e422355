/** Sentences of what stands in the way of sending, accepting and taking back, and of acting on what is away. */
import { defineErrors } from "../define.ts";

export const errors = defineErrors({
	"zh-CN": {
		"job.in-transit": {
			what: "这件在路上（寄往{{workshop}}），不在任何门店手里。",
			safe: "记录没有变动。",
			next: "等对方验收；没寄成或退回来了，就在“寄送”里收回。",
		},
		"job.elsewhere": {
			what: "这件现在在{{workshop}}，只有那边能做。",
			safe: "记录没有变动。",
			next: "请那边处理，或请他们寄回来。",
		},
		"job.custody-in-conflict": {
			what: "两家门店对这件在谁手里记得不一样，要先选定。",
			safe: "两边的记录都在。",
			next: "打开工单，按东西实际在哪里选定。",
		},
		"transfer.to-ourselves": { what: "不能寄给本店自己。", next: "换一家门店。" },
		"transfer.unknown-workshop": { what: "不认识这家门店。", next: "联网后按名称或编号查找，再选一次。" },
		"transfer.waybill-needed": { what: "还没有运单号。", next: "扫一下快递面单；自己人送就选“专人送”。" },
		"transfer.nothing-here": { what: "这件已经取走或结束，店里没有东西可寄。", next: "核对一下工单号。" },
		"transfer.step-running": { what: "这件还有工序正在做。", next: "在工位上先暂停或完成，再寄。" },
		"transfer.photo-not-for-this": { what: "这张照片不是这张单的。", next: "重新拍一张。" },
		"transfer.not-of-order": { what: "一个包裹只装同一张维修单的东西。", next: "另一张单另寄一个包裹。" },
		"transfer.not-connected": {
			what: "本机还没有接入档案中心，别家门店收不到记录。",
			safe: "工单没有变动。",
			next: "请店长在“设置 → 档案中心”里接入，再寄。",
		},
		"transfer.not-under-way": {
			what: "这个包裹已经不在路上了。",
			safe: "记录没有变动。",
			next: "看一眼它的最新状态。",
		},
		"transfer.unknown-parcel": {
			what: "这个包裹的记录还没传到本店。",
			safe: "包裹没有验收，还算在路上。",
			next: "封好放好；线路通了记录会自己到，到了再扫一次。",
		},
		"transfer.not-for-us": { what: "这个包裹是寄给{{workshop}}的。", next: "别拆，转交给那边，或联系寄件门店。" },
		"transfer.wrong-code": { what: "验收码对不上这个包裹。", next: "扫包裹里随件单上的码。" },
		"transfer.not-a-code": { what: "这不是验收码。", next: "扫包裹里随件单上的码。" },
		"transfer.nothing-found": { what: "这一项一件都没核对到。", next: "把箱里有的扫一遍；没有的就不要勾。" },
		"transfer.piece-unknown": { what: "这个部件不在这个包裹的清单里。", next: "看一眼最新清单再核对。" },
		"transfer.damage-unrecorded": {
			what: "封签或外箱有损，要留下凭据才能验收。",
			next: "拍一张照片，或写一句看到的情况。",
		},
		"transfer.not-ours": { what: "这个包裹是{{workshop}}寄的，只有那边能收回。", next: "请那边处理。" },
		"transfer.code-not-here": {
			what: "验收码只存在寄出时用的那台电脑上。",
			next: "到那台电脑上补打；不行就收回来重寄。",
		},
		"transfer.keys-not-here": {
			what: "这位顾客资料的钥匙还没传到，照片和备注暂时存不了。",
			safe: "物品可以先验收。",
			next: "线路通了钥匙会自己到，到了再补拍。",
		},
	},
	en: {
		"job.in-transit": {
			what: "This one is on its way to {{workshop}}, in no workshop's hands.",
			safe: "Nothing was changed.",
			next: "Wait until it is accepted there; take it back under Parcels if it was not sent or came back.",
		},
		"job.elsewhere": {
			what: "This one is at {{workshop}}; only they can do that.",
			safe: "Nothing was changed.",
			next: "Ask them to do it, or to send it back.",
		},
		"job.custody-in-conflict": {
			what: "Two workshops say differently who has this one; somebody must choose.",
			safe: "Both records are kept.",
			next: "Open the job and choose by where the item really is.",
		},
		"transfer.to-ourselves": { what: "It can't be sent to this workshop itself.", next: "Choose another workshop." },
		"transfer.unknown-workshop": {
			what: "This workshop is not known here.",
			next: "With the line up, search it by name or code and choose it again.",
		},
		"transfer.waybill-needed": {
			what: "There is no waybill number yet.",
			next: "Scan the carrier's label; choose “our own people” if somebody brings it.",
		},
		"transfer.nothing-here": {
			what: "It was handed over or closed; nothing is here to send.",
			next: "Check the number.",
		},
		"transfer.step-running": {
			what: "A step of this one is being worked on.",
			next: "Pause or finish it at the bench, then send it.",
		},
		"transfer.photo-not-for-this": { what: "That picture belongs to another order.", next: "Take a new one." },
		"transfer.not-of-order": {
			what: "A parcel holds things of one order only.",
			next: "Send the other order in a parcel of its own.",
		},
		"transfer.not-connected": {
			what: "This PC is not connected to the archive, so the other workshop would get no record.",
			safe: "The job was not changed.",
			next: "Ask a manager to connect it under Settings → Archive, then send.",
		},
		"transfer.not-under-way": {
			what: "This parcel is not on its way any more.",
			safe: "Nothing was changed.",
			next: "Look at how it stands.",
		},
		"transfer.unknown-parcel": {
			what: "The record of this parcel has not come here yet.",
			safe: "It was not accepted and still counts as on its way.",
			next: "Keep it closed and safe; the record comes by itself when the line is up. Then scan again.",
		},
		"transfer.not-for-us": {
			what: "This parcel is for {{workshop}}.",
			next: "Leave it closed and pass it on, or call the workshop that sent it.",
		},
		"transfer.wrong-code": { what: "The code is not this parcel's.", next: "Scan the one on the sheet inside." },
		"transfer.not-a-code": { what: "That is not an acceptance code.", next: "Scan the one on the sheet inside." },
		"transfer.nothing-found": {
			what: "Nothing of this item was ticked.",
			next: "Scan what is in the box; leave the rest unticked.",
		},
		"transfer.piece-unknown": {
			what: "That piece is not on this parcel's list.",
			next: "Look at the list again.",
		},
		"transfer.damage-unrecorded": {
			what: "Seal or box is damaged; it needs proof before it is accepted.",
			next: "Take a picture, or write down what you see.",
		},
		"transfer.not-ours": {
			what: "{{workshop}} sent this parcel; only they can take it back.",
			next: "Ask them.",
		},
		"transfer.code-not-here": {
			what: "The code is kept only on the PC that sent the parcel.",
			next: "Print the sheet there, or take the parcel back and send it again.",
		},
		"transfer.keys-not-here": {
			what: "The keys of this customer's data have not come yet, so pictures and notes can't be kept.",
			safe: "The item itself can be accepted.",
			next: "They come by themselves when the line is up; add the pictures then.",
		},
	},
});
