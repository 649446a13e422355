import { Button } from "@mantine/core";
import { mediaUrl } from "../../app/client.ts";
import { Failed } from "../../app/states/Failed.tsx";
import { useCommand, useQueryCall } from "../../app/use-calls.ts";
import { useTexts } from "../../i18n/language.ts";
import { demoTexts } from "../../i18n/texts/demo.ts";
import classes from "./demo.module.css";

/** What the printers made of software have put out since the workstation started. */
export function Output() {
	const t = useTexts(demoTexts);
	const { data } = useQueryCall("printers.list", {}, { watch: ["print"] });
	const virtual = (data?.printers ?? []).filter((printer) => printer.virtual);
	return (
		<section className={classes.card} aria-label={t("output")}>
			<h2>{t("output")}</h2>
			<p className={classes.hint}>{t("output-hint")}</p>
			{virtual.map(({ id, name, media, dpi }) => (
				<Labels key={id} id={id} name={`${name} · ${media.replace("x", "×")} mm · ${dpi} dpi`} />
			))}
		</section>
	);
}

function Labels({ id, name }: { id: string; name: string }) {
	const t = useTexts(demoTexts);
	const test = useCommand("printers.test");
	const { data } = useQueryCall("printers.output", { id, limit: 8 }, { watch: ["print"] });
	const labels = data?.labels ?? [];
	return (
		<figure className={classes.output}>
			<figcaption>
				<span>{name}</span>
				<Button size="compact-sm" variant="default" loading={test.isPending} onClick={() => test.mutate({ id })}>
					{t("test")}
				</Button>
			</figcaption>
			{labels.length === 0 && <p className={classes.hint}>{t("output-empty")}</p>}
			<div className={classes.labels}>
				{labels.map(({ no, handle }) => (
					<img key={no} src={mediaUrl(handle)} alt={t("label-no", { no: String(no) })} />
				))}
			</div>
			{test.error && <Failed inline error={test.error} />}
		</figure>
	);
}
