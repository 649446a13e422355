import { IconAlertTriangle } from "@tabler/icons-react";
import { useLanguage } from "../../i18n/language.ts";
import { reasonSentences } from "../../i18n/sentence.ts";
import { useWorkstation } from "../workstation.ts";
import classes from "./frame.module.css";

/** What everybody at this workstation must know: disk nearly full, clock set back. Stays until it is put right. */
export function Notices() {
	const language = useLanguage();
	const { data } = useWorkstation();
	const sentences = (data?.notices ?? []).flatMap((reason) => {
		const sentence = reasonSentences[language][reason];
		return sentence ? [{ reason, sentence }] : [];
	});
	if (sentences.length === 0) return null;
	return (
		<ul className={classes.notices}>
			{sentences.map(({ reason, sentence }) => (
				<li key={reason} role="alert">
					<IconAlertTriangle size={18} stroke={1.8} aria-hidden />
					<strong>{sentence.what}</strong>
					<span>{sentence.next}</span>
				</li>
			))}
		</ul>
	);
}
