import { Checkbox } from "@mantine/core";
import type { Reason } from "../../../../domain/errors.ts";
import { StoredPicture } from "../../../components/photo/StoredPicture.tsx";
import { OrderNumber } from "../../../components/text/OrderNumber.tsx";
import { listText } from "../../../i18n/define.ts";
import { useLanguage } from "../../../i18n/language.ts";
import { sentenceFor } from "../../../i18n/sentence.ts";
import { useOrderWords } from "../../order/words.ts";
import classes from "../transfer.module.css";
import { useTransferWords } from "../words.ts";
import type { Choices } from "./SendPage.tsx";

type Props = { choices: Choices; chosen: readonly string[]; onChange: (jobs: string[]) => void };

/** The order's items: which of them go; one that can't says why. */
export function Items({ choices, chosen, onChange }: Props) {
	const { t } = useTransferWords();
	const words = useOrderWords();
	const language = useLanguage();
	return (
		<section className={classes.box}>
			<h2>{t("send-what")}</h2>
			<ul className={classes.items}>
				{choices.jobs.map((job) => {
					const why =
						job.hindrance &&
						sentenceFor(
							{ code: "rule-broken", reason: job.hindrance as Reason, details: { workshop: job.workshop } },
							language,
						).what;
					return (
						<li key={job.jobId}>
							<Checkbox
								size="md"
								styles={{ body: { alignItems: "center" } }}
								disabled={why !== null}
								checked={why === null && chosen.includes(job.jobId)}
								onChange={(event) =>
									onChange(
										event.currentTarget.checked ? [...chosen, job.jobId] : chosen.filter((id) => id !== job.jobId),
									)
								}
								label={
									<span className={classes.itemLabel}>
										{job.photo && <StoredPicture className={classes.thumb} handle={job.photo} alt="" />}
										<span>
											<strong>{words.item(job.item)}</strong>
											<small>
												<OrderNumber value={job.number} job={job.ordinal} size="sm" short />{" "}
												{listText(
													job.pieces.map((piece) => words.name(piece.name)),
													language,
												)}{" "}
												· {words.own("stage", job.stage)}
											</small>
											{why && <small className={classes.why}>{why}</small>}
										</span>
									</span>
								}
							/>
						</li>
					);
				})}
			</ul>
		</section>
	);
}
