import { Button } from "@mantine/core";
import { useEffect, useEffectEvent, useState } from "react";
import type { CameraTrouble } from "../../../components/photo/camera/open-camera.ts";
import { useTexts } from "../../../i18n/language.ts";
import { deviceTestTexts } from "../../../i18n/texts/device-test.ts";
import { soundSettings } from "../../../scan/sounds.ts";
import { CameraTry } from "../CameraTry.tsx";
import { usePlayAll } from "../use-play-all.ts";
import type { Outcome } from "./steps.ts";

type Props = { onDone: (outcome: Outcome) => void };

/** Takes a picture; whether it is clear, only a person can say. */
export function CameraStep({ onDone }: Props) {
	const t = useTexts(deviceTestTexts);
	const [label, setLabel] = useState<string>();
	const [trouble, setTrouble] = useState<CameraTrouble>();
	const named = (outcome: Outcome): Outcome => ({ ...outcome, name: (label ?? "").slice(0, 80) });
	return (
		<>
			<CameraTry
				onPicture={(_, name) => {
					setLabel(name);
					setTrouble(undefined);
				}}
				onTrouble={setTrouble}
			/>
			{label !== undefined && (
				<>
					<strong>{t("camera-look")}</strong>
					<Button onClick={() => onDone(named({ outcome: "pass", reason: null }))}>{t("camera-good")}</Button>
					<Button variant="default" onClick={() => onDone(named({ outcome: "fail", reason: "not-clear" }))}>
						{t("camera-bad")}
					</Button>
				</>
			)}
			{trouble !== undefined && (
				<Button variant="default" onClick={() => onDone({ outcome: "fail", reason: `camera-${trouble}` })}>
					{t("print-fail")}
				</Button>
			)}
			<Button
				variant="subtle"
				onClick={() => onDone({ outcome: "skipped", reason: trouble === "none" ? "no-device" : "by-person" })}
			>
				{t("skip")}
			</Button>
		</>
	);
}

/** Plays the sounds; whether they are heard, only a person can say. Switched off, there is nothing to hear. */
export function SoundsStep({ onDone }: Props) {
	const t = useTexts(deviceTestTexts);
	const play = usePlayAll();
	const start = useEffectEvent(() => {
		const { on, volume } = soundSettings();
		if (on && volume > 0) play();
		else onDone({ outcome: "skipped", reason: "switched-off" });
	});
	useEffect(() => start(), []);
	return (
		<>
			<strong>{t("sounds-look")}</strong>
			<Button onClick={() => onDone({ outcome: "pass", reason: null })}>{t("sounds-good")}</Button>
			<Button variant="default" onClick={() => onDone({ outcome: "fail", reason: "not-heard" })}>
				{t("sounds-bad")}
			</Button>
			<Button variant="subtle" onClick={play}>
				{t("sounds-again")}
			</Button>
			<Button variant="subtle" onClick={() => onDone({ outcome: "skipped", reason: "by-person" })}>
				{t("skip")}
			</Button>
		</>
	);
}
