import { Button } from "@mantine/core";
import { useNavigate } from "react-router";
import { useQueryCall } from "../../app/use-calls.ts";
import { useTexts } from "../../i18n/language.ts";
import { labelsTexts } from "../../i18n/texts/labels.ts";
import { printingTexts } from "../../i18n/texts/printing.ts";
import { Journal } from "./Journal.tsx";
import { Printers } from "./Printers.tsx";
import classes from "./printing.module.css";

/** Label printers and everything that was asked of them. */
export function PrintingPage() {
	const t = useTexts(printingTexts);
	const labels = useTexts(labelsTexts);
	const navigate = useNavigate();
	const { data } = useQueryCall("workstation.state", {});
	const mayEdit = data?.person?.roles.includes("manager") ?? false;
	return (
		<div className={classes.page}>
			<div className={classes.head}>
				<h1>{t("title")}</h1>
				{mayEdit && (
					<Button variant="default" onClick={() => void navigate("/labels")}>
						{labels("title")}
					</Button>
				)}
			</div>
			<Printers mayEdit={mayEdit} />
			<section className={classes.printers}>
				<div className={classes.head}>
					<h2>{t("journal")}</h2>
				</div>
				<Journal />
			</section>
		</div>
	);
}
