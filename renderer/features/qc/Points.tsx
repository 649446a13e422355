import { IconCheck, IconX } from "@tabler/icons-react";
import type { QcJob } from "../../../preload/contract/qc.ts";
import { Meaning } from "../../components/text/Meaning.tsx";
import { useTexts } from "../../i18n/language.ts";
import { qcTexts } from "../../i18n/texts/qc.ts";
import { useName } from "../bench/words.ts";
import classes from "./qc.module.css";
import type { QcActs } from "./use-qc.ts";

/** The acceptance points with the standard's own words; each is good or not, by one press. */
export function Points({ qc, desk }: { qc: QcJob; desk: QcActs }) {
	const t = useTexts(qcTexts);
	const name = useName();
	const total = qc.points.length;
	return (
		<>
			<h2 className={classes.title}>
				{t("points")}
				<small>{desk.left > 0 ? t("left", { count: desk.left }) : t("all-seen", { count: total })}</small>
			</h2>
			<ul className={classes.list}>
				{qc.points.map((point) => {
					const tick = desk.ticks[point.code];
					return (
						<li key={point.code} data-tick={tick === undefined ? undefined : tick ? "good" : "bad"}>
							<div>
								<strong>
									{name(point.name)}
									{point.before === false && <Meaning meaning="due-soon">{t("failed-last")}</Meaning>}
								</strong>
								<span>{name(point.rule)}</span>
							</div>
							<button
								type="button"
								aria-pressed={tick === true}
								aria-label={`${name(point.name)} ${t("point-ok")}`}
								onClick={() => desk.tick(point.code, true)}
							>
								<IconCheck size={26} stroke={2.2} aria-hidden />
								<small>{t("point-ok")}</small>
							</button>
							<button
								type="button"
								data-bad
								aria-pressed={tick === false}
								aria-label={`${name(point.name)} ${t("point-bad")}`}
								onClick={() => desk.tick(point.code, false)}
							>
								<IconX size={26} stroke={2.2} aria-hidden />
								<small>{t("point-bad")}</small>
							</button>
						</li>
					);
				})}
			</ul>
		</>
	);
}
