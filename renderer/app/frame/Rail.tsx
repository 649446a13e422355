import { NavLink } from "react-router";
import { useTexts, useWords } from "../../i18n/language.ts";
import { frameTexts } from "../../i18n/texts/frame.ts";
import type { Feature } from "../feature.ts";
import { railFeatures } from "../features.ts";
import classes from "./frame.module.css";

/** The places of work this person uses, left. */
export function Rail({ features, pathname }: { features: readonly Feature[]; pathname: string }) {
	const t = useTexts(frameTexts);
	const words = useWords();
	return (
		<nav className={classes.rail} aria-label={t("rail")}>
			<span className={classes.mark} aria-hidden>
				沿
			</span>
			{railFeatures
				.filter((feature) => features.includes(feature))
				.map(({ id, path, rail }) => {
					if (!rail) return null;
					const here = pathname === path || pathname.startsWith(`${path}/`);
					const Icon = rail.icon;
					return (
						<NavLink key={id} to={path} className={classes.place ?? ""} data-here={here || undefined}>
							<Icon size={22} stroke={1.7} />
							<span>{words(rail.label)}</span>
						</NavLink>
					);
				})}
		</nav>
	);
}
