/** Sentences of the bench's refusals. */
import { defineErrors } from "../define.ts";

export const errors = defineErrors({
	"zh-CN": {
		"bench.not-approved": { what: "顾客还没有同意报价，不能开工。", next: "先完成检测和报价，顾客同意后再维修。" },
		"bench.at-qc": { what: "这件已经送质检了。", next: "还要修就撤回最后一道工序，或请质检员退回。" },
		"bench.not-in-repair": { what: "这件现在不在维修阶段。", next: "打开工单看它到了哪一步。" },
		"bench.no-such-step": { what: "工单里没有这道工序，可能报价改过。", next: "看一眼最新的工序再操作。" },
		"bench.step-done": { what: "这道工序已经完成了。", next: "做错了就撤回；否则做下一道。" },
		"bench.step-running": { what: "您正在做这道工序。", next: "做完按“完成”，中途离开按“暂停”。" },
		"bench.step-left-out": {
			what: "新报价里没有第 {{no}} 道工序。",
			next: "等顾客答复后再决定做不做；其他已同意的可以继续。",
		},
		"bench.quote-waits": { what: "新报价还没有答复，不能报完工。", next: "等顾客答复；已同意的工序可以继续做。" },
		"bench.earlier-step-open": { what: "前面的第 {{no}} 道工序还没做完。", next: "先做完第 {{no}} 道。" },
		"bench.still-curing": {
			what: "第 {{no}} 道还在静置，还差 {{minutes}} 分钟。",
			next: "到时间再做；确认已经干透，可以选理由提前开始。",
		},
		"bench.step-not-running": { what: "这道工序没有在做，不用暂停。", next: "先按“开始”。" },
		"bench.step-not-started": { what: "这道工序还没开始。", next: "先按“开始”，或先扫“开始”指令卡。" },
		"bench.steps-open": { what: "还有 {{open}} 道工序没做完。", next: "做完全部工序，工单会自动送质检。" },
		"bench.step-not-done": { what: "这道工序没有完成过，不用撤回。", next: "直接继续做。" },
		"bench.clock-not-running": { what: "维修计时没有在走。", next: "不用停表。" },
		"bench.clock-paused": { what: "维修计时已经停着。", next: "开始工序时会自动继续计时。" },
		"bench.pause-not-permitted": {
			what: "这个理由不能停维修计时。",
			next: "只有等备件和顾客要求暂缓可以停表；其他情况暂停工序即可。",
		},
		"bench.clock-not-paused": { what: "维修计时本来就在走。", next: "不用操作。" },
		"bench.operation-not-in-job": { what: "工单里没有这个维修项目。", next: "从工单上的项目里选。" },
		"bench.part-not-used": { what: "没有找到这条领用记录，可能已经退回。", next: "看一眼最新的备件清单。" },
		"bench.no-such-piece": { what: "工单里没有这一件。", next: "从工单上的件里选。" },
		"bench.photo-not-for-this": { what: "这张照片不是这张工单的。", next: "在这张工单上重新拍。" },
		"bench.photo-there": { what: "这张照片已经在工单里了。", next: "不用再存。" },
		"bench.not-yours-to-give": { what: "这件不是您的，不能转给别人。", next: "请店长指派。" },
		"bench.not-a-technician": { what: "这位同事不做维修，或已离职。", next: "换一位技师。" },
		"bench.words-needed": { what: "选这个理由要写几个字。", next: "写一句发生了什么。" },
	},
	en: {
		"bench.not-approved": {
			what: "The customer hasn't agreed to the quote, so work can't start.",
			next: "Finish inspection and quote; repair after the customer agrees.",
		},
		"bench.at-qc": {
			what: "This one has gone to QC.",
			next: "Take back the last step, or ask the inspector to return it.",
		},
		"bench.not-in-repair": { what: "This job isn't in repair now.", next: "Open the job to see where it is." },
		"bench.no-such-step": {
			what: "The job has no such step; the quote may have changed.",
			next: "Look at the latest steps first.",
		},
		"bench.step-done": { what: "This step is already done.", next: "Take it back if that was wrong; else go on." },
		"bench.step-running": { what: "You are working on this step.", next: "Press Done, or Pause when you leave it." },
		"bench.step-left-out": {
			what: "The new quote leaves step {{no}} out.",
			next: "Wait for the customer's answer; other agreed work can go on.",
		},
		"bench.quote-waits": {
			what: "The new quote has no answer yet.",
			next: "Wait for the customer's answer; agreed steps can go on meanwhile.",
		},
		"bench.earlier-step-open": { what: "Step {{no}} before it isn't done.", next: "Finish step {{no}} first." },
		"bench.still-curing": {
			what: "Step {{no}} still cures for {{minutes}} min.",
			next: "Wait, or start early with a reason if it is surely dry.",
		},
		"bench.step-not-running": { what: "Nobody works on this step.", next: "Press Start first." },
		"bench.step-not-started": { what: "This step hasn't been started.", next: "Press Start or scan the start card." },
		"bench.steps-open": {
			what: "Steps still open: {{open}}.",
			next: "Finish them all; the job then goes to QC by itself.",
		},
		"bench.step-not-done": { what: "This step wasn't finished.", next: "Just go on with it." },
		"bench.clock-not-running": { what: "The repair clock isn't running.", next: "Nothing to stop." },
		"bench.clock-paused": { what: "The repair clock already stands still.", next: "Starting a step starts it again." },
		"bench.pause-not-permitted": {
			what: "This reason doesn't stop the repair clock.",
			next: "Only a missing part or the customer's wish does; otherwise pause the step.",
		},
		"bench.clock-not-paused": { what: "The repair clock is running.", next: "Nothing to do." },
		"bench.operation-not-in-job": { what: "The job has no such operation.", next: "Choose one of the job's." },
		"bench.part-not-used": {
			what: "That part isn't booked on this job; it may have been returned.",
			next: "Look at the latest list of parts.",
		},
		"bench.no-such-piece": { what: "The job has no such piece.", next: "Choose one of the job's pieces." },
		"bench.photo-not-for-this": { what: "This photo isn't this job's.", next: "Take it again on this job." },
		"bench.photo-there": { what: "This photo is already on the job.", next: "Nothing to do." },
		"bench.not-yours-to-give": { what: "This job isn't yours to give away.", next: "Ask a manager to assign it." },
		"bench.not-a-technician": { what: "This colleague doesn't repair, or has left.", next: "Choose a technician." },
		"bench.words-needed": { what: "This reason needs a few words.", next: "Write what happened." },
	},
});
