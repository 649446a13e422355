import type { ReactNode } from "react";
import { useStandard } from "../../app/use-standard.ts";
import { listText } from "../../i18n/define.ts";
import { useFormat } from "../../i18n/format.ts";
import { useLanguage, useTexts } from "../../i18n/language.ts";
import { passportTexts } from "../../i18n/texts/passport.ts";
import { Meaning } from "../text/Meaning.tsx";
import { useItemName } from "../text/use-item-name.ts";
import { nowMs } from "../text/use-now.ts";
import classes from "./passport.module.css";
import { type Passport, useAge } from "./words.ts";

type Props = { passport: Passport & { item: NonNullable<Passport["item"]> }; children: ReactNode };

/** What the archive found: which item, its warranty, what others did to it; `children` are the acts. */
export function FoundItem({ passport, children }: Props) {
	const t = useTexts(passportTexts);
	const format = useFormat();
	const language = useLanguage();
	const nameOf = useItemName();
	const standard = useStandard();
	const age = useAge();
	const { item } = passport;
	const { last } = item;
	const workshop = last?.workshop || t("other-workshop");
	const what = (last?.faults ?? []).map((code) => standard?.name(standard.faults.get(code)?.name) ?? code);
	return (
		<section className={classes.strip} aria-label={t("title")} aria-live="polite">
			<p>
				<Meaning meaning={passport.state === "stored" ? "waiting" : "done"}>
					{passport.state === "stored" ? age(passport.answeredAt, nowMs()) : t("found")}
				</Meaning>
				<span className={classes.name}>
					{nameOf(item)} {item.style}
				</span>
				{item.untilOn === null ? (
					<span>{t("coverage-unknown")}</span>
				) : (
					<Meaning meaning={item.covered ? "done" : "neutral"} look="plain">
						{item.covered ? t("covered", { date: format.date(item.untilOn) }) : t("not-covered")}
					</Meaning>
				)}
			</p>
			<p>
				<span>{item.repairs === 0 ? t("repairs-none") : t("repairs", { count: item.repairs })}</span>
				{last && <span>{t("last", { workshop, date: format.dateTime(last.at), what: listText(what, language) })}</span>}
				{last && !last.handed && <Meaning meaning="due-soon">{t("still-there", { workshop })}</Meaning>}
				{item.warranted && <Meaning meaning="done">{t("warranted")}</Meaning>}
				<span className={classes.acts}>{children}</span>
			</p>
		</section>
	);
}
