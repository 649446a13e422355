import { Button, NumberInput } from "@mantine/core";
import { useState } from "react";
import type { LayoutSize } from "../../../../preload/contract/label-layout.ts";
import { Failed } from "../../../app/states/Failed.tsx";
import { useCommand } from "../../../app/use-calls.ts";
import { Meaning } from "../../../components/text/Meaning.tsx";
import { useTexts } from "../../../i18n/language.ts";
import { labelsTexts } from "../../../i18n/texts/labels.ts";
import classes from "../labels.module.css";

const edges = ["left", "right", "top", "bottom"] as const;

/** The numbers of the ruler at the label's four edges say how far the picture is off. */
export function Place({ printerId, media }: { printerId: string; media: LayoutSize }) {
	const t = useTexts(labelsTexts);
	const [right = 0, bottom = 0] = media.split("x").map(Number);
	const [at, setAt] = useState({ left: 0, right, top: 0, bottom });
	const print = useCommand("labels.printCalibration");
	const keep = useCommand("labels.setOffset");
	const failure = print.error ?? keep.error;
	return (
		<section className={classes.step} aria-labelledby="cal-place">
			<h2 id="cal-place">{t("cal-place")}</h2>
			<p>{t("cal-place-why")}</p>
			<div className={classes.acts}>
				<Button
					variant={print.data ? "default" : "filled"}
					loading={print.isPending}
					onClick={() => print.mutate({ printerId, what: "ruler" })}
				>
					{t("cal-place-go")}
				</Button>
			</div>
			{print.data && (
				<div className={classes.acts}>
					{edges.map((edge) => (
						<NumberInput
							key={edge}
							className={classes.edge ?? ""}
							label={t(`cal-${edge}`)}
							value={at[edge]}
							min={0}
							max={80}
							step={0.5}
							decimalScale={1}
							onChange={(value) =>
								typeof value === "number" && setAt((now) => ({ ...now, [edge]: Math.round(value * 2) / 2 }))
							}
						/>
					))}
					<Button
						className={classes.atEnd ?? ""}
						loading={keep.isPending}
						onClick={() => keep.mutate({ printerId, ...at })}
					>
						{t("cal-place-use")}
					</Button>
				</div>
			)}
			{keep.data && (
				<Meaning meaning="done">{t("cal-place-set", { x: keep.data.offset.xMm, y: keep.data.offset.yMm })}</Meaning>
			)}
			{failure && <Failed error={failure} inline />}
		</section>
	);
}
