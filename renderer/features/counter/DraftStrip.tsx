import { useNavigate } from "react-router";
import { addresses } from "../../app/addresses.ts";
import type { CallOutput } from "../../app/client.ts";
import { useItemName } from "../../components/text/use-item-name.ts";
import { useFormat } from "../../i18n/format.ts";
import { useTexts } from "../../i18n/language.ts";
import { counterTexts } from "../../i18n/texts/counter.ts";
import classes from "./counter.module.css";

type Props = { drafts: CallOutput<"counter.home">["drafts"]; nowAt: string };

/** Drop-offs somebody began and did not finish; anybody may go on with them. */
export function DraftStrip({ drafts, nowAt }: Props) {
	const t = useTexts(counterTexts);
	const format = useFormat();
	const nameOf = useItemName();
	const navigate = useNavigate();
	const whatIsIn = ({ items: [first, ...more] }: Props["drafts"][number]) => {
		const what = first ? nameOf({ ...first, colour: "", size: "" }) : "";
		if (what === "") return t("draft-items", { count: more.length + (first ? 1 : 0) });
		return more.length === 0 ? what : t("draft-more", { what, count: more.length + 1 });
	};
	return (
		<section className={classes.drafts} aria-label={t("drafts")}>
			<h2>
				{t("drafts")} <span>{drafts.length}</span>
			</h2>
			<ul>
				{drafts.map((draft) => (
					<li key={draft.orderId}>
						<button type="button" onClick={() => void navigate(addresses.draft(draft.orderId))}>
							<strong>{draft.customer || t("draft-nobody")}</strong>
							<span>{whatIsIn(draft)}</span>
							<small>{t("draft-by", { name: draft.savedBy, when: format.when(draft.savedAt, nowAt) })}</small>
						</button>
					</li>
				))}
			</ul>
		</section>
	);
}
