import { Button } from "@mantine/core";
import { useState } from "react";
import { Failed } from "../../app/states/Failed.tsx";
import { useCommand, useQueryCall } from "../../app/use-calls.ts";
import { Meaning } from "../../components/text/Meaning.tsx";
import { useTexts } from "../../i18n/language.ts";
import { printerTroubleTexts } from "../../i18n/texts/printer-troubles.ts";
import { printingTexts } from "../../i18n/texts/printing.ts";
import classes from "./printing.module.css";

/** What became of a test label; where the printer can't say, a person is asked, and told what a bad one points to. */
export function TestResult({ printId, onDone }: { printId: string; onDone: () => void }) {
	const t = useTexts(printingTexts);
	const troubles = useTexts(printerTroubleTexts);
	const [bad, setBad] = useState(false);
	const settle = useCommand("print.settle");
	const journal = useQueryCall("print.journal", { limit: 50 }, { watch: ["print"], everyMs: 2_000 });
	const entry = journal.data?.entries.find(({ id }) => id === printId);
	if (!entry) return null;
	const answer = (good: boolean) => {
		if (entry.state === "unknown" && good) settle.mutate({ printId, cameOut: true });
		if (good) onDone();
		else setBad(true);
	};
	if (bad) {
		return (
			<div className={classes.result}>
				<ul className={classes.hints}>
					{(["blank", "inverted", "cut", "pale"] as const).map((hint) => (
						<li key={hint}>{t(`test-hint-${hint}`)}</li>
					))}
				</ul>
				<Button size="xs" variant="default" onClick={onDone}>
					{t("test-good")}
				</Button>
			</div>
		);
	}
	if (entry.state === "confirmed") {
		return (
			<div className={classes.result}>
				<Meaning meaning="done">{t("test-done")}</Meaning>
				<Button size="xs" variant="subtle" onClick={() => setBad(true)}>
					{t("test-bad")}
				</Button>
			</div>
		);
	}
	if (entry.state === "sent" || entry.state === "unknown") {
		return (
			<div className={classes.result}>
				<strong>{t("test-look")}</strong>
				<Button size="xs" onClick={() => answer(true)}>
					{t("test-good")}
				</Button>
				<Button size="xs" variant="default" onClick={() => answer(false)}>
					{t("test-bad")}
				</Button>
				{settle.error && <Failed error={settle.error} inline />}
			</div>
		);
	}
	if (entry.state === "queued" || entry.state === "sending") {
		return (
			<div className={classes.result}>
				<Meaning meaning="running">{t("test-working")}</Meaning>
				{entry.reason && <span>{troubles(`trouble_${entry.reason}` as "trouble_silent")}</span>}
			</div>
		);
	}
	return null;
}
