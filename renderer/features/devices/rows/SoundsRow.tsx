import { Button } from "@mantine/core";
import { IconVolume } from "@tabler/icons-react";
import { Link } from "react-router";
import { addresses } from "../../../app/addresses.ts";
import { useTexts } from "../../../i18n/language.ts";
import { deviceTexts } from "../../../i18n/texts/devices.ts";
import { soundSettings } from "../../../scan/sounds.ts";
import { DeviceLine } from "../DeviceLine.tsx";
import { usePlayAll } from "../use-play-all.ts";

/** The sounds of this screen; their proof is hearing them. */
export function SoundsRow() {
	const t = useTexts(deviceTexts);
	const { on, volume } = soundSettings();
	const play = usePlayAll();
	const silent = !on || volume === 0;
	return (
		<DeviceLine
			icon={IconVolume}
			name={t("sounds")}
			kind={silent ? t("sounds-off") : t("sounds-on", { percent: Math.round(volume * 100) })}
			light={silent ? "unknown" : "ready"}
			lightText={silent ? t("sounds-off") : undefined}
			last=""
			acts={
				<>
					<Button variant="light" disabled={silent} onClick={play}>
						{t("try-sounds")}
					</Button>
					<Button
						component={Link}
						to={addresses.scanners}
						variant="default"
						aria-label={t("set-up-of", { name: t("sounds") })}
					>
						{t("set-up")}
					</Button>
				</>
			}
		/>
	);
}
