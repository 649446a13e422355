import { Button } from "@mantine/core";
import { useState } from "react";
import { Failed } from "../../../app/states/Failed.tsx";
import { useCommand } from "../../../app/use-calls.ts";
import { Meaning } from "../../../components/text/Meaning.tsx";
import { useTexts } from "../../../i18n/language.ts";
import { labelsTexts } from "../../../i18n/texts/labels.ts";
import { useScan } from "../../../scan/bus.ts";
import classes from "../labels.module.css";

/** Five labels, each darker: those that scan were printed well enough, the middle one of them is taken. */
export function Heat({ printerId }: { printerId: string }) {
	const t = useTexts(labelsTexts);
	const [read, setRead] = useState<ReadonlySet<string>>(new Set());
	const print = useCommand("labels.printCalibration");
	const keep = useCommand("labels.setHeat");
	const codes = print.data?.codes ?? [];
	useScan(
		({ text }) => {
			const step = codes.find(({ code }) => code === text.trim());
			if (!step) return false;
			setRead((now) => new Set([...now, step.code]));
			return { label: `${t("cal-read")} ${step.darkness}` };
		},
		{ layer: "part", active: codes.length > 0 },
	);
	const failure = print.error ?? keep.error;
	return (
		<section className={classes.step} aria-labelledby="cal-heat">
			<h2 id="cal-heat">{t("cal-heat")}</h2>
			<p>{t("cal-heat-why")}</p>
			<div className={classes.acts}>
				<Button
					variant={codes.length > 0 ? "default" : "filled"}
					loading={print.isPending}
					onClick={() => {
						setRead(new Set());
						print.mutate({ printerId, what: "heat" });
					}}
				>
					{t("cal-heat-go")}
				</Button>
				{codes.length > 0 && (
					<Button
						disabled={read.size === 0}
						loading={keep.isPending}
						onClick={() => keep.mutate({ printerId, read: [...read] })}
					>
						{t("cal-heat-use")}
					</Button>
				)}
				{keep.data && <Meaning meaning="done">{t("cal-heat-set", { darkness: keep.data.darkness })}</Meaning>}
			</div>
			{codes.length > 0 && (
				<ul className={classes.heats}>
					{codes.map(({ code, darkness }) => (
						<li key={code} data-read={read.has(code) || undefined}>
							<strong>{(darkness ?? 0) > 0 ? `+${darkness}` : darkness}</strong>
							<span>{t(read.has(code) ? "cal-read" : "cal-unread")}</span>
						</li>
					))}
				</ul>
			)}
			{failure && <Failed error={failure} inline />}
		</section>
	);
}
