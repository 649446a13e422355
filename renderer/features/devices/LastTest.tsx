import { Button, Modal } from "@mantine/core";
import { useState } from "react";
import type { KeptTest } from "../../../preload/contract/devices.ts";
import { Meaning, type MeaningName } from "../../components/text/Meaning.tsx";
import { useFormat } from "../../i18n/format.ts";
import { useTexts } from "../../i18n/language.ts";
import { deviceTexts } from "../../i18n/texts/devices.ts";
import classes from "./devices.module.css";
import { Results } from "./test/Results.tsx";

const outcomes = [
	["pass", "done"],
	["fail", "blocked"],
	["skipped", "neutral"],
] as const satisfies [string, MeaningName][];

/** The last signed test of everything: when, by whom, how it went. */
export function LastTest({ test }: { test: KeptTest | null }) {
	const t = useTexts(deviceTexts);
	const format = useFormat();
	const [opened, setOpened] = useState(false);
	if (!test) return <p className={`${classes.tested} ${classes.soft}`}>{t("last-test-none")}</p>;
	const count = (wanted: string) => test.results.filter(({ outcome }) => outcome === wanted).length;
	const facts = t("last-test-by", { at: format.dateTime(test.at), by: test.by, entry: test.entry });
	return (
		<section className={classes.tested} aria-label={t("last-test")}>
			<strong>{t("last-test")}</strong>
			{outcomes.map(
				([outcome, meaning]) =>
					count(outcome) > 0 && (
						<Meaning key={outcome} meaning={meaning} size="sm">
							{t(`count-${outcome}`, { count: count(outcome) })}
						</Meaning>
					),
			)}
			<span className={classes.soft}>{facts}</span>
			<Button size="compact-sm" variant="subtle" onClick={() => setOpened(true)}>
				{t("details")}
			</Button>
			<Modal opened={opened} onClose={() => setOpened(false)} title={t("last-test")} size="lg">
				<p className={classes.soft}>{facts}</p>
				<Results results={test.results} />
			</Modal>
		</section>
	);
}
