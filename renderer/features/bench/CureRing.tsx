import { useNow } from "../../components/text/use-now.ts";
import { durationText } from "../../i18n/format.ts";
import { useLanguage, useTexts } from "../../i18n/language.ts";
import { benchTexts } from "../../i18n/texts/bench.ts";
import classes from "./bench.module.css";

export type CureRingProps = {
	fromAt: string;
	untilAt: string;
	/** In rem. */
	size?: number;
	/** Words beside it instead of only for readers. */
	words?: boolean;
};

/** How far a cure has got, as a ring that closes; the time left stands in words. */
export function CureRing({ fromAt, untilAt, size = 2.5, words = false }: CureRingProps) {
	const t = useTexts(benchTexts);
	const language = useLanguage();
	const now = useNow(15_000);
	const until = Date.parse(untilAt);
	const left = until - now;
	const share = Math.min(1, Math.max(0, 1 - left / Math.max(1, until - Date.parse(fromAt))));
	const text = left > 0 ? t("cure-left", { time: durationText(left, language) }) : t("cure-ready");
	const round = 2 * Math.PI * 16;
	return (
		<span className={classes.cure} data-ready={left <= 0 || undefined} title={text}>
			<svg viewBox="0 0 40 40" style={{ width: `${size}rem`, height: `${size}rem` }} role="img" aria-label={text}>
				<circle cx="20" cy="20" r="16" className={classes.cureGround} />
				<circle
					cx="20"
					cy="20"
					r="16"
					className={classes.cureDone}
					strokeDasharray={`${share * round} ${round}`}
					transform="rotate(-90 20 20)"
				/>
				<text x="20" y="24" className={classes.cureText}>
					{left > 0 ? `${Math.floor(share * 100)}%` : "✓"}
				</text>
			</svg>
			{words && <span>{text}</span>}
		</span>
	);
}
