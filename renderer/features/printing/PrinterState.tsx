import { Meaning } from "../../components/text/Meaning.tsx";
import { useTexts } from "../../i18n/language.ts";
import { printerTroubleTexts } from "../../i18n/texts/printer-troubles.ts";
import { printingTexts } from "../../i18n/texts/printing.ts";
import type { PrinterRow } from "./form/fields.ts";
import classes from "./printing.module.css";

/** How a printer is, in words, and what to do when something is wrong. */
export function PrinterState({ row }: { row: PrinterRow }) {
	const t = useTexts(printerTroubleTexts);
	const page = useTexts(printingTexts);
	const next = row.trouble ? t(`next_${row.trouble}` as "next_silent") : "";
	const known = next.startsWith("next_") ? "" : next;
	return (
		<span className={classes.state}>
			{row.state === "attention" && row.trouble ? (
				<Meaning meaning="blocked">{t(`trouble_${row.trouble}` as "trouble_silent")}</Meaning>
			) : row.state === "unknown" ? (
				<Meaning meaning="neutral">{t("state_unknown")}</Meaning>
			) : (
				<Meaning meaning="done">{t(row.state === "ready" ? "state_ready" : "state_reachable")}</Meaning>
			)}
			{row.warning && <Meaning meaning="due-soon">{t(`warning_${row.warning}` as "warning_paper-near-end")}</Meaning>}
			{row.waiting > 0 && <Meaning meaning="waiting">{page("waiting", { count: String(row.waiting) })}</Meaning>}
			{row.asking > 0 && <Meaning meaning="due-soon">{page("asking", { count: String(row.asking) })}</Meaning>}
			{known && <span className={classes.next}>{known}</span>}
		</span>
	);
}
