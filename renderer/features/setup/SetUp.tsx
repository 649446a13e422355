import { useState } from "react";
import { Failed } from "../../app/states/Failed.tsx";
import { Loading } from "../../app/states/Loading.tsx";
import { useQueryCall } from "../../app/use-calls.ts";
import { useWorkstation } from "../../app/workstation.ts";
import { Join } from "./join/Join.tsx";
import { type Joining, JoinProgress, JoinStore } from "./join/JoinStore.tsx";
import { OpenStation } from "./join/OpenStation.tsx";
import { OwnCentre } from "./OwnCentre.tsx";
import { Restore } from "./Restore.tsx";
import classes from "./setup.module.css";
import { Welcome } from "./Welcome.tsx";

export type Way = "welcome" | "own" | "join" | "join-store" | "restore";

/** Welcome, then one of four ways: a centre of one's own, the demo, beside another PC (by their network or by the archive), a backup. */
export function SetUp() {
	const { data: state } = useWorkstation();
	const [way, setWay] = useState<Way>("welcome");
	const founded = state?.phase === "ready";
	const { data: defaults, error, refetch } = useQueryCall("setup.defaults", {}, { enabled: !founded });
	const { data: joining } = useQueryCall("setup.joining", {}, { enabled: !founded, everyMs: 1_000 });
	// Once all was here, a round of the exchange that is under way changes nothing.
	const [ready, setReady] = useState<Joining["ready"]>(null);
	if (joining?.ready && !ready) setReady(joining.ready);
	if (founded) return null;
	return (
		<div className={classes.page}>
			{error ? (
				<Failed error={error} onRetry={() => void refetch()} />
			) : !defaults ? (
				<Loading shape="page" />
			) : joining?.joining && ready ? (
				<OpenStation defaults={defaults} ready={ready} label={joining.label} />
			) : joining?.joining ? (
				<JoinProgress joining={joining} />
			) : way === "own" ? (
				<OwnCentre defaults={defaults} onLeave={() => setWay("welcome")} />
			) : way === "join" ? (
				<Join onLeave={() => setWay("welcome")} onArchive={() => setWay("join-store")} />
			) : way === "join-store" ? (
				<JoinStore onLeave={() => setWay("welcome")} />
			) : way === "restore" ? (
				<Restore onLeave={() => setWay("welcome")} />
			) : (
				<Welcome dataFolder={defaults.dataFolder} onChoose={setWay} />
			)}
		</div>
	);
}
