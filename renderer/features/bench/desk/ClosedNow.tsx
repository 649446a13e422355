import { Button } from "@mantine/core";
import { IconClipboardCheck } from "@tabler/icons-react";
import { Link } from "react-router";
import type { BenchJob } from "../../../../preload/contract/bench.ts";
import { addresses } from "../../../app/addresses.ts";
import { Empty } from "../../../app/states/Empty.tsx";
import { useLanguage, useTexts } from "../../../i18n/language.ts";
import { sentenceFor } from "../../../i18n/sentence.ts";
import { benchTexts } from "../../../i18n/texts/bench.ts";

/** Why no work may be done on this job now, and where to go instead. */
export function ClosedNow({ job }: { job: BenchJob }) {
	const t = useTexts(benchTexts);
	const reason = (job.closed ?? "bench.not-in-repair") as `${string}.${string}`;
	const { what, next } = sentenceFor({ code: "rule-broken", reason }, useLanguage());
	return (
		<Empty
			icon={IconClipboardCheck}
			title={what}
			teach={next}
			action={
				<>
					<Button size="lg" component={Link} to="/bench">
						{t("to-queue")}
					</Button>
					<Button size="lg" variant="default" component={Link} to={addresses.job(job.card.jobId)}>
						{t("open-job")}
					</Button>
				</>
			}
		/>
	);
}
