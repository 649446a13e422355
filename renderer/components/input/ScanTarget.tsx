import { Button, TextInput } from "@mantine/core";
import { IconBarcode, IconKeyboard } from "@tabler/icons-react";
import { type FormEvent, useState } from "react";
import { useTexts } from "../../i18n/language.ts";
import { componentTexts } from "../../i18n/texts/components.ts";
import { publishScan } from "../../scan/bus.ts";
import classes from "./input.module.css";

export type ScanTargetProps = {
	/** Instead of 扫描任意条码. */
	title?: string;
	hint?: string;
	/** `wide` for an idle counter, `slim` above a list. */
	look?: "wide" | "slim";
	/** Without typing by hand (badge only). */
	scanOnly?: boolean;
};

/**
 * Says that a scan is expected. Scans work without it, from anywhere; typing a number here takes the same way
 * through the scan bus.
 */
export function ScanTarget({ title, hint, look = "wide", scanOnly = false }: ScanTargetProps) {
	const t = useTexts(componentTexts);
	const [typing, setTyping] = useState(false);
	const [text, setText] = useState("");
	const submit = (event: FormEvent) => {
		event.preventDefault();
		const typed = text.trim();
		if (typed === "") return;
		setText("");
		setTyping(false);
		void publishScan({ text: typed, source: "typed" });
	};
	return (
		<section className={classes.target} data-look={look}>
			<IconBarcode className={classes.targetIcon} stroke={1.5} aria-hidden />
			<div className={classes.targetWords}>
				<strong>{title ?? t("scan-title")}</strong>
				<span>{hint ?? t("scan-hint")}</span>
			</div>
			{scanOnly ? null : typing ? (
				<form className={classes.targetForm} onSubmit={submit}>
					<TextInput
						data-autofocus
						autoFocus
						aria-label={t("scan-manual-label")}
						value={text}
						autoComplete="off"
						onChange={(event) => setText(event.currentTarget.value)}
						onBlur={() => text === "" && setTyping(false)}
						onKeyDown={(event) => {
							if (event.key !== "Escape") return;
							event.stopPropagation();
							setTyping(false);
						}}
					/>
					<Button type="submit">{t("scan-go")}</Button>
				</form>
			) : (
				<Button variant="subtle" leftSection={<IconKeyboard size={18} stroke={1.7} />} onClick={() => setTyping(true)}>
					{t("scan-manual")}
				</Button>
			)}
		</section>
	);
}
