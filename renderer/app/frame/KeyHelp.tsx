import { Modal } from "@mantine/core";
import { useState } from "react";
import { useTexts } from "../../i18n/language.ts";
import { frameTexts } from "../../i18n/texts/frame.ts";
import { useActiveKeys, useKeys } from "../keys/keys.ts";
import classes from "./keys.module.css";

/** `?` shows every shortcut that works right now. */
export function KeyHelp() {
	const t = useTexts(frameTexts);
	const [open, setOpen] = useState(false);
	useKeys([{ key: "?", label: t("help"), run: () => setOpen(true), bar: true }], "frame");
	return (
		<Modal opened={open} onClose={() => setOpen(false)} title={t("help-title")} size="lg">
			<Help />
		</Modal>
	);
}

function Help() {
	const t = useTexts(frameTexts);
	const active = useActiveKeys().filter(({ binding, layer }) => !binding.disabled && layer !== "modal");
	const groups = [
		{ title: t("help-screen"), keys: active.filter(({ layer }) => layer !== "frame") },
		{ title: t("help-frame"), keys: active.filter(({ layer }) => layer === "frame") },
	];
	return (
		<div className={classes.help}>
			{groups
				.filter(({ keys }) => keys.length > 0)
				.map(({ title, keys }) => (
					<section key={title}>
						<h3>{title}</h3>
						<dl>
							{keys.map(({ binding, id }) => (
								<div key={id}>
									<dt>
										<kbd>{binding.key === "Escape" ? "Esc" : binding.key}</kbd>
									</dt>
									<dd>{binding.label}</dd>
								</div>
							))}
						</dl>
					</section>
				))}
			<p>{t("help-scan")}</p>
		</div>
	);
}
