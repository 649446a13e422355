import { IconBarcode, IconCheck } from "@tabler/icons-react";
import type { ParcelJob } from "../../../../preload/contract/transfer.ts";
import { OrderNumber } from "../../../components/text/OrderNumber.tsx";
import { useFormat } from "../../../i18n/format.ts";
import { useOrderWords } from "../../order/words.ts";
import classes from "../transfer.module.css";
import { useTransferWords } from "../words.ts";

type Props = {
	jobs: readonly ParcelJob[];
	nowAt: string;
	found: ReadonlySet<string>;
	onTick: (pieceId: string, here: boolean) => void;
};

/** What should be inside, a large mark for each piece: its label's scan sets it, a press does too. */
export function Pieces({ jobs, nowAt, found, onTick }: Props) {
	const { t } = useTransferWords();
	const words = useOrderWords();
	const format = useFormat();
	return (
		<section className={classes.box}>
			<h2>{t("step-pieces")}</h2>
			<p className={classes.quiet}>{t("pieces-hint")}</p>
			{jobs.map((job) => (
				<article key={job.jobId} className={classes.unpacked}>
					<header>
						<strong>{words.item(job.item)}</strong>
						<OrderNumber value={job.number} job={job.ordinal} size="sm" />
						<span className={classes.quiet}>{t("promised", { when: format.when(job.promisedAt, nowAt) })}</span>
					</header>
					<ul className={classes.tiles}>
						{job.pieces
							.filter(({ gone }) => !gone)
							.map((piece) => {
								const here = found.has(piece.id);
								return (
									<li key={piece.id}>
										<button
											type="button"
											className={classes.tile}
											aria-pressed={here}
											onClick={() => onTick(piece.id, !here)}
										>
											{here ? (
												<IconCheck size={30} stroke={2.6} aria-hidden />
											) : (
												<IconBarcode size={28} stroke={1.5} aria-hidden />
											)}
											<strong>{words.name(piece.name)}</strong>
											<small>
												{String(piece.no).padStart(2, "0")} · {t(here ? "piece-in" : "piece-open")}
											</small>
										</button>
									</li>
								);
							})}
					</ul>
				</article>
			))}
		</section>
	);
}
