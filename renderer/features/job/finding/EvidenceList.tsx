import { IconCamera, IconCheck } from "@tabler/icons-react";
import type { EvidenceTag } from "../../../../domain/finding/evidence.ts";
import { useTexts } from "../../../i18n/language.ts";
import { inspectionTexts } from "../../../i18n/texts/inspection.ts";
import type { Names } from "../use-names.ts";
import { evidenceGroups, rulesOfTag } from "./evidence-groups.ts";
import classes from "./finding.module.css";

export type EvidenceListProps = {
	names: Names;
	fault: string;
	category: string;
	value: readonly EvidenceTag[];
	onChange: (value: EvidenceTag[]) => void;
};

/** The table writes `= M` for what a sign points to; people read the word. */
function spelled(names: Names, hint: string): string {
	return hint.replaceAll(/\s*=\s*([MWUT])\b/g, (_, cause: string) => ` → ${names.cause(cause)}`);
}

/** What the rules want to know, as big ticks. Each names the rule that reads it. */
export function EvidenceList({ names, fault, category, value, onChange }: EvidenceListProps) {
	const t = useTexts(inspectionTexts);
	const row = names.standard.faults.get(fault);
	const rule = (id: string) => names.text(names.standard.liabilityRules.get(id)?.condition);
	const toggle = (tag: EvidenceTag) =>
		onChange(value.includes(tag) ? value.filter((each) => each !== tag) : [...value, tag]);
	const photo = new Set(names.standard.standard.vocab.evidence.filter((e) => e.photo).map((e) => e.tag));
	const groups = evidenceGroups(row, category);
	const shown = new Set(groups.flatMap((group) => group.tags));
	// What was ticked under another fault stays visible, so that nothing decides unseen.
	const rest = value.filter((tag) => !shown.has(tag));
	return (
		<fieldset className={classes.evidence}>
			<legend>{t("evidence")}</legend>
			{row?.evidence && (
				<p className={classes.hint}>
					<b>{t("evidence-hint")}</b> {spelled(names, names.text(row.evidence))}
				</p>
			)}
			{[...groups, { name: "evidence-history" as const, tags: rest }].map(
				({ name, tags }, index) =>
					tags.length > 0 && (
						<div key={`${name}${index}`} className={classes.evidenceGroup}>
							<span>{t(name)}</span>
							<div>
								{tags.map((tag) => {
									const id = rulesOfTag[tag];
									return (
										<label
											key={tag}
											className={classes.tag}
											data-ticked={value.includes(tag) || undefined}
											title={id ? `${id} ${rule(id)}` : undefined}
										>
											<input type="checkbox" checked={value.includes(tag)} onChange={() => toggle(tag)} />
											<i aria-hidden>{value.includes(tag) && <IconCheck size={14} stroke={3} />}</i>
											{names.evidence(tag)}
											{photo.has(tag) && value.includes(tag) && <IconCamera size={14} stroke={1.7} aria-hidden />}
											{id && <small>{id}</small>}
										</label>
									);
								})}
							</div>
						</div>
					),
			)}
		</fieldset>
	);
}
