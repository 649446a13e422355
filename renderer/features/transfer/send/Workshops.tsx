import { TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useDeferredValue, useState } from "react";
import type { WorkshopView } from "../../../../preload/contract/job-views.ts";
import { useQueryCall } from "../../../app/use-calls.ts";
import classes from "../transfer.module.css";
import { useTransferWords } from "../words.ts";

type Props = {
	known: readonly WorkshopView[];
	to: WorkshopView | undefined;
	onChoose: (workshop: WorkshopView) => void;
};

/** Beyond these people type. */
const shown = 6;

/** Which workshop it goes to: those known here at once, any other by name or code. */
export function Workshops({ known, to, onChoose }: Props) {
	const { t } = useTransferWords();
	const [text, setText] = useState("");
	const wanted = useDeferredValue(text.trim());
	const found = useQueryCall("transfer.workshops", { text: wanted }, { enabled: wanted !== "", keepPrevious: true });
	const offered = wanted === "" ? known : (found.data?.workshops ?? []);
	const listed = to && !offered.some(({ id }) => id === to.id) ? [to, ...offered] : offered;
	return (
		<section className={classes.box}>
			<h2>{t("send-to")}</h2>
			<TextInput
				aria-label={t("find-workshop")}
				placeholder={t("find-workshop")}
				leftSection={<IconSearch size={18} stroke={1.7} />}
				maxLength={40}
				value={text}
				onChange={(event) => setText(event.currentTarget.value)}
			/>
			<div className={classes.workshops} role="radiogroup" aria-label={t("send-to")}>
				{listed.slice(0, shown).map((workshop) => (
					// biome-ignore lint/a11y/useSemanticElements: a card to tap, drawn as the other choices of a counter
					<button
						key={workshop.id}
						type="button"
						role="radio"
						aria-checked={workshop.id === to?.id}
						className={classes.workshop}
						onClick={() => onChoose(workshop)}
					>
						<strong>{workshop.name}</strong>
						<small>{workshop.code}</small>
					</button>
				))}
			</div>
			{wanted !== "" && found.data && offered.length === 0 && <p className={classes.quiet}>{t("no-workshop")}</p>}
			{wanted !== "" && found.data && !found.data.asked && <p className={classes.quiet}>{t("known-only")}</p>}
		</section>
	);
}
