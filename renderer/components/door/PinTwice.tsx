import { Button } from "@mantine/core";
import { IconCircleCheck } from "@tabler/icons-react";
import { useState } from "react";
import { useTexts } from "../../i18n/language.ts";
import { doorTexts } from "../../i18n/texts/door.ts";
import { PinPad } from "../input/PinPad.tsx";
import classes from "./door.module.css";

export type PinTwiceProps = {
	/** The PIN when it was entered twice alike; undefined while it is not. */
	value: string | undefined;
	onChange: (pin: string | undefined) => void;
	/** Why the last one was refused. */
	error?: string | undefined;
};

/** A new PIN, entered twice, never shown. */
export function PinTwice({ value, onChange, error }: PinTwiceProps) {
	const t = useTexts(doorTexts);
	const [first, setFirst] = useState<string>();
	const [differ, setDiffer] = useState(false);
	if (value !== undefined && error === undefined) {
		return (
			<p className={classes.pinDone}>
				<IconCircleCheck size={22} stroke={1.9} aria-hidden />
				<strong>{t("pin-done")}</strong>
				<Button variant="subtle" size="compact-sm" onClick={() => onChange(undefined)}>
					{t("pin-change")}
				</Button>
			</p>
		);
	}
	const enter = (pin: string) => {
		setDiffer(false);
		if (first === undefined) {
			if (value !== undefined) onChange(undefined);
			return setFirst(pin);
		}
		setFirst(undefined);
		if (pin === first) onChange(pin);
		else setDiffer(true);
	};
	const wrong = differ ? t("pin-differ") : first === undefined ? error : undefined;
	return (
		<div className={classes.pinTwice}>
			<p>{t(first === undefined ? "pin-new" : "pin-again")}</p>
			<PinPad key={first === undefined ? "new" : "again"} onEnter={enter} {...(wrong ? { error: wrong } : {})} />
		</div>
	);
}
