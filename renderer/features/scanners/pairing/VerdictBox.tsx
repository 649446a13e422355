import { Button, Group } from "@mantine/core";
import { IconAlertOctagon, IconAlertTriangle, IconCircleCheck } from "@tabler/icons-react";
import { useState } from "react";
import { useMay } from "../../../app/workstation.ts";
import { useTexts } from "../../../i18n/language.ts";
import { pairingTexts } from "../../../i18n/texts/pairing.ts";
import type { Finding } from "../../../scan/pairing/analyse.ts";
import type { Verdict } from "../../../scan/pairing/verdict.ts";
import { saveWedgeSettings, type WedgeSettings } from "../../../scan/settings.ts";
import classes from "./pairing.module.css";
import { shown } from "./shown.ts";

const icons = { good: IconCircleCheck, limited: IconAlertTriangle, refused: IconAlertOctagon } as const;

type Props = { finding: Finding; verdict: Verdict; onClose: () => void };

/** Whether it can be used, why not, and what to do. */
export function VerdictBox({ finding, verdict, onClose }: Props) {
	const t = useTexts(pairingTexts);
	const { fit, problems, connectOtherwise, settings } = verdict;
	const Icon = icons[fit];
	const more = fit === "good" ? (finding.keyboard ? "fit-good-keys" : "fit-good-device") : (`fit-${fit}-more` as const);
	const blanks = {
		median: finding.keyboard?.medianMs ?? 0,
		max: finding.keyboard?.maxMs ?? 0,
		prefix: shown(finding.keyboard?.prefix ?? ""),
		got: shown(finding.seen.plain?.got ?? ""),
	};
	return (
		<section className={classes.verdict} data-fit={fit} role={fit === "refused" ? "alert" : "status"}>
			<Icon size={28} stroke={1.8} aria-hidden />
			<div className={classes.words}>
				<h3>{t(`fit-${fit}`)}</h3>
				<p>{t(more)}</p>
				{problems.map((problem) => (
					<p key={problem}>
						<strong>{t(`p-${problem}`, blanks)}</strong> {t(`p-${problem}-do`)}
					</p>
				))}
				{connectOtherwise && (
					<>
						<h4>{t("otherwise")}</h4>
						<p>{t("otherwise-why")}</p>
						<ul>
							<li>{t("otherwise-serial")}</li>
							<li>{t("otherwise-hid")}</li>
						</ul>
					</>
				)}
				{fit !== "refused" && <Take settings={settings} onClose={onClose} />}
			</div>
		</section>
	);
}

/** Settings are a manager's; everybody may look and test. */
function Take({ settings, onClose }: { settings: WedgeSettings | undefined; onClose: () => void }) {
	const t = useTexts(pairingTexts);
	const manager = useMay("manager");
	const [saved, setSaved] = useState(false);
	if (!settings || saved) {
		return (
			<Group gap="sm">
				{saved && <strong role="status">{t("saved")}</strong>}
				<Button variant={saved ? "default" : "filled"} onClick={onClose}>
					{t("done")}
				</Button>
			</Group>
		);
	}
	const save = () => {
		saveWedgeSettings(settings);
		setSaved(true);
	};
	return (
		<Group gap="sm">
			<Button onClick={save} disabled={!manager}>
				{t("save")}
			</Button>
			{!manager && <span>{t("manager-only")}</span>}
		</Group>
	);
}
