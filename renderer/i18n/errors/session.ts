/** What is said when something about sign-in, staff, set-up, the store does not go: by reason, in both languages. */
import { defineErrors } from "../define.ts";

export const errors = defineErrors({
	"zh-CN": {
		"session.approver-role": { what: "这位同事不能批准这件事。", next: "请有权限的同事扫工牌或输密码。" },
		"session.no-pin": { what: "这位同事还没有设置密码。", next: "扫工牌登录，或请店长设置密码。" },
		"session.not-signed-in": {
			what: "还没有登录，或屏幕已锁定。",
			safe: "已填写的内容都在。",
			next: "扫工牌或输入密码。",
		},
		"session.pin-wait": { what: "密码错了太多次，请等 {{seconds}} 秒。", next: "等一会儿再试，或直接扫工牌。" },
		"session.recover-manager": { what: "只有店长能用恢复单重设密码。", next: "选择一位店长。" },
		"session.unknown-badge": { what: "这张工牌不认识，或已经作废。", next: "换用密码登录，再请店长补发工牌。" },
		"session.unknown-person": { what: "没有这位同事，或已经离职。", next: "重新选择姓名。" },
		"session.weak-pin": { what: "这个密码太容易猜到。", next: "用 4 到 8 位数字，不要连号或全部相同。" },
		"session.wrong-pin": { what: "密码不对。", next: "再试一次，或扫工牌。" },
		"session.wrong-role": { what: "您的岗位不能做这一步。", next: "请有权限的同事扫工牌来做。" },
		"staff.current-pin": { what: "请先输入现在的密码。", next: "输入现在的密码，再输入新密码。" },
		"staff.has-left": {
			what: "这位同事已经离职。",
			safe: "以前的记录都保留着。",
			next: "要回来上班，请店长先恢复为在职。",
		},
		"staff.last-manager": { what: "店里至少要有一位店长。", next: "先让另一位同事当店长。" },
		"staff.number-taken": { what: "工号 {{number}} 已经有人用了。", next: "换一个工号。" },
		"setup.already-done": { what: "这台电脑已经建好店了。", safe: "数据没有动。", next: "登录后在“设置”里修改。" },
		"setup.nobody": { what: "建店时没有填写任何人员。", next: "至少填一位店长。" },
		"setup.not-done": { what: "还没有建店。", next: "先完成开店设置。" },
		"setup.joining": { what: "这台电脑正在加入一家门店。", next: "先把加入做完；要改做别的，请用备份恢复或演示工坊。" },
		"setup.not-empty": {
			what: "这台电脑上已经有记录，不能再加入别的门店。",
			safe: "数据没有动。",
			next: "换一台新电脑加入。",
		},
		"setup.join-no-line": { what: "连不上档案中心。", safe: "接入码还没有用掉。", next: "检查网址和网络，再试一次。" },
		"setup.join-code": {
			what: "这个接入码不对、用过或过期了，或者这家店的第一台电脑还没有接入。",
			next: "先在第一台电脑上接入档案中心，再请总部为这家店另发一个码，十分钟内使用。",
		},
		"setup.join-refused": { what: "档案中心没有接受这台电脑。", next: "把错误编号告诉总部。" },
		"setup.not-joined": { what: "门店的记录还没有取完。", next: "等进度走完再继续。" },
		"setup.station-taken": { what: "这个编号已经有电脑在用。", next: "改用 {{next}} 号。" },
		"store.hours-overlap": { what: "营业时间有重叠。", next: "把重叠的时段改开。" },
		"store.never-open": { what: "每天都不营业，没法计算时限。", next: "至少填一天的营业时间。" },
		"store.not-found": {
			what: "找不到这家店的资料。",
			safe: "工单数据没有动。",
			next: "重新打开 Welt；还不行就把编号报给维护人员。",
		},
		"clock.never-open": {
			what: "按营业时间算不出时限，日历里没有营业日。",
			next: "到“设置 · 营业时间”检查营业日和节假日。",
		},
	},
	en: {
		"session.approver-role": {
			what: "This colleague may not approve this.",
			next: "Ask one who may to scan their badge or enter their PIN.",
		},
		"session.no-pin": {
			what: "This colleague has no PIN yet.",
			next: "Scan the badge, or ask a manager to set a PIN.",
		},
		"session.not-signed-in": {
			what: "Nobody is signed in, or the screen is locked.",
			safe: "What you entered is still here.",
			next: "Scan your badge or enter your PIN.",
		},
		"session.pin-wait": {
			what: "Too many wrong PINs; wait {{seconds}} seconds.",
			next: "Try again then, or scan your badge.",
		},
		"session.recover-manager": {
			what: "Only a manager can reset a PIN with the recovery sheet.",
			next: "Choose a manager.",
		},
		"session.unknown-badge": {
			what: "This badge is unknown or was revoked.",
			next: "Use your PIN, then ask a manager for a new badge.",
		},
		"session.unknown-person": {
			what: "There is no such colleague, or they have left.",
			next: "Choose the name again.",
		},
		"session.weak-pin": {
			what: "This PIN is too easy to guess.",
			next: "Use 4 to 8 digits, not in a row and not all the same.",
		},
		"session.wrong-pin": { what: "The PIN is wrong.", next: "Try again, or scan your badge." },
		"session.wrong-role": {
			what: "Your role doesn't allow this step.",
			next: "Ask a colleague with the right to do it.",
		},
		"staff.current-pin": {
			what: "Your present PIN is needed first.",
			next: "Enter the present PIN, then the new one.",
		},
		"staff.has-left": {
			what: "This colleague has left.",
			safe: "Their records are kept.",
			next: "A manager can take them on again first.",
		},
		"staff.last-manager": {
			what: "The shop needs at least one manager.",
			next: "Make another colleague a manager first.",
		},
		"staff.number-taken": { what: "Staff number {{number}} is taken.", next: "Choose another number." },
		"setup.already-done": {
			what: "This workstation is already set up.",
			safe: "The data was not touched.",
			next: "Sign in and change it under Settings.",
		},
		"setup.nobody": { what: "Nobody was entered at set-up.", next: "Enter at least one manager." },
		"setup.not-done": { what: "The workstation isn't set up yet.", next: "Finish the set-up first." },
		"setup.joining": {
			what: "This PC is joining a store.",
			next: "Finish that first; a backup or the demo workshop would replace it.",
		},
		"setup.not-empty": {
			what: "There are records on this PC, so it can't join another store.",
			safe: "The data was not touched.",
			next: "Join with a new PC.",
		},
		"setup.join-no-line": {
			what: "The archive can't be reached.",
			safe: "The code is not used up.",
			next: "Check the address and the network, then try again.",
		},
		"setup.join-code": {
			what: "This code is wrong, used already or too old, or the store's first PC has not joined the archive yet.",
			next: "Let the first PC join the archive, then ask the head office for another code of this store and use it within ten minutes.",
		},
		"setup.join-refused": {
			what: "The archive did not take this PC.",
			next: "Tell the head office the error's number.",
		},
		"setup.not-joined": { what: "The store's records are not all here yet.", next: "Wait for the bar to fill." },
		"setup.station-taken": { what: "Another PC has this number.", next: "Use number {{next}}." },
		"store.hours-overlap": { what: "Opening hours overlap.", next: "Set them apart." },
		"store.never-open": {
			what: "The shop is never open, so no promise can be counted.",
			next: "Enter opening hours for at least one day.",
		},
		"store.not-found": {
			what: "The shop's own record can't be found.",
			safe: "Order data is untouched.",
			next: "Open Welt again; if it stays, report the number.",
		},
		"clock.never-open": {
			what: "The opening hours have no working day to count the promise in.",
			next: "Check opening days and holidays under Settings · Opening hours.",
		},
	},
});
