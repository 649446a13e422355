/** Decides what fills the window: set-up, broken storage, sign-in, or the work. */
import { useEffect } from "react";
import { Outlet } from "react-router";
import type { AppError, Reason } from "../../../domain/errors.ts";
import { CameraScan } from "../../features/scanners/camera/CameraScan.tsx";
import { setStoreZone } from "../../i18n/format.ts";
import { adoptLanguage } from "../../i18n/language.ts";
import { AppFailure } from "../failure.ts";
import { features } from "../features.ts";
import { useLine } from "../host.ts";
import { Failed } from "../states/Failed.tsx";
import { Offline } from "../states/Offline.tsx";
import { useWorkstation, type WorkstationState } from "../workstation.ts";
import classes from "./root.module.css";
import { useScanFallback } from "./scan-fallback.ts";

const elementOf = (id: string) => features.find((feature) => feature.id === id)?.element;

export function Root() {
	const { data: state, error, refetch } = useWorkstation();
	const alive = useLine();
	useScanFallback();
	useEffect(() => {
		if (!state) return;
		setStoreZone(state.zone);
		adoptLanguage(state.language);
	}, [state]);

	return (
		<div className={classes.root}>
			{content()}
			<CameraScan />
			{!alive && <Offline />}
		</div>
	);

	function content() {
		if (!state) return error && alive ? <Failed error={error} onRetry={() => void refetch()} /> : null;
		if (state.phase === "broken") return <Failed error={brokenOf(state)} onRetry={() => void refetch()} />;
		if (state.phase === "set-up") return elementOf("set-up");
		return state.person ? <Outlet /> : elementOf("sign-in");
	}
}

/** Storage that cannot be used, as the failure it is. */
function brokenOf({ reason, details, version }: WorkstationState): AppFailure {
	const error: AppError = {
		code: "storage-damaged",
		message: "storage cannot be used",
		details,
		correlationId: version,
	};
	return new AppFailure(reason?.includes(".") ? { ...error, reason: reason as Reason } : error);
}
