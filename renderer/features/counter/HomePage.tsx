/** The idle counter: one wide place to scan, and what needs somebody today. Names no customer, who may be looking. */
import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useNavigate } from "react-router";
import { addresses } from "../../app/addresses.ts";
import { Failed } from "../../app/states/Failed.tsx";
import { Loading } from "../../app/states/Loading.tsx";
import { useQueryCall } from "../../app/use-calls.ts";
import { ScanTarget } from "../../components/input/ScanTarget.tsx";
import { useTexts } from "../../i18n/language.ts";
import { counterTexts } from "../../i18n/texts/counter.ts";
import classes from "./counter.module.css";
import { DraftStrip } from "./DraftStrip.tsx";
import { HomeColumn } from "./HomeColumn.tsx";

export function HomePage() {
	const t = useTexts(counterTexts);
	const navigate = useNavigate();
	const { data, error, refetch } = useQueryCall("counter.home", {}, { watch: ["job", "order"], everyMs: 60_000 });
	return (
		<div className={classes.home}>
			<div className={classes.scan}>
				<ScanTarget title={t("scan-title")} hint={t("scan-hint")} />
				<Button
					size="lg"
					variant="default"
					leftSection={<IconPlus size={20} />}
					rightSection={<kbd className={classes.key}>F2</kbd>}
					onClick={() => void navigate(addresses.intake())}
				>
					{t("start-without")}
				</Button>
			</div>
			{error && <Failed inline error={error} onRetry={() => void refetch()} />}
			{data ? (
				<>
					{data.drafts.length > 0 && <DraftStrip drafts={data.drafts} nowAt={data.nowAt} />}
					<div className={classes.columns}>
						<HomeColumn name="at-risk" rows={data.atRisk} count={data.counts.atRisk} nowAt={data.nowAt} />
						<HomeColumn name="waiting" rows={data.waiting} count={data.counts.waiting} nowAt={data.nowAt} />
						<HomeColumn name="ready" rows={data.ready} count={data.counts.ready} nowAt={data.nowAt} />
					</div>
				</>
			) : (
				!error && <Loading shape="cards" count={6} />
			)}
		</div>
	);
}
