import { useState } from "react";
import { asAppError } from "../../app/failure.ts";
import { PinPad } from "../../components/input/PinPad.tsx";
import { nowMs, useNow } from "../../components/text/use-now.ts";
import { useLanguage, useTexts } from "../../i18n/language.ts";
import { sentenceFor } from "../../i18n/sentence.ts";
import { signInTexts } from "../../i18n/texts/sign-in.ts";
import type { Tile } from "./People.tsx";
import classes from "./sign-in.module.css";

type PinEntryProps = { person: Tile | undefined; onEnter: (pin: string) => Promise<unknown> | undefined };

/** The PIN of whoever was tapped. After several wrong ones the wait is counted down before the eyes. */
export function PinEntry({ person, onEnter }: PinEntryProps) {
	const t = useTexts(signInTexts);
	const language = useLanguage();
	const [until, setUntil] = useState(() => (person?.waitMs ? nowMs() + person.waitMs : 0));
	const [error, setError] = useState<string>();
	const secondsLeft = Math.ceil((until - useNow(1000)) / 1000);
	const enter = async (pin: string) => {
		setError(undefined);
		try {
			await onEnter(pin);
		} catch (thrown) {
			const refused = asAppError(thrown);
			const waitMs = Number(refused.details?.["waitMs"] ?? 0);
			if (waitMs > 0) setUntil(nowMs() + waitMs);
			setError(sentenceFor(refused, language).what);
			throw thrown;
		}
	};
	const blocked = !person?.hasPin || secondsLeft > 0;
	const said = !person
		? t("choose-first")
		: !person.hasPin
			? t("no-pin")
			: secondsLeft > 0
				? t("wait", { seconds: secondsLeft })
				: error;
	return (
		<>
			<h2 className={classes.pinOf}>{person ? t("pin-of", { name: person.name }) : t("choose-first")}</h2>
			<PinPad onEnter={enter} disabled={blocked} {...(person && said ? { error: said } : {})} />
		</>
	);
}
