import { Button } from "@mantine/core";
import { useState } from "react";
import { Failed } from "../../../app/states/Failed.tsx";
import { useCommand } from "../../../app/use-calls.ts";
import { Meaning } from "../../../components/text/Meaning.tsx";
import { useTexts } from "../../../i18n/language.ts";
import { labelsTexts } from "../../../i18n/texts/labels.ts";
import { useScan } from "../../../scan/bus.ts";
import classes from "../labels.module.css";

/** One label as the printer is set up now, scanned back. */
export function Confirm({ printerId }: { printerId: string }) {
	const t = useTexts(labelsTexts);
	const [good, setGood] = useState(false);
	const print = useCommand("labels.printCalibration");
	const code = print.data?.codes[0]?.code;
	useScan(
		({ text }) => {
			if (text.trim() !== code) return false;
			setGood(true);
			return { label: t("cal-confirm-done") };
		},
		{ layer: "part", active: code !== undefined },
	);
	return (
		<section className={classes.step} aria-labelledby="cal-confirm">
			<h2 id="cal-confirm">{t("cal-confirm")}</h2>
			<p>{t("cal-confirm-why")}</p>
			<div className={classes.acts}>
				<Button
					variant={code ? "default" : "filled"}
					loading={print.isPending}
					onClick={() => {
						setGood(false);
						print.mutate({ printerId, what: "confirm" });
					}}
				>
					{t("cal-confirm-go")}
				</Button>
				{code !== undefined && (
					<Meaning meaning={good ? "done" : "running"}>{t(good ? "cal-confirm-done" : "cal-wait")}</Meaning>
				)}
			</div>
			{print.error && <Failed error={print.error} inline />}
		</section>
	);
}
