import { Button } from "@mantine/core";
import { IconPrinter } from "@tabler/icons-react";
import { useNavigate, useParams } from "react-router";
import { Empty } from "../../../app/states/Empty.tsx";
import { Loading } from "../../../app/states/Loading.tsx";
import { useQueryCall } from "../../../app/use-calls.ts";
import { useTexts } from "../../../i18n/language.ts";
import { labelsTexts } from "../../../i18n/texts/labels.ts";
import { useScan } from "../../../scan/bus.ts";
import classes from "../labels.module.css";
import { Confirm } from "./Confirm.tsx";
import { Heat } from "./Heat.tsx";
import { Place } from "./Place.tsx";

/** A printer measured by its own labels: how dark, how far off, and one last label to prove it. */
export function CalibratePage() {
	const t = useTexts(labelsTexts);
	const navigate = useNavigate();
	const { printerId = "" } = useParams();
	const list = useQueryCall("printers.list", {}, { watch: ["devices", "print"] });
	// A label of an earlier try, or of a step that is done: it must not lead away from here.
	useScan(({ text }) => /^CAL\d\d(D|R|OK)/.test(text.trim()) && { label: t("cal-other"), tone: "attention" });
	if (!list.data) return <Loading shape="rows" />;
	const printer = list.data.printers.find(({ id }) => id === printerId);
	const back = (
		<Button variant="default" onClick={() => void navigate("/printing")}>
			{t("back")}
		</Button>
	);
	if (!printer) return <Empty icon={IconPrinter} title={t("cal-none")} teach={t("cal-none-next")} action={back} />;
	return (
		<div className={classes.page}>
			<header className={classes.head}>
				<h1>
					{t("calibrate")} · {printer.name}
				</h1>
				<span className={classes.space} />
				{back}
			</header>
			<p className={classes.why}>{t("cal-why")}</p>
			<div className={classes.steps}>
				{printer.language !== "escpos" && <Heat printerId={printerId} />}
				<Place printerId={printerId} media={printer.media} />
				<Confirm printerId={printerId} />
			</div>
		</div>
	);
}
