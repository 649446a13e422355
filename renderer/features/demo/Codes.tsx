import { UnstyledButton } from "@mantine/core";
import { IconScan } from "@tabler/icons-react";
import type { CallOutput } from "../../app/client.ts";
import { useTexts } from "../../i18n/language.ts";
import { demoTexts } from "../../i18n/texts/demo.ts";
import { publishScan } from "../../scan/bus.ts";
import classes from "./demo.module.css";

type Section = CallOutput<"demo.codes">["sections"][number];

/** Codes to tap instead of scanning: each does what a scanner would. Command cards need a job and are left to paper. */
export function Codes({ sections }: { sections: readonly Section[] }) {
	const t = useTexts(demoTexts);
	return (
		<section className={classes.card} aria-label={t("codes")}>
			<h2>{t("codes")}</h2>
			<p className={classes.hint}>{t("codes-hint")}</p>
			{sections
				.filter(({ id }) => id !== "commands" && id !== "parts")
				.map(({ id, title, entries }) => (
					<div key={id} className={classes.codes}>
						<h3>{title}</h3>
						<ul>
							{entries.map(({ title: name, note, code }) => (
								<li key={code}>
									<UnstyledButton
										className={classes.code}
										title={code}
										onClick={() => void publishScan({ text: code, source: "demo" })}
									>
										<IconScan size={16} stroke={1.7} aria-hidden />
										<span>{name}</span>
										{note && <small>{note}</small>}
									</UnstyledButton>
								</li>
							))}
						</ul>
					</div>
				))}
		</section>
	);
}
