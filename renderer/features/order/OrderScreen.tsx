import { useState } from "react";
import { useNavigate, useParams } from "react-router";
import type { OrderView } from "../../../preload/contract/order.ts";
import { addresses } from "../../app/addresses.ts";
import { useKeys } from "../../app/keys/keys.ts";
import { Failed } from "../../app/states/Failed.tsx";
import { Loading } from "../../app/states/Loading.tsx";
import { useQueryCall } from "../../app/use-calls.ts";
import { useMay } from "../../app/workstation.ts";
import { useTexts } from "../../i18n/language.ts";
import { orderTexts } from "../../i18n/texts/order.ts";
import { type Act, Acts } from "./acts/Acts.tsx";
import { OrderHeader } from "./OrderHeader.tsx";
import { OrderJobs } from "./OrderJobs.tsx";
import classes from "./order.module.css";
import { Money } from "./parts/Money.tsx";
import { Papers } from "./parts/Papers.tsx";
import { Timeline } from "./parts/Timeline.tsx";
import { usePapers } from "./parts/use-papers.ts";

/** Reads the order of the address; a fresh page for each. */
export function OrderScreen() {
	const { orderId = "" } = useParams();
	const watch = ["order", "job", "item", "subject", "person"];
	const { data, error, refetch } = useQueryCall("order.get", { orderId }, { watch, everyMs: 60_000 });
	if (error) return <Failed error={error} onRetry={() => void refetch()} />;
	if (!data) return <Loading shape="page" count={4} />;
	return <Order key={orderId} order={data} />;
}

function Order({ order }: { order: OrderView }) {
	const t = useTexts(orderTexts);
	const navigate = useNavigate();
	const counter = useMay("clerk");
	const [act, setAct] = useState<Act>();
	const papers = usePapers(order.orderId);
	const ready = counter && order.voided === null && order.jobs.some((job) => job.stage === "hand-over" && !job.where);
	const open = order.voided === null;
	useKeys([
		{ key: "F4", label: t("print-slip"), run: () => papers.make({ paper: "slip" }), bar: true },
		{
			key: "F8",
			label: t("hand-over"),
			run: () => void navigate(addresses.handOver(order.orderId)),
			bar: true,
			disabled: !ready,
		},
		{ key: "Alt+L", label: t("print-labels"), run: () => papers.labels(), disabled: !open },
		{ key: "Alt+M", label: t("take-money"), run: () => setAct({ what: "take" }), disabled: !counter || !open },
		{ key: "Alt+N", label: t("note"), run: () => setAct({ what: "note" }) },
	]);
	return (
		<div className={classes.page}>
			<OrderHeader order={order} ready={ready} counter={counter} onAct={setAct} />
			<div className={classes.columns}>
				<div className={classes.main}>
					<OrderJobs order={order} counter={counter} onAct={setAct} />
					<Timeline orderId={order.orderId} nowAt={order.nowAt} />
				</div>
				<aside className={classes.side}>
					<Money order={order} counter={counter} onAct={setAct} />
					<Papers order={order} papers={papers} />
				</aside>
			</div>
			<Acts order={order} act={act} onClose={() => setAct(undefined)} />
		</div>
	);
}
