import { Link } from "react-router";
import type { QcJob } from "../../../preload/contract/qc.ts";
import { addresses } from "../../app/addresses.ts";
import { DueChip } from "../../components/text/DueChip.tsx";
import { Meaning } from "../../components/text/Meaning.tsx";
import { OrderNumber } from "../../components/text/OrderNumber.tsx";
import { useTexts } from "../../i18n/language.ts";
import { benchTexts } from "../../i18n/texts/bench.ts";
import { qcTexts } from "../../i18n/texts/qc.ts";
import benchClasses from "../bench/bench.module.css";
import { CureRing } from "../bench/CureRing.tsx";
import { useItemText, useListing, useName } from "../bench/words.ts";
import classes from "./qc.module.css";

/** Which job, who repaired it, what stands in the way of passing it. */
export function QcHead({ qc }: { qc: QcJob }) {
	const t = useTexts(qcTexts);
	const bench = useTexts(benchTexts);
	const name = useName();
	const itemText = useItemText();
	const listing = useListing();
	const { card, curing } = qc.job;
	const pieces = qc.missingAfter.map((id) => name(card.pieces.find((p) => p.id === id)?.name) || t("whole-item"));
	const last = curing.at(-1);
	return (
		<header className={benchClasses.head}>
			<div className={benchClasses.headWhat}>
				<Link to={addresses.job(card.jobId)} title={t("open-job")}>
					<OrderNumber value={card.orderNumber} job={card.ordinal} size="lg" />
				</Link>
				<span>{itemText(card.item)}</span>
			</div>
			<div className={benchClasses.headState}>
				{qc.round > 0 && <Meaning meaning="due-soon">{t("round", { round: qc.round })}</Meaning>}
				<DueChip clock={card.due} promisedAt={card.promisedAt} />
				<span className={benchClasses.headPlace}>
					{t("repaired-by", { names: listing(qc.repairers.map((each) => each.name)) || "—" })}
				</span>
				<span className={benchClasses.headPlace}>
					{card.shelf ? `${bench("shelf")} ${card.shelf}` : bench("no-shelf")}
				</span>
				{last && <CureRing {...last} size={2} words />}
				{pieces.length > 0 && (
					<Meaning meaning="waiting">{t("photos-missing-for", { pieces: listing(pieces) })}</Meaning>
				)}
			</div>
			{qc.may !== "yes" && (
				<p className={classes.own} data-refused={qc.may === "own-work-refused" || undefined}>
					{t(qc.may === "own-work" ? "own-work-flag" : "own-work-refused")}
				</p>
			)}
		</header>
	);
}
