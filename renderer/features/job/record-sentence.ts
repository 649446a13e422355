/** An event of the job as one sentence in the running language. Codes become the standard's words. */
import type { OutputOf } from "../../../preload/contract/define.ts";
import type { JobPage, jobCalls } from "../../../preload/contract/job.ts";
import { useFormat } from "../../i18n/format.ts";
import { useLanguage, useTexts } from "../../i18n/language.ts";
import { jobTexts } from "../../i18n/texts/job.ts";
import { recordTexts } from "../../i18n/texts/job-record.ts";
import type { Names } from "./use-names.ts";

type Entry = OutputOf<(typeof jobCalls)["job.record"]>["entries"][number];
type RecordKey = keyof (typeof recordTexts)["zh-CN"];
type Lookup = (key: RecordKey, blanks?: Record<string, string | number>) => string;

const known = new Set<string>(Object.keys(recordTexts["zh-CN"]));

const isKey = (key: string): key is RecordKey => known.has(key);

/** A code of our own texts, else as it is. */
function worded(t: Lookup, code: string): string {
	return isKey(code) ? t(code) : code;
}

/** The sentence of one entry. */
export function useSentence(names: Names): (entry: Entry) => string {
	const t = useTexts(recordTexts) as unknown as Lookup;
	const job = useTexts(jobTexts) as unknown as (key: string) => string;
	const format = useFormat();
	const english = useLanguage() === "en";
	return ({ type, facts }) => {
		if (!isKey(type)) return t("other");
		const text = (field: string) => String(facts[field] ?? "");
		const outcome = text("outcome");
		const reason = text("reason");
		return t(type, {
			fault: names.fault(text("fault")),
			cause: names.cause(text("cause")),
			outcome: worded(t, outcome),
			rules: text("rules") || t("no-rule"),
			reason: names.anyReason(reason),
			why: reason ? ` · ${names.anyReason(reason)}` : "",
			version: text("version"),
			money: format.money(Number(facts.customerFen ?? 0)),
			answer: worded(t, text("answer")),
			means: worded(t, text("means")),
			person: text("person") || "—",
			step: english ? text("stepEn") : text("step"),
			part: names.part(text("part")),
			shelf: text("shelf") || t("off-shelf"),
			pieces: text("pieces"),
			result: facts.result === "declined" ? t("refused") : worded(t, text("result")),
			to: text("toName"),
			seal: facts.sealWhole === false ? t("seal-broken") : "",
			stage: facts.stage ? job(`stage-${text("stage")}`) : "",
		});
	};
}

/** A decision in a conflict, by its kind and choice. */
export function useDecisionName(): (decision: JobPage["conflicts"][number]["decisions"][number]) => string {
	const t = useTexts(recordTexts) as unknown as Lookup;
	return ({ type, choice }) => {
		const blanks = {
			outcome: worded(t, choice ?? ""),
			answer: worded(t, choice ?? ""),
			version: "",
			means: "",
			why: "",
		};
		if (!isKey(type)) return t("other");
		const sentence = t(type, {
			...blanks,
			money: "",
			reason: choice ?? "",
			pieces: "",
			stage: "",
			to: choice ?? "",
			seal: "",
			result: choice ?? "",
		});
		return sentence.replace(/[（(]\s*[）)]/g, "").trim();
	};
}
