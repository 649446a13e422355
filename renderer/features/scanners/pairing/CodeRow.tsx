import { Button } from "@mantine/core";
import type { PairingCodeId } from "../../../../domain/code/pairing-codes.ts";
import { Meaning, type MeaningName } from "../../../components/text/Meaning.tsx";
import { useTexts } from "../../../i18n/language.ts";
import { pairingTexts } from "../../../i18n/texts/pairing.ts";
import type { Match } from "../../../scan/pairing/match.ts";
import classes from "./pairing.module.css";

type Props = {
	no: number;
	id: PairingCodeId;
	match: Match | undefined;
	skipped: boolean;
	onReach: (within: boolean) => void;
};

/** One code of the sheet: whether it came, and whether it came whole. */
export function CodeRow({ no, id, match, skipped, onReach }: Props) {
	const t = useTexts(pairingTexts);
	const lost = match?.gs?.how === "lost" || match?.chinese?.how === "lost";
	const state = match ? (match.whole && !lost ? "whole" : "damaged") : skipped ? "skipped" : "waiting";
	const meaning: Record<typeof state, MeaningName> = {
		whole: "done",
		damaged: "overdue",
		skipped: "neutral",
		waiting: "waiting",
	};
	return (
		<li className={classes.code} data-state={state}>
			<span className={classes.no}>{no}</span>
			<strong>{t(id)}</strong>
			<Meaning meaning={meaning[state]}>{t(state)}</Meaning>
			{/* Every scanner reads the plain one; without it there is nothing to judge. */}
			{id !== "plain" && !match && (
				<Button variant="subtle" size="xs" onClick={() => onReach(skipped)}>
					{t(skipped ? "can-read" : "cannot-read")}
				</Button>
			)}
		</li>
	);
}
