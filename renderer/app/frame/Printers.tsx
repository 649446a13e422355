import { IconAlertTriangle, IconPrinter } from "@tabler/icons-react";
import { Link } from "react-router";
import { useTexts } from "../../i18n/language.ts";
import { frameTexts } from "../../i18n/texts/frame.ts";
import { addresses } from "../addresses.ts";
import { useQueryCall } from "../use-calls.ts";
import classes from "./keys.module.css";

type Printer = { trouble: string | null; asking: number; waiting: number };

/** Often enough that an empty roll is seen before the next customer. */
const lookEveryMs = 10_000;

/** How the printers for labels and for paper are; a click leads to the devices. */
export function Printers() {
	const t = useTexts(frameTexts);
	const { data } = useQueryCall("printers.list", {}, { everyMs: lookEveryMs });
	const papers = useQueryCall("paperPrinters.list", {}, { everyMs: lookEveryMs });
	if (!data) return null;
	return (
		<Link to={addresses.devices} className={classes.printers ?? ""} tabIndex={-1} aria-label={t("printers")}>
			{data.printers.length === 0 && (
				<span className={classes.printer}>
					<IconPrinter size={16} stroke={1.7} aria-hidden />
					{t("printers-none")}
				</span>
			)}
			{[...data.printers, ...(papers.data?.printers ?? [])].map((printer) => {
				const state = stateOf(printer);
				const Icon = state === "trouble" ? IconAlertTriangle : IconPrinter;
				return (
					<span key={printer.id} className={classes.printer} data-state={state}>
						<Icon size={16} stroke={1.8} aria-hidden />
						{printer.name}
						<span className={state === "ready" ? classes.unseen : ""}>
							{t(printer.asking > 0 && printer.trouble === null ? "printer-unknown" : `printer-${state}`)}
						</span>
					</span>
				);
			})}
		</Link>
	);
}

function stateOf({ trouble, asking, waiting }: Printer): "ready" | "busy" | "trouble" {
	if (trouble !== null || asking > 0) return "trouble";
	return waiting > 0 ? "busy" : "ready";
}
