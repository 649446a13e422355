/** The frame around the work: rail, scan echo and person above, keys below. Screens render inside it. */
import { Outlet, useLocation, useNavigate } from "react-router";
import { useTexts, useWords } from "../../i18n/language.ts";
import { frameTexts } from "../../i18n/texts/frame.ts";
import { mayOpen } from "../feature.ts";
import { features } from "../features.ts";
import { useKeys } from "../keys/keys.ts";
import { usePerson, useWorkstation } from "../workstation.ts";
import classes from "./frame.module.css";
import { KeyBar } from "./KeyBar.tsx";
import { KeyHelp } from "./KeyHelp.tsx";
import { Notices } from "./Notices.tsx";
import { Rail } from "./Rail.tsx";
import { TopBar } from "./TopBar.tsx";
import { useBack } from "./use-back.ts";
import { useSession } from "./use-session.ts";

export function Frame() {
	const t = useTexts(frameTexts);
	const words = useWords();
	const navigate = useNavigate();
	const person = usePerson();
	const { pathname } = useLocation();
	const back = useBack();
	useSession();
	const demo = useWorkstation().data?.demo ?? false;
	const mine = features.filter((feature) => mayOpen(feature, person?.roles) && (demo || !feature.demo));
	useKeys(
		[
			...mine.flatMap((feature) =>
				(feature.keys ?? []).map(({ key, label, to, bar }) => ({
					key,
					label: words(label),
					bar: bar ?? false,
					run: () => void navigate(to),
				})),
			),
			{ key: "Escape", label: t("back"), run: back },
		],
		"frame",
	);
	return (
		<div className={classes.frame}>
			<button type="button" className={classes.skip} onClick={() => document.getElementById("work")?.focus()}>
				{t("jump-to-work")}
			</button>
			<Rail features={mine} pathname={pathname} />
			<div className={classes.body}>
				<TopBar />
				<Notices />
				<main id="work" className={classes.work} tabIndex={-1}>
					<Outlet />
				</main>
				<KeyBar />
			</div>
			<KeyHelp />
		</div>
	);
}
