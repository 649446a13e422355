import { Meaning, type MeaningName } from "../../../components/text/Meaning.tsx";
import { useTexts } from "../../../i18n/language.ts";
import { deviceTestTexts } from "../../../i18n/texts/device-test.ts";
import { printerTroubleTexts } from "../../../i18n/texts/printer-troubles.ts";
import classes from "../devices.module.css";
import type { Result } from "./steps.ts";

const meanings: Record<Result["outcome"], MeaningName> = { pass: "done", fail: "blocked", skipped: "neutral" };

/** Why a step was not passed, in words; a printer's own troubles have theirs. */
export function useReason(): (reason: string | null) => string {
	const t = useTexts(deviceTestTexts);
	const troubles = useTexts(printerTroubleTexts);
	return (reason) => {
		if (reason === null) return "";
		const own = t(`reason_${reason}` as "reason_no-device");
		if (!own.startsWith("reason_")) return own;
		const trouble = troubles(`trouble_${reason}` as "trouble_silent");
		return trouble.startsWith("trouble_") ? "" : trouble;
	};
}

/** What came of each step. */
export function Results({ results }: { results: readonly Result[] }) {
	const t = useTexts(deviceTestTexts);
	const why = useReason();
	return (
		<ul className={classes.changes} aria-label={t("title")}>
			{results.map(({ device, name, outcome, reason }, at) => (
				<li key={at}>
					<Meaning meaning={meanings[outcome]} size="sm">
						{t(`outcome_${outcome}`)}
					</Meaning>
					<span>
						{t(`device_${device}`)} {name && <strong>{name}</strong>}
					</span>
					<span className={classes.soft}>{why(reason)}</span>
				</li>
			))}
		</ul>
	);
}
