import { Button, Group } from "@mantine/core";
import { IconChecklist, IconPlus } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { Failed } from "../../app/states/Failed.tsx";
import { Loading } from "../../app/states/Loading.tsx";
import { useQueryCall } from "../../app/use-calls.ts";
import { useMay } from "../../app/workstation.ts";
import { useLanguage, useTexts } from "../../i18n/language.ts";
import { sentenceFor } from "../../i18n/sentence.ts";
import { deviceTexts } from "../../i18n/texts/devices.ts";
import { printingTexts } from "../../i18n/texts/printing.ts";
import classes from "./devices.module.css";
import { LastTest } from "./LastTest.tsx";
import { CameraRow } from "./rows/CameraRow.tsx";
import { PrinterRow } from "./rows/PrinterRow.tsx";
import { ScannerRow } from "./rows/ScannerRow.tsx";
import { SoundsRow } from "./rows/SoundsRow.tsx";
import { type SettingUp, SetUp } from "./SetUp.tsx";
import { TestEverything } from "./test/TestEverything.tsx";
import { Travel } from "./travel/Travel.tsx";

/** Everything that hangs on this PC, one row each. Everybody may look and test; a manager sets up. */
export function DevicesPage() {
	const t = useTexts(deviceTexts);
	const language = useLanguage();
	const manager = useMay("manager");
	const [settingUp, setSettingUp] = useState<SettingUp>();
	const [testing, setTesting] = useState(false);
	const list = useQueryCall("devices.list", {}, { watch: ["devices", "print", "station"], everyMs: 5_000 });
	const takes = useTakes();
	if (list.isPending) return <Loading count={4} />;
	if (list.error) return <Failed error={list.error} onRetry={() => void list.refetch()} />;
	const { devices, scannerTrouble, lastTest } = list.data;
	const scanners = devices.filter(({ kind }) => kind.startsWith("scanner"));
	const printers = devices.filter(({ kind }) => !kind.startsWith("scanner"));
	const add = (what: SettingUp["what"], label: string) => (
		<Button
			variant="subtle"
			size="compact-md"
			leftSection={<IconPlus size={16} />}
			onClick={() => setSettingUp({ what })}
		>
			{label}
		</Button>
	);
	const blind = scannerTrouble
		? sentenceFor({ code: "device-failed", reason: scannerTrouble as `${string}.${string}` }, language)
		: undefined;
	return (
		<div className={classes.page}>
			<div className={classes.head}>
				<h1>{t("title")}</h1>
				<Group gap="xs">
					{manager && <Travel />}
					<Button leftSection={<IconChecklist size={18} stroke={1.7} />} onClick={() => setTesting(true)}>
						{t("test-all")}
					</Button>
				</Group>
			</div>
			<LastTest test={lastTest} />
			<Part
				title={t("scanners")}
				acts={
					<>
						{add("pairing", t("connect"))}
						{manager && add("scanner", t("add-serial"))}
					</>
				}
			>
				{blind && <li className={classes.none}>{`${blind.what} ${blind.safe} ${blind.next}`}</li>}
				{scanners.map((device) => (
					<ScannerRow
						key={device.id}
						device={device}
						onSetUp={
							manager && device.kind === "scanner-serial"
								? () => setSettingUp({ what: "scanner", id: device.id })
								: undefined
						}
					/>
				))}
				<ScannerRow device={undefined} onSetUp={() => setSettingUp({ what: "pairing" })} />
			</Part>
			<Part
				title={t("printers")}
				acts={
					manager && (
						<>
							{add("label-printer", t("add-label"))}
							{add("paper-printer", t("add-paper"))}
						</>
					)
				}
			>
				{printers.length === 0 && <li className={classes.none}>{t("no-printers")}</li>}
				{printers.map((device) => (
					<PrinterRow
						key={device.id}
						device={device}
						facts={takes(device.id)}
						onSetUp={
							manager
								? () =>
										setSettingUp({
											what: device.kind === "label-printer" ? "label-printer" : "paper-printer",
											id: device.id,
										})
								: undefined
						}
					/>
				))}
			</Part>
			<Part title={t("others")}>
				<CameraRow />
				<SoundsRow />
			</Part>
			{settingUp && <SetUp {...settingUp} onClose={() => setSettingUp(undefined)} />}
			{testing && <TestEverything list={list.data} onClose={() => setTesting(false)} />}
		</div>
	);
}

/** Which papers come out of a printer by themselves, in words; undefined for other devices. */
function useTakes(): (id: string) => string | undefined {
	const t = useTexts(deviceTexts);
	const words = useTexts(printingTexts);
	const { data } = useQueryCall("paperPrinters.list", {}, { watch: ["devices"] });
	return (id) => {
		const printer = data?.printers.find((one) => one.id === id);
		if (!printer) return undefined;
		if (printer.papers.length === 0) return t("takes-nothing");
		return t("takes", { papers: printer.papers.map((paper) => words(`kind_${paper}`)).join(" · ") });
	};
}

function Part({ title, acts, children }: { title: string; acts?: ReactNode; children: ReactNode }) {
	return (
		<section aria-label={title}>
			<div className={classes.head}>
				<h2>{title}</h2>
				<Group gap="xs">{acts}</Group>
			</div>
			<ul className={classes.lines}>{children}</ul>
		</section>
	);
}
