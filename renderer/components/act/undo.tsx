/** The undo pattern: do it at once, say what was done, and offer to take it back for a while. */
import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { Failed } from "../../app/states/Failed.tsx";
import { textOf } from "../../i18n/language.ts";
import { componentTexts } from "../../i18n/texts/components.ts";
import classes from "./act.module.css";

/** How long a done thing can be taken back from its toast, ms. */
const offerMs = 8000;

export type UndoOffer = {
	/** What was done, in the past: 已挂上 B-12 货架. */
	message: string;
	/** Takes it back: a correcting command. A rejection is shown. */
	undo: () => Promise<unknown>;
};

/** Says what was done and offers 撤销. Never for something that must be acted on. */
export function offerUndo({ message, undo }: UndoOffer): void {
	const t = textOf(componentTexts);
	const id = notifications.show({
		autoClose: offerMs,
		withBorder: true,
		message: (
			<span className={classes.toast}>
				<span>{message}</span>
				<Button
					size="compact-sm"
					variant="light"
					onClick={() => {
						notifications.hide(id);
						undo().then(
							() => say(t("undo-done")),
							(error: unknown) =>
								notifications.show({ autoClose: false, withBorder: true, message: <Failed inline error={error} /> }),
						);
					}}
				>
					{t("undo")}
				</Button>
			</span>
		),
	});
}

/** A passing remark that needs no answer: 已保存. */
export function say(message: string): void {
	notifications.show({ autoClose: 3000, withBorder: true, message });
}
