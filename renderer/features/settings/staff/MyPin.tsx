import { IconCircleCheck } from "@tabler/icons-react";
import { useState } from "react";
import { asAppError } from "../../../app/failure.ts";
import { useCommand } from "../../../app/use-calls.ts";
import { usePerson } from "../../../app/workstation.ts";
import { PinTwice } from "../../../components/door/PinTwice.tsx";
import { PinPad } from "../../../components/input/PinPad.tsx";
import { useLanguage, useTexts } from "../../../i18n/language.ts";
import { sentenceFor } from "../../../i18n/sentence.ts";
import { settingsTexts } from "../../../i18n/texts/settings.ts";
import { PageHead } from "../PageHead.tsx";
import classes from "../settings.module.css";

/** One's own PIN: the present one, then the new one twice. */
export function MyPin() {
	const t = useTexts(settingsTexts);
	const language = useLanguage();
	const person = usePerson();
	const [current, setCurrent] = useState<string>();
	const [done, setDone] = useState(false);
	const setPin = useCommand("staff.setPin");
	const refused = setPin.error && asAppError(setPin.error);
	const wrong = refused ? sentenceFor(refused, language).what : undefined;
	const take = (pin: string | undefined) => {
		if (!pin || !current || !person) return;
		setPin.mutate(
			{ person: person.id, pin, current },
			{
				onSuccess: () => setDone(true),
				onError: () => setCurrent(undefined),
			},
		);
	};
	return (
		<>
			<PageHead title={t("my-pin")} why={t("pin-why")} />
			{done ? (
				<p className={classes.done}>
					<IconCircleCheck size={22} stroke={1.9} aria-hidden />
					<strong>{t("pin-saved")}</strong>
				</p>
			) : current === undefined ? (
				<div className={classes.myPin}>
					<p className={classes.label}>{t("pin-current")}</p>
					<PinPad
						onEnter={(pin) => {
							setPin.reset();
							setCurrent(pin);
						}}
						{...(wrong ? { error: wrong } : {})}
					/>
				</div>
			) : (
				<PinTwice value={undefined} onChange={take} />
			)}
		</>
	);
}
