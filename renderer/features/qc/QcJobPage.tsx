import { useParams } from "react-router";
import { Failed } from "../../app/states/Failed.tsx";
import { Loading } from "../../app/states/Loading.tsx";
import { useQueryCall } from "../../app/use-calls.ts";
import { useBenchScale } from "../../theme/preferences.ts";
import { QcDesk } from "./QcDesk.tsx";

/** One job under inspection. A new round starts with nothing ticked. */
export function QcJobPage() {
	useBenchScale();
	const { jobId = "" } = useParams();
	const { data, error, refetch } = useQueryCall("qc.job", { jobId }, { watch: [`job:${jobId}`], everyMs: 30_000 });
	if (error && !data) return <Failed error={error} onRetry={() => void refetch()} />;
	if (!data) return <Loading shape="page" />;
	return <QcDesk key={`${jobId} ${data.round}`} qc={data} />;
}
