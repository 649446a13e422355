/** The standard's words for the job page, by code, in the running language. A code a newer standard dropped is shown as it is. */
import { useMemo } from "react";
import type { ReasonList } from "../../../domain/standard/rules.ts";
import type { Localized } from "../../../domain/standard/text.ts";
import type { JobPage } from "../../../preload/contract/job.ts";
import { type StandardOnScreen, useStandard } from "../../app/use-standard.ts";
import type { CodedReason } from "../../components/input/ReasonPicker.tsx";
import { clockName } from "../../components/text/clock-name.ts";
import type { Language } from "../../i18n/define.ts";
import { useLanguage } from "../../i18n/language.ts";

export type Names = ReturnType<typeof namesOf>;

type Coded = { code: string; name: Localized };

function namesOf(standard: StandardOnScreen, language: Language) {
	const { vocab, reasons } = standard.standard;
	const { name } = standard;
	const inList = (list: readonly Coded[], code: string) => name(list.find((w) => w.code === code)?.name) || code;
	const inMap = (map: ReadonlyMap<string, { name: Localized }>, code: string) => name(map.get(code)?.name) || code;
	const item = (it: JobPage["item"]) => {
		const words = [
			inList(vocab.brands, it.brand),
			inList(vocab.colours, it.colour),
			inMap(standard.itemKinds, it.kind),
			it.size,
		];
		return words.filter((w) => w !== "").join(" ");
	};
	return {
		standard,
		/** Several words in one line. */
		list: (words: readonly string[]) => words.join(language === "en" ? ", " : "、"),
		channel: (code: string) => inList(vocab.channels, code),
		proof: (code: string) => inList(vocab.proofKinds, code),
		text: name,
		fault: (code: string) => inMap(standard.faults, code),
		component: (code: string) => inMap(standard.components, code),
		material: (code: string) => inMap(standard.materials, code),
		operation: (code: string) => inMap(standard.operations, code),
		part: (code: string) => inMap(standard.parts, code),
		work: (code: string) => name(standard.operations.get(code)?.name ?? standard.parts.get(code)?.name) || code,
		severity: (code: string) => inList(vocab.severities, code),
		cause: (code: string) => inList(vocab.causes, code),
		measure: (code: string) => inList(vocab.measures, code),
		evidence: (tag: string) => name(vocab.evidence.find((e) => e.tag === tag)?.name) || tag,
		clock: (letter: string) =>
			clockName(name(standard.standard.clocks.clocks.find((c) => c.letter === letter)?.name)) || letter,
		piece: (kind: string) => inMap(standard.pieceKinds, kind),
		/** By which promise an item is covered: the floor's own words where a law or province set it. */
		cover: ({ basis, ruleId }: JobPage["coverage"]): string => {
			const { national, provinces, baseline } = standard.standard.provinces;
			const floor = [...national, ...provinces.flatMap((p) => p.floors)].find((f) => f.id === ruleId);
			if (floor) return name(floor.text);
			if (basis === "baseline") return name(baseline.citation);
			return basis === "work" ? inMap(standard.operations, ruleId) : "";
		},
		reason: (list: ReasonList, code: string) => inList(reasons[list] ?? [], code),
		/** The reason in whichever list has it, for records of many kinds. */
		anyReason: (code: string) => {
			for (const list of Object.values(reasons)) {
				const found = list.find((r) => r.code === code);
				if (found) return name(found.name);
			}
			return code;
		},
		reasons: (list: ReasonList): CodedReason[] =>
			(reasons[list] ?? []).map((r) => ({ code: r.code, label: name(r.name), needsNote: r.note ?? false })),
		reasonNeedsManager: (list: ReasonList, code: string) =>
			reasons[list]?.find((r) => r.code === code)?.manager ?? false,
		item,
	};
}

/** Undefined while the standard loads. */
export function useNames(): Names | undefined {
	const standard = useStandard();
	const language = useLanguage();
	return useMemo(() => (standard ? namesOf(standard, language) : undefined), [standard, language]);
}
