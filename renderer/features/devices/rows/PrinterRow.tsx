import { Button } from "@mantine/core";
import { IconPrinter, IconTag } from "@tabler/icons-react";
import { useState } from "react";
import type { DeviceRow } from "../../../../preload/contract/devices.ts";
import { Failed } from "../../../app/states/Failed.tsx";
import { useCommand } from "../../../app/use-calls.ts";
import { Meaning } from "../../../components/text/Meaning.tsx";
import { useFormat } from "../../../i18n/format.ts";
import { useTexts } from "../../../i18n/language.ts";
import { deviceTexts } from "../../../i18n/texts/devices.ts";
import { printerTroubleTexts } from "../../../i18n/texts/printer-troubles.ts";
import { TestResult } from "../../printing/TestResult.tsx";
import { DeviceLine } from "../DeviceLine.tsx";
import { usePrintEntry } from "../use-print-entry.ts";

export type PrinterRowProps = { device: DeviceRow; facts?: string | undefined; onSetUp: (() => void) | undefined };

/** A printer; its proof is a test label or a test page. */
export function PrinterRow({ device, facts, onSetUp }: PrinterRowProps) {
	const t = useTexts(deviceTexts);
	const troubles = useTexts(printerTroubleTexts);
	const format = useFormat();
	const [printId, setPrintId] = useState<string>();
	const label = useCommand("printers.test");
	const page = useCommand("paperPrinters.test");
	const isLabel = device.kind === "label-printer";
	const test = isLabel ? label : page;
	const { id, name, kind, light, trouble, lastAt, last, lastError, waiting, asking } = device;
	const word = (code: string) => troubles(`trouble_${code}` as "trouble_silent");
	const next = trouble ? troubles(`next_${trouble}` as "next_silent") : "";
	const counts = [waiting > 0 && t("waiting", { count: waiting }), asking > 0 && t("asking", { count: asking })].filter(
		Boolean,
	);
	const what = isLabel ? "try-label" : "try-page";
	return (
		<DeviceLine
			icon={isLabel ? IconTag : IconPrinter}
			name={name}
			kind={[t(`kind_${kind}`), facts].filter(Boolean).join(" · ")}
			light={light}
			trouble={trouble && [word(trouble), next.startsWith("next_") ? "" : next, ...counts].filter(Boolean).join(" · ")}
			last={
				lastAt === null
					? t("never-printed")
					: t("last-print", { at: format.dateTime(lastAt), what: last ?? "" }) +
						(trouble === null && counts.length > 0 ? ` · ${counts.join(" · ")}` : "")
			}
			lastError={
				lastError && trouble === null
					? t("last-error", { at: format.dateTime(lastError.at), what: word(lastError.trouble) })
					: undefined
			}
			acts={
				<>
					<Button
						variant="light"
						aria-label={t(`${what}-of`, { name })}
						loading={test.isPending}
						onClick={() => test.mutate({ id }, { onSuccess: (sent) => setPrintId(sent.printId) })}
					>
						{t(what)}
					</Button>
					{onSetUp && (
						<Button variant="default" aria-label={t("set-up-of", { name })} onClick={onSetUp}>
							{t("set-up")}
						</Button>
					)}
				</>
			}
		>
			{test.error && <Failed error={test.error} inline />}
			{printId !== undefined &&
				(isLabel ? (
					<TestResult key={printId} printId={printId} onDone={() => setPrintId(undefined)} />
				) : (
					<PageResult key={printId} printId={printId} onDone={() => setPrintId(undefined)} />
				))}
		</DeviceLine>
	);
}

function PageResult({ printId, onDone }: { printId: string; onDone: () => void }) {
	const t = useTexts(deviceTexts);
	const troubles = useTexts(printerTroubleTexts);
	const entry = usePrintEntry(printId);
	if (!entry) return null;
	const why = entry.reason ? troubles(`trouble_${entry.reason}` as "trouble_silent") : "";
	return (
		<>
			<span role="status">
				{entry.state === "confirmed" ? (
					<Meaning meaning="done">{t("page-done")}</Meaning>
				) : entry.state === "sent" ? (
					<Meaning meaning="done">{t("page-sent")}</Meaning>
				) : entry.state === "failed" || entry.state === "unknown" || entry.state === "cancelled" ? (
					<Meaning meaning="blocked">{t("page-failed")}</Meaning>
				) : (
					<Meaning meaning="running">{t("page-working")}</Meaning>
				)}{" "}
				{why}
			</span>
			<Button size="xs" variant="subtle" onClick={onDone}>
				{t("close")}
			</Button>
		</>
	);
}
