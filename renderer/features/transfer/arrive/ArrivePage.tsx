import { Button } from "@mantine/core";
import { IconPackage } from "@tabler/icons-react";
import { useNavigate, useSearchParams } from "react-router";
import type { ParcelView } from "../../../../preload/contract/transfer.ts";
import { addresses } from "../../../app/addresses.ts";
import { Empty } from "../../../app/states/Empty.tsx";
import { Failed } from "../../../app/states/Failed.tsx";
import { Loading } from "../../../app/states/Loading.tsx";
import { useQueryCall } from "../../../app/use-calls.ts";
import { useTransferWords } from "../words.ts";
import { Unpack } from "./Unpack.tsx";

/** The parcel whose sheet was scanned. Its record may still be on the way: then the page waits and opens by itself. */
export function ArrivePage() {
	const [query] = useSearchParams();
	const code = query.get("code") ?? "";
	const { t } = useTransferWords();
	const { data, error, refetch } = useQueryCall(
		"transfer.parcel",
		{ what: { code } },
		{ watch: ["job", "order", "item"], everyMs: 15_000, enabled: code !== "" },
	);
	if (code === "") return <Empty icon={IconPackage} title={t("arrive-title")} teach={t("scan-hint")} />;
	if (error) return <Failed error={error} onRetry={() => void refetch()} />;
	if (!data) return <Loading shape="page" count={4} />;
	const { parcel, connected, nowAt } = data;
	if (!parcel) {
		return (
			<Empty
				icon={IconPackage}
				title={t("arrive-unknown")}
				teach={t(connected ? "arrive-unknown-teach" : "arrive-unknown-off")}
			/>
		);
	}
	if (parcel.direction === "coming" && parcel.open.length > 0 && parcel.state !== "disputed") {
		return <Unpack key={parcel.parcelId} code={code} parcel={parcel} nowAt={nowAt} />;
	}
	return <NotToAccept parcel={parcel} />;
}

/** Known, and nothing to accept here: each case says why and what to do. */
function NotToAccept({ parcel }: { parcel: ParcelView }) {
	const { t, named } = useTransferWords();
	const navigate = useNavigate();
	const to = addresses.parcel(parcel.parcelId);
	const action = <Button onClick={() => void navigate(to)}>{t("see-parcel")}</Button>;
	const other = { workshop: named(parcel.to) };
	if (parcel.state === "disputed") {
		return <Empty icon={IconPackage} title={t("state-disputed")} teach={t("disputed")} action={action} />;
	}
	if (parcel.open.length > 0) {
		return parcel.direction === "sent" ? (
			<Empty icon={IconPackage} title={t("arrive-ours")} teach={t("arrive-ours-teach")} action={action} />
		) : (
			<Empty icon={IconPackage} title={t("arrive-other", other)} teach={t("arrive-other-teach")} action={action} />
		);
	}
	const end = parcel.state === "recalled" ? "recalled" : "done";
	return <Empty icon={IconPackage} title={t(`arrive-${end}`)} teach={t(`arrive-${end}-teach`)} action={action} />;
}
