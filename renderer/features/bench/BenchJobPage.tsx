import { useParams } from "react-router";
import { Failed } from "../../app/states/Failed.tsx";
import { Loading } from "../../app/states/Loading.tsx";
import { useQueryCall } from "../../app/use-calls.ts";
import { useBenchScale } from "../../theme/preferences.ts";
import { BenchDesk } from "./desk/BenchDesk.tsx";

/** One job fills the screen. Reads it and hands it to the desk; a cure that ends shows within half a minute. */
export function BenchJobPage() {
	useBenchScale();
	const { jobId = "" } = useParams();
	const { data, error, refetch } = useQueryCall(
		"bench.job",
		{ jobId },
		{ watch: [`job:${jobId}`, "standard"], everyMs: 30_000 },
	);
	if (error && !data) return <Failed error={error} onRetry={() => void refetch()} />;
	if (!data) return <Loading shape="page" />;
	return <BenchDesk key={jobId} job={data} />;
}
