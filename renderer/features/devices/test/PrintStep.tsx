import { Button } from "@mantine/core";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { call } from "../../../app/client.ts";
import { Failed } from "../../../app/states/Failed.tsx";
import { Meaning } from "../../../components/text/Meaning.tsx";
import { useTexts } from "../../../i18n/language.ts";
import { deviceTestTexts } from "../../../i18n/texts/device-test.ts";
import { printerTroubleTexts } from "../../../i18n/texts/printer-troubles.ts";
import { usePrintEntry } from "../use-print-entry.ts";
import type { Outcome } from "./steps.ts";

export type PrintStepProps = {
	id: string;
	device: "label-printer" | "paper-printer";
	/** What the label's code says, once it was sent. */
	onSent: (code: string) => void;
	onDone: (outcome: Outcome) => void;
};

/** Prints a test label or page; passes when the printer says that it came out, else a person says so. */
export function PrintStep({ id, device, onSent, onDone }: PrintStepProps) {
	const t = useTexts(deviceTestTexts);
	const troubles = useTexts(printerTroubleTexts);
	const [printId, setPrintId] = useState<string>();
	const [error, setError] = useState<unknown>();
	const begun = useRef(false);
	const entry = usePrintEntry(printId);
	const state = entry?.state;
	const print = useEffectEvent(async () => {
		setError(undefined);
		try {
			if (device === "label-printer") {
				const sent = await call("printers.test", { id });
				onSent(sent.code);
				setPrintId(sent.printId);
			} else setPrintId((await call("paperPrinters.test", { id })).printId);
		} catch (thrown) {
			setError(thrown);
		}
	});
	useEffect(() => {
		// Effects may run twice; a label comes out once.
		if (begun.current) return;
		begun.current = true;
		void print();
	}, []);
	const confirmed = useEffectEvent(() => onDone({ outcome: "pass", reason: null }));
	useEffect(() => {
		if (state === "confirmed") confirmed();
	}, [state]);
	const reason = entry?.reason ?? null;
	/** What still waits must not come out an hour later. */
	const giveUp = (outcome: Outcome) => {
		if (printId !== undefined && (state === "queued" || state === "failed"))
			void call("print.cancel", { printId }).catch(() => undefined);
		onDone(outcome);
	};
	const settle = (cameOut: boolean) => {
		if (printId !== undefined && state === "unknown" && cameOut)
			void call("print.settle", { printId, cameOut }).catch(() => undefined);
		onDone(cameOut ? { outcome: "pass", reason: null } : { outcome: "fail", reason: "not-right" });
	};
	const asks = state === "sent" || state === "unknown";
	const stuck = !asks && reason !== null && state !== "confirmed";
	return (
		<>
			{error !== undefined && <Failed inline error={error} />}
			{asks ? (
				<>
					<strong>{t("print-look")}</strong>
					<Button onClick={() => settle(true)}>{t("print-good")}</Button>
					<Button variant="default" onClick={() => settle(false)}>
						{t("print-bad")}
					</Button>
				</>
			) : stuck ? (
				<Meaning meaning="blocked">
					{t("print-stuck", { why: troubles(`trouble_${reason}` as "trouble_silent") })}
				</Meaning>
			) : (
				error === undefined && <Meaning meaning="running">{t("printing")}</Meaning>
			)}
			{(stuck || error !== undefined) && (
				<Button variant="default" onClick={() => giveUp({ outcome: "fail", reason: reason ?? "not-right" })}>
					{t("print-fail")}
				</Button>
			)}
			<Button variant="subtle" onClick={() => giveUp({ outcome: "skipped", reason: "by-person" })}>
				{t("skip")}
			</Button>
		</>
	);
}
