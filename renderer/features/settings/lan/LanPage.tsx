import { Button } from "@mantine/core";
import { IconDevices } from "@tabler/icons-react";
import { useState } from "react";
import type { CallOutput } from "../../../app/client.ts";
import { Empty } from "../../../app/states/Empty.tsx";
import { Failed } from "../../../app/states/Failed.tsx";
import { Loading } from "../../../app/states/Loading.tsx";
import { useQueryCall } from "../../../app/use-calls.ts";
import { type Column, DataTable } from "../../../components/table/DataTable.tsx";
import { Meaning } from "../../../components/text/Meaning.tsx";
import { useFormat } from "../../../i18n/format.ts";
import { useTexts } from "../../../i18n/language.ts";
import { lanTexts } from "../../../i18n/texts/lan.ts";
import { PageHead } from "../PageHead.tsx";
import classes from "../settings.module.css";
import { PairPanel } from "./PairPanel.tsx";
import { PlacePanel } from "./PlacePanel.tsx";
import { SiblingDialog } from "./SiblingDialog.tsx";
import { StickPanel } from "./StickPanel.tsx";

export type Lan = CallOutput<"lan.state">;
export type Sibling = Lan["siblings"][number];

const idOf = ({ dev }: Sibling) => dev;

/** The workshop's other PCs: how each stands, pairing, where this PC is met, and the stick for when nothing links. */
export function LanPage() {
	const t = useTexts(lanTexts);
	const { data, error, refetch } = useQueryCall("lan.state", {}, { everyMs: 2_000 });
	const [open, setOpen] = useState<{ dev: string; act: "address" | "remove" }>();
	const columns = useColumns((dev, act) => setOpen({ dev, act }));
	if (error) return <Failed error={error} onRetry={() => void refetch()} />;
	if (!data) return <Loading shape="page" />;
	const chosen = data.siblings.find(({ dev }) => dev === open?.dev);
	return (
		<>
			<PageHead title={t("title")} why={t("why")} />
			<DataTable
				label={t("list")}
				rows={data.siblings}
				columns={columns}
				idOf={idOf}
				empty={<Empty icon={IconDevices} title={t("none-title")} teach={t("none-teach")} />}
			/>
			<PairPanel lan={data} />
			{(data.on || data.siblings.length > 0) && <PlacePanel lan={data} key={`${data.on}${data.address}`} />}
			<StickPanel siblings={data.siblings} />
			{chosen && open && <SiblingDialog sibling={chosen} act={open.act} onClose={() => setOpen(undefined)} />}
		</>
	);
}

function useColumns(onAct: (dev: string, act: "address" | "remove") => void): Column<Sibling>[] {
	const t = useTexts(lanTexts);
	const format = useFormat();
	return [
		{
			key: "name",
			title: t("name"),
			cell: (pc) => (
				<strong>
					{String(pc.station).padStart(2, "0")} {pc.name}
				</strong>
			),
		},
		{ key: "state", title: t("state"), cell: (pc) => <Standing pc={pc} />, width: "7.5rem" },
		{
			key: "contact",
			title: t("contact"),
			cell: (pc) => (pc.lastContactAt ? format.dateTime(pc.lastContactAt) : t("never")),
			width: "9.5rem",
		},
		{ key: "difference", title: t("difference"), cell: (pc) => <Difference pc={pc} />, width: "9rem" },
		{
			key: "address",
			title: t("address"),
			cell: (pc) => <span className={classes.path}>{pc.address ?? "—"}</span>,
			width: "11rem",
		},
		{
			key: "acts",
			title: "",
			cell: (pc) =>
				pc.left ? null : (
					<Button.Group>
						<Button size="compact-sm" variant="default" onClick={() => onAct(pc.dev, "address")}>
							{t("change")}
						</Button>
						<Button size="compact-sm" variant="default" onClick={() => onAct(pc.dev, "remove")}>
							{t("remove")}
						</Button>
					</Button.Group>
				),
			width: "9.5rem",
			align: "end",
		},
	];
}

function Standing({ pc }: { pc: Sibling }) {
	const t = useTexts(lanTexts);
	if (pc.left) return <Meaning meaning="neutral">{t("left")}</Meaning>;
	return <Meaning meaning={pc.online ? "done" : "waiting"}>{t(pc.online ? "online" : "offline")}</Meaning>;
}

function Difference({ pc }: { pc: Sibling }) {
	const t = useTexts(lanTexts);
	if (pc.left) return <>{t(`reason-${pc.left.reason}`)}</>;
	if (pc.ahead) return <>{t("ahead", { count: pc.ahead })}</>;
	return <>{pc.lacks > 0 ? t("lacks", { count: pc.lacks }) : t("in-step")}</>;
}
