import { IconArrowRight, IconBackspace } from "@tabler/icons-react";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useTexts } from "../../i18n/language.ts";
import { componentTexts } from "../../i18n/texts/components.ts";
import { onTyped } from "../../scan/capture.ts";
import classes from "./input.module.css";

export type PinPadProps = {
	/** Called with 4–8 digits on Enter. Throwing or rejecting clears the pad. */
	onEnter: (pin: string) => unknown;
	/** Ask by itself when so many digits are in; left out: Enter decides. */
	length?: number;
	/** What went wrong last time, in words. */
	error?: string;
	disabled?: boolean;
};

const digits = ["1", "2", "3", "4", "5", "6", "7", "8", "9"] as const;
const longest = 8;
const shortest = 4;

/** A PIN by touch, mouse or keyboard. It has no text field, so a badge scan can never end up in it. */
export function PinPad({ onEnter, length, error, disabled = false }: PinPadProps) {
	const t = useTexts(componentTexts);
	const [pin, show] = useState("");
	// Keys given back by the scan capture come several at once: each must see what the one before did.
	const typedSoFar = useRef("");
	const setPin = (now: string) => {
		typedSoFar.current = now;
		show(now);
	};
	const [busy, setBusy] = useState(false);
	const idle = !disabled && !busy;

	const enter = async (entered: string) => {
		if (entered.length < shortest || !idle) return;
		setBusy(true);
		try {
			await onEnter(entered);
		} catch {
			// Whoever asked shows why; the pad only starts again.
		} finally {
			setPin("");
			setBusy(false);
		}
	};
	const add = (digit: string) => {
		if (!idle || typedSoFar.current.length >= longest) return;
		const longer = typedSoFar.current + digit;
		setPin(longer);
		if (longer.length === length) void enter(longer);
	};
	const removeLast = () => setPin(typedSoFar.current.slice(0, -1));
	const typed = useEffectEvent((key: string, char: string | undefined): boolean => {
		if (char !== undefined && /^\d$/.test(char)) add(char);
		else if (key === "Backspace") removeLast();
		else if (key === "Enter" && !(document.activeElement instanceof HTMLButtonElement)) void enter(typedSoFar.current);
		else return false;
		return true;
	});
	useEffect(() => onTyped(({ key, char }) => typed(key, char)), []);

	return (
		<fieldset className={classes.pin} aria-label={t("pin")}>
			<div className={classes.pinDots} data-wrong={error && pin === "" ? true : undefined} role="status">
				<span className={classes.hidden}>{t("pin-digits", { count: pin.length })}</span>
				{Array.from({ length: Math.max(length ?? shortest, pin.length) }, (_, at) => (
					<i key={at} data-full={at < pin.length || undefined} aria-hidden />
				))}
			</div>
			<p className={classes.pinError} role="alert">
				{pin === "" ? error : ""}
			</p>
			<div className={classes.pinKeys}>
				{digits.map((digit) => (
					<button key={digit} type="button" tabIndex={-1} disabled={!idle} onClick={() => add(digit)}>
						{digit}
					</button>
				))}
				<button type="button" aria-label={t("pin-back")} disabled={!idle} onClick={removeLast}>
					<IconBackspace size="1.2em" stroke={1.7} aria-hidden />
				</button>
				<button type="button" tabIndex={-1} disabled={!idle} onClick={() => add("0")}>
					0
				</button>
				<button
					type="button"
					aria-label={t("pin-enter")}
					data-enter
					disabled={!idle || pin.length < shortest}
					onClick={() => void enter(pin)}
				>
					<IconArrowRight size="1.2em" stroke={2} aria-hidden />
				</button>
			</div>
		</fieldset>
	);
}
