import { Button } from "@mantine/core";
import type { NotificationData } from "@mantine/notifications";
import { IconStack2 } from "@tabler/icons-react";
import { textOf } from "../../i18n/language.ts";
import { shelfTexts } from "../../i18n/texts/shelf.ts";
import classes from "./shelf.module.css";

/** Says on every screen that labels go onto a shelf now, how many did, and how to stop. */
export function armedToast(id: string, shelf: string, count: number, stop: () => void): NotificationData {
	const t = textOf(shelfTexts);
	return {
		id,
		autoClose: false,
		withBorder: true,
		withCloseButton: false,
		icon: <IconStack2 size={22} stroke={1.7} />,
		title: t("armed", { shelf }),
		message: (
			<span className={classes.toast}>
				<span>{t("armed-next", { count })}</span>
				<Button size="compact-sm" variant="light" onClick={stop}>
					{t("armed-done")}
				</Button>
			</span>
		),
	};
}
