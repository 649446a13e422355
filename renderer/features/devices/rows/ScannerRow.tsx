import { Button } from "@mantine/core";
import { IconBarcode, IconKeyboard } from "@tabler/icons-react";
import { useState } from "react";
import type { DeviceRow } from "../../../../preload/contract/devices.ts";
import { Meaning } from "../../../components/text/Meaning.tsx";
import { useFormat } from "../../../i18n/format.ts";
import { useLanguage, useTexts } from "../../../i18n/language.ts";
import { sentenceFor } from "../../../i18n/sentence.ts";
import { deviceTexts } from "../../../i18n/texts/devices.ts";
import { useScan } from "../../../scan/bus.ts";
import { DeviceLine } from "../DeviceLine.tsx";
import { useLastScan } from "../use-last-scans.ts";

export type ScannerRowProps = {
	/** Undefined: the scanners that type into this screen. */
	device: DeviceRow | undefined;
	/** A manager may set it up. */
	onSetUp: (() => void) | undefined;
};

/** A scanner; its proof is a scan, shown as it was read. */
export function ScannerRow({ device, onSetUp }: ScannerRowProps) {
	const t = useTexts(deviceTexts);
	const format = useFormat();
	const language = useLanguage();
	const [trying, setTrying] = useState(false);
	const [got, setGot] = useState<string>();
	const [other, setOther] = useState<string>();
	const id = device?.id ?? "wedge";
	const name = device?.name ?? t("wedge");
	const here = useLastScan(id);
	const lastAt = here ?? device?.lastAt ?? undefined;
	useScan(
		({ code, source }) => {
			// A badge is its owner's key: it does what it always does and is never shown.
			if (code.kind === "badge") return false;
			setOther(source === id ? undefined : source);
			if (source === id) setGot(code.text);
			return true;
		},
		{ layer: "part", active: trying },
	);
	const never = device ? t("never-scanned") : t("wedge-never");
	const trouble = device?.trouble
		? sentenceFor({ code: "device-failed", reason: device.trouble as `${string}.${string}` }, language)
		: undefined;
	return (
		<DeviceLine
			icon={device ? IconBarcode : IconKeyboard}
			name={name}
			kind={device ? t(`kind_${device.kind}`) : t("kind_wedge")}
			// A scanner that types can't be asked: it is well when it was heard.
			light={device?.light ?? (here ? "ready" : "unknown")}
			trouble={trouble ? `${trouble.what} ${trouble.next}` : device?.light === "gone" && t("scanner-gone")}
			last={lastAt === undefined ? never : t("last-scan", { at: format.dateTime(lastAt) })}
			acts={
				<>
					<Button
						variant={trying ? "default" : "light"}
						aria-label={trying ? t("close") : t("try-scan-of", { name })}
						onClick={() => {
							setTrying(!trying);
							setGot(undefined);
							setOther(undefined);
						}}
					>
						{trying ? t("close") : t("try-scan")}
					</Button>
					{onSetUp && (
						<Button variant="default" aria-label={t("set-up-of", { name })} onClick={onSetUp}>
							{t("set-up")}
						</Button>
					)}
				</>
			}
		>
			{trying && (
				<span role="status">
					{got === undefined ? (
						<Meaning meaning="running">{t("scan-now")}</Meaning>
					) : (
						<Meaning meaning="done">{t("scan-came", { text: got })}</Meaning>
					)}
					{other !== undefined && <> {t("scan-other", { name: other === "wedge" ? t("kind_wedge") : other })}</>}
				</span>
			)}
		</DeviceLine>
	);
}
