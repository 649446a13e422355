import { Button, TextInput } from "@mantine/core";
import { IconGitFork } from "@tabler/icons-react";
import { useState } from "react";
import type { JobPage } from "../../../preload/contract/job.ts";
import { call } from "../../app/client.ts";
import { Failed } from "../../app/states/Failed.tsx";
import { useMay } from "../../app/workstation.ts";
import { Meaning } from "../../components/text/Meaning.tsx";
import { useFormat } from "../../i18n/format.ts";
import { useTexts } from "../../i18n/language.ts";
import { jobTexts } from "../../i18n/texts/job.ts";
import classes from "./job.module.css";
import { useDecisionName } from "./record-sentence.ts";
import type { JobActs } from "./use-job-acts.ts";

/** Two decisions made apart, side by side with who and when, until a person chose one. */
export function ConflictBanner({ page, acts }: { page: JobPage; acts: JobActs }) {
	const t = useTexts(jobTexts);
	const format = useFormat();
	const nameOf = useDecisionName();
	const mayChoose = useMay("inspector");
	const [reason, setReason] = useState("");
	const leadsTo = ({ type, stage, workshop }: JobPage["conflicts"][number]["decisions"][number]) => {
		if (workshop === null) return t("conflict-to", { stage: t(`stage-${stage}`) });
		return type === "job.dispatched" ? t("conflict-away") : t("conflict-at", { workshop });
	};
	const custody = page.conflicts.every(({ field }) => field === "custody");
	return (
		<section className={classes.conflict} role="alert">
			<div className={classes.conflictTitle}>
				<IconGitFork size={22} stroke={1.8} aria-hidden />
				<strong>{t(custody ? "conflict-custody" : "conflict-title")}</strong>
				<span>{t(custody ? "conflict-custody-safe" : "conflict-safe")}</span>
			</div>
			<div className={classes.decisions}>
				{page.conflicts.flatMap(({ decisions }) =>
					decisions.map((decision) => (
						<article key={decision.id}>
							<strong>{nameOf(decision)}</strong>
							<span>
								{[decision.workshop, decision.by.name, format.dateTime(decision.at)].filter(Boolean).join(" · ")}
							</span>
							{decision.stands && (
								<Meaning meaning="running" size="sm">
									{t("conflict-stands")}
								</Meaning>
							)}
							<Button
								size="xs"
								variant={decision.stands ? "filled" : "default"}
								disabled={!mayChoose || reason.trim() === "" || acts.busy}
								title={leadsTo(decision)}
								onClick={() =>
									void acts.run((at) =>
										call("job.resolveConflict", { ...at, kept: decision.id, reason: reason.trim() }),
									)
								}
							>
								{t("conflict-choose")}
							</Button>
							<small>{leadsTo(decision)}</small>
						</article>
					)),
				)}
				{mayChoose && (
					<TextInput
						label={t("conflict-reason")}
						required
						maxLength={60}
						value={reason}
						onChange={(event) => setReason(event.currentTarget.value)}
					/>
				)}
			</div>
			{acts.failure !== undefined && <Failed inline error={acts.failure} />}
		</section>
	);
}
