import { useState } from "react";
import { Failed } from "../../app/states/Failed.tsx";
import { Loading } from "../../app/states/Loading.tsx";
import { useQueryCall } from "../../app/use-calls.ts";
import { useWorkstation } from "../../app/workstation.ts";
import { Join } from "./Join.tsx";
import { OwnCentre } from "./OwnCentre.tsx";
import { Restore } from "./Restore.tsx";
import classes from "./setup.module.css";
import { Welcome } from "./Welcome.tsx";

export type Way = "welcome" | "own" | "join" | "restore";

/** Welcome, then one of four ways: a centre of one's own, the demo, beside another PC, a backup. */
export function SetUp() {
	const { data: state } = useWorkstation();
	const [way, setWay] = useState<Way>("welcome");
	const founded = state?.phase === "ready";
	const { data: defaults, error, refetch } = useQueryCall("setup.defaults", {}, { enabled: !founded });
	if (founded) return null;
	return (
		<div className={classes.page}>
			{error ? (
				<Failed error={error} onRetry={() => void refetch()} />
			) : !defaults ? (
				<Loading shape="page" />
			) : way === "own" ? (
				<OwnCentre defaults={defaults} onLeave={() => setWay("welcome")} />
			) : way === "join" ? (
				<Join onLeave={() => setWay("welcome")} />
			) : way === "restore" ? (
				<Restore onLeave={() => setWay("welcome")} />
			) : (
				<Welcome dataFolder={defaults.dataFolder} onChoose={setWay} />
			)}
		</div>
	);
}
