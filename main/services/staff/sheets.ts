/** Sheets to cut out: badges, whose tokens exist on this paper only, and command cards. */
import { type Command, commands, makeBadgeCode, makeCommandCode, tokenOf } from "../../../domain/code/own.ts";
import { refuse } from "../../../domain/errors.ts";
import { type PersonRole, type PersonState, personEvents } from "../../../domain/person/person.ts";
import type { App } from "../../app.ts";
import type { PaperLanguage } from "../../print/papers.ts";
import { renderPdf } from "../../print/render.ts";
import type { By } from "../../router.ts";
import { setBadge } from "../session/credentials.ts";
import { stampNow } from "./stamp.ts";

const tokenBytes = 12;

const roleWords: Record<PaperLanguage, Record<PersonRole, string>> = {
	"zh-CN": { clerk: "前台", technician: "技师", inspector: "质检员", manager: "店长" },
	en: { clerk: "Counter", technician: "Technician", inspector: "Inspector", manager: "Manager" },
};

type CardWords = Record<Command, { title: string; hint: string }>;
const cardWords: Record<PaperLanguage, CardWords> = {
	"zh-CN": {
		start: { title: "开工", hint: "先扫工单，再扫这张：开始当前工序" },
		pause: { title: "暂停", hint: "放下手里的活，计时停住" },
		finish: { title: "完工", hint: "当前工序做完了" },
		pass: { title: "合格", hint: "质检：这一件通过" },
		fail: { title: "不合格", hint: "质检：退回返修，接着选原因" },
		label: { title: "打标签", hint: "补打这一件的标签" },
		photo: { title: "拍照", hint: "按一次快门" },
		trouble: { title: "有问题", hint: "缺料、客户要求有变、做不下去" },
		next: { title: "下一单", hint: "打开队列里最急的一单" },
	},
	en: {
		start: { title: "Start", hint: "Scan the job, then this card: starts its step" },
		pause: { title: "Pause", hint: "Put it down, the clock stops" },
		finish: { title: "Done", hint: "This step is finished" },
		pass: { title: "Pass", hint: "Inspection: this piece is good" },
		fail: { title: "Fail", hint: "Inspection: back to the bench, then choose why" },
		label: { title: "Label", hint: "Prints this piece's label again" },
		photo: { title: "Photo", hint: "One shot" },
		trouble: { title: "Trouble", hint: "Part missing, wish changed, cannot go on" },
		next: { title: "Next", hint: "Opens the most urgent job in the queue" },
	},
};

type Sheet = { paper: string };
const pdf = "application/pdf";

export function roleNames(language: PaperLanguage, roles: readonly PersonRole[]): string {
	return roles.map((role) => roleWords[language][role]).join(" · ");
}

/** Every command card with its words. */
export function cardsIn(language: PaperLanguage): { command: Command; title: string; hint: string }[] {
	return commands.map((command) => ({ command, ...cardWords[language][command] }));
}

export type Holder = { state: PersonState; token: string };

/** Draws a token for each; nothing is in force before `giveBadges`. */
export function drawBadges(app: App, people: readonly string[]): Holder[] {
	return [...new Set(people)].map((id) => {
		const { state } = app.states.get("person", id);
		if (!state.active) refuse("rule-broken", "staff.has-left");
		return { state, token: tokenOf(app.ports.random.bytes(tokenBytes)) };
	});
}

/** Each one's older badge stops working now. */
export function giveBadges(app: App, by: By, holders: readonly Holder[]): void {
	app.log.transact(() => {
		for (const { state, token } of holders) {
			setBadge(app, state.id, token);
			const body = { means: "badge", by: by.person === state.id ? "self" : "manager" } as const;
			app.log.append(by.person, [personEvents["person.credential_set"].make(`person:${state.id}`, body)]);
		}
	});
}

/** New badges for these people; each one's older badge stops working the moment this answers. */
export async function makeBadges(app: App, by: By, people: readonly string[]): Promise<Sheet> {
	const { language, centreName } = app.store().state;
	const holders = drawBadges(app, people);
	const bytes = await renderPdf({
		kind: "badges",
		language,
		printedAt: stampNow(app),
		workshop: centreName,
		badges: holders.map(({ state, token }) => ({
			personName: state.name,
			role: roleNames(language, state.roles),
			staffNo: state.number,
			code: makeBadgeCode(token),
		})),
	});
	giveBadges(app, by, holders);
	const fileName = language === "en" ? "badges.pdf" : "员工卡.pdf";
	return { paper: app.media.offer({ mime: pdf, bytes, fileName }) };
}

/** Takes every badge of a person out of use. */
export function revokeBadges(app: App, person: string): void {
	app.states.get("person", person);
	app.local.revokeBadges(person);
}

export async function commandCardSheet(app: App): Promise<Sheet> {
	const { language } = app.store().state;
	const bytes = await renderPdf({
		kind: "command-cards",
		language,
		printedAt: stampNow(app),
		cards: cardsIn(language).map(({ command, title, hint }) => ({ title, hint, code: makeCommandCode(command) })),
	});
	const fileName = language === "en" ? "command-cards.pdf" : "指令卡.pdf";
	return { paper: app.media.offer({ mime: pdf, bytes, fileName }) };
}
