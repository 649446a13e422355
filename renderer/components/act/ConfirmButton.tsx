import { Button, type ButtonProps } from "@mantine/core";
import { type ReactNode, useEffect, useState } from "react";
import { useTexts } from "../../i18n/language.ts";
import { componentTexts } from "../../i18n/texts/components.ts";

export type ConfirmButtonProps = ButtonProps & {
	children: ReactNode;
	/** Called at the second press. */
	onConfirm: () => void;
	/** What the second press says; default 再点一次确认. */
	question?: string;
};

/** How long the question stands before the button is harmless again, ms. */
const standsMs = 4000;

/** For acts that cannot be undone: the first press asks in the same place, the second one does it. */
export function ConfirmButton({ children, onConfirm, question, ...rest }: ConfirmButtonProps) {
	const t = useTexts(componentTexts);
	const [asking, setAsking] = useState(false);
	useEffect(() => {
		if (!asking) return;
		const timer = setTimeout(() => setAsking(false), standsMs);
		return () => clearTimeout(timer);
	}, [asking]);
	return (
		<Button
			variant="default"
			{...rest}
			{...(asking ? { color: "red", variant: "filled" } : {})}
			onBlur={() => setAsking(false)}
			onClick={() => {
				setAsking(!asking);
				if (asking) onConfirm();
			}}
		>
			{asking ? (question ?? t("confirm")) : children}
		</Button>
	);
}
