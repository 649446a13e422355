import { Button } from "@mantine/core";
import { useState } from "react";
import { Meaning } from "../../../components/text/Meaning.tsx";
import { useTexts } from "../../../i18n/language.ts";
import { deviceTestTexts } from "../../../i18n/texts/device-test.ts";
import { useScan } from "../../../scan/bus.ts";
import type { Outcome } from "./steps.ts";

export type ScanStepProps = {
	/** The printer whose label is scanned back; empty: any code will do. */
	name: string;
	/** What that label's code says. */
	testCode: string | undefined;
	onDone: (outcome: Outcome) => void;
};

/** The test label comes back through a scanner: printer, paper, scanner and this program agree. */
export function ScanStep({ name, testCode, onDone }: ScanStepProps) {
	const t = useTexts(deviceTestTexts);
	const [wrong, setWrong] = useState<string>();
	useScan(
		({ code }) => {
			const shown = code.kind === "badge" ? "••••" : code.text;
			if (name !== "" && code.text !== testCode) {
				setWrong(shown);
				return { label: shown, tone: "not-understood" };
			}
			onDone({ outcome: "pass", reason: null });
			return { label: shown };
		},
		{ layer: "modal" },
	);
	return (
		<>
			<Meaning meaning="running">{name === "" ? t("scan-any") : t("scan-now", { name })}</Meaning>
			{wrong !== undefined && <span role="alert">{t("scan-wrong", { text: wrong })}</span>}
			<Button variant="default" onClick={() => onDone({ outcome: "fail", reason: "not-read" })}>
				{t("scan-fail")}
			</Button>
			<Button variant="subtle" onClick={() => onDone({ outcome: "skipped", reason: "by-person" })}>
				{t("skip")}
			</Button>
		</>
	);
}
