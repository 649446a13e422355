import { ActionIcon, Tooltip } from "@mantine/core";
import { IconEye, IconEyeOff } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { useCommand } from "../../app/use-calls.ts";
import { say } from "../../components/act/undo.tsx";
import { useLanguage, useTexts } from "../../i18n/language.ts";
import { sentenceFor } from "../../i18n/sentence.ts";
import { orderTexts } from "../../i18n/texts/order.ts";
import classes from "./order.module.css";

/** A full number stands on a screen customers can see no longer than it takes to dial it, ms. */
const shownMs = 45_000;

export type RevealedProps = {
	subjectId: string;
	field: "phone" | "name";
	/** As masked; nothing to reveal when empty. */
	masked: string;
	/** Coded reason of the list `show-customer`. */
	reason: string;
};

/** A masked name or phone with an eye beside it: shown for a while, on record. */
export function Revealed({ subjectId, field, masked, reason }: RevealedProps) {
	const t = useTexts(orderTexts);
	const language = useLanguage();
	const reveal = useCommand("customer.reveal");
	const [value, setValue] = useState<string>();
	useEffect(() => {
		if (value === undefined) return;
		const timer = setTimeout(() => setValue(undefined), shownMs);
		return () => clearTimeout(timer);
	}, [value]);
	if (masked === "") return null;
	const show = () => {
		reveal.mutate(
			{ subjectId, field, reason },
			{
				onSuccess: (answer) => setValue(answer.value),
				onError: ({ error }) => say(sentenceFor(error, language).what),
			},
		);
	};
	const label = value === undefined ? t("reveal", { what: t(field) }) : t("hide");
	return (
		<span className={classes.revealed}>
			<span data-shown={value !== undefined || undefined}>{value ?? masked}</span>
			<Tooltip label={label}>
				<ActionIcon
					variant="subtle"
					color="gray"
					aria-label={label}
					loading={reveal.isPending}
					onClick={() => (value === undefined ? show() : setValue(undefined))}
				>
					{value === undefined ? <IconEye size={18} stroke={1.7} /> : <IconEyeOff size={18} stroke={1.7} />}
				</ActionIcon>
			</Tooltip>
		</span>
	);
}
