import { IconPackageOff } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { useLocation, useParams } from "react-router";
import type { HandoverView } from "../../../preload/contract/handover.ts";
import { useKeys } from "../../app/keys/keys.ts";
import { Empty } from "../../app/states/Empty.tsx";
import { Failed } from "../../app/states/Failed.tsx";
import { Loading } from "../../app/states/Loading.tsx";
import { useQueryCall } from "../../app/use-calls.ts";
import { ApprovalDialog } from "../../components/act/ApprovalDialog.tsx";
import { OrderNumber } from "../../components/text/OrderNumber.tsx";
import { listText } from "../../i18n/define.ts";
import { useLanguage, useTexts } from "../../i18n/language.ts";
import { handoverTexts } from "../../i18n/texts/handover.ts";
import { Revealed } from "../order/Revealed.tsx";
import { useOrderWords } from "../order/words.ts";
import { Finish } from "./boxes/Finish.tsx";
import { Pay } from "./boxes/Pay.tsx";
import { Sign } from "./boxes/Sign.tsx";
import { Who } from "./boxes/Who.tsx";
import { Done } from "./Done.tsx";
import classes from "./handover.module.css";
import { JobPieces } from "./JobPieces.tsx";
import {
	type Change,
	changed,
	keepProgress,
	leavingJobs,
	needs,
	openPieces,
	type Progress,
	startProgress,
} from "./state.ts";
import { type Completed, useComplete } from "./use-complete.ts";
import { usePieceScans } from "./use-piece-scans.ts";

/** Reads the order of the address; a fresh hand-over for each. */
export function HandoverScreen() {
	const t = useTexts(handoverTexts);
	const { orderId = "" } = useParams();
	const { state } = useLocation() as { state: { slip?: boolean } | null };
	const [done, setDone] = useState<{ view: HandoverView; answer: Completed }>();
	const { data, error, refetch } = useQueryCall(
		"handover.open",
		{ orderId },
		{ watch: ["order", "job", "item", "subject"] },
	);
	if (done?.view.orderId === orderId) return <Done view={done.view} done={done.answer} />;
	if (error) return <Failed error={error} onRetry={() => void refetch()} />;
	if (!data) return <Loading shape="page" count={4} />;
	if (data.voided || !data.jobs.some((job) => job.ready)) {
		return (
			<Empty
				icon={IconPackageOff}
				title={t(data.voided ? "voided" : "nothing-ready")}
				teach={data.voided ? "" : t("nothing-ready-next")}
			/>
		);
	}
	return (
		<Handover
			key={orderId}
			view={data}
			slipScanned={state?.slip ?? false}
			onDone={(answer) => setDone({ view: data, answer })}
		/>
	);
}

type Props = { view: HandoverView; slipScanned: boolean; onDone: (done: Completed) => void };

function Handover({ view, slipScanned, onDone }: Props) {
	const t = useTexts(handoverTexts);
	const language = useLanguage();
	const words = useOrderWords();
	const [progress, setProgress] = useState<Progress>(() => startProgress(view, slipScanned));
	const change = (wanted: Change) => setProgress((now) => changed(now, wanted));
	useEffect(() => keepProgress(view.orderId, progress), [view.orderId, progress]);
	const act = useComplete(view, progress, onDone);
	const missing = needs(view, progress);
	const leaving = leavingJobs(view, progress);
	const all = leaving.flatMap((job) => job.pieces).filter((piece) => !piece.gone).length;
	usePieceScans({ view, progress, change, words, active: !act.busy });
	const complete = () => {
		if (missing.length === 0 && !act.busy) void act.complete();
	};
	useKeys([{ key: "F8", label: t("complete"), run: complete, bar: true, disabled: missing.length > 0 }]);
	const { customer } = view;
	return (
		<div className={classes.page}>
			<header className={classes.header}>
				<h1>{t("title")}</h1>
				<OrderNumber value={view.number} size="lg" />
				<span className={classes.customer}>
					<Revealed subjectId={customer.subjectId} field="name" masked={customer.name} reason="verify-identity" />
					<span>{customer.phone}</span>
				</span>
				<strong className={classes.progress} role="status">
					{t("progress", { done: all - openPieces(leaving, progress), all })}
				</strong>
			</header>
			<div className={classes.columns}>
				<section className={classes.items} aria-label={t("items")}>
					{view.jobs.map((job) => (
						<JobPieces key={job.jobId} job={job} progress={progress} onChange={change} words={words} />
					))}
				</section>
				<aside className={classes.side}>
					<div className={classes.boxes}>
						<Pay view={view} progress={progress} onChange={change} words={words} />
						<Who view={view} progress={progress} onChange={change} words={words} />
						<Sign progress={progress} onChange={change} words={words} />
					</div>
					<Finish
						view={view}
						progress={progress}
						missing={missing}
						busy={act.busy}
						error={act.error}
						onComplete={complete}
					/>
				</aside>
			</div>
			<ApprovalDialog
				opened={act.managerFor !== undefined}
				onClose={act.closeApproval}
				what={t("approve", {
					what: listText(
						(act.managerFor ?? []).map((need) => t(`needs-${need}` as "needs-identity")),
						language,
					),
				})}
				people={view.managers}
				onApprove={act.approve}
			/>
		</div>
	);
}
