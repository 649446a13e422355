/** What a scan sounds like on this PC: on or off, how loud, and each sound to try. For the devices page. */
import { Button, Group, Slider, Switch } from "@mantine/core";
import { IconVolume } from "@tabler/icons-react";
import { useId, useState } from "react";
import { useTexts } from "../../../i18n/language.ts";
import { soundTexts } from "../../../i18n/texts/sounds.ts";
import { playSound, type SoundSettings as Settings, saveSoundSettings, soundSettings } from "../../../scan/sounds.ts";
import classes from "./sounds.module.css";

const sounds = ["understood", "not-understood", "attention"] as const;

export function SoundSettings() {
	const t = useTexts(soundTexts);
	const volumeId = useId();
	const [settings, setSettings] = useState(soundSettings);
	const change = (part: Partial<Settings>) => {
		const now = { ...settings, ...part };
		setSettings(now);
		saveSoundSettings(now);
	};
	return (
		<div className={classes.sounds}>
			<Switch
				size="md"
				label={t("on")}
				checked={settings.on}
				onChange={(event) => change({ on: event.currentTarget.checked })}
			/>
			{settings.on ? (
				<>
					<div className={classes.volume}>
						<span id={volumeId}>{t("volume")}</span>
						<Slider
							className={classes.slider}
							aria-labelledby={volumeId}
							thumbLabel={t("volume")}
							min={5}
							max={100}
							step={5}
							value={Math.round(settings.volume * 100)}
							label={(percent) => `${percent} %`}
							onChange={(percent) => change({ volume: percent / 100 })}
							onChangeEnd={() => playSound("understood")}
						/>
					</div>
					<Group gap="xs">
						{sounds.map((sound) => (
							<Button
								key={sound}
								variant="default"
								leftSection={<IconVolume size={18} stroke={1.7} />}
								aria-label={t("try", { sound: t(sound) })}
								onClick={() => playSound(sound)}
							>
								{t(sound)}
							</Button>
						))}
					</Group>
				</>
			) : (
				<p className={classes.off}>{t("off")}</p>
			)}
		</div>
	);
}
