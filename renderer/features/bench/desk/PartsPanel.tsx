import { Button, NumberInput, Select } from "@mantine/core";
import { IconArrowBackUp, IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import type { BenchJob } from "../../../../preload/contract/bench.ts";
import { call } from "../../../app/client.ts";
import { useStandard } from "../../../app/use-standard.ts";
import { useTexts } from "../../../i18n/language.ts";
import { benchTexts } from "../../../i18n/texts/bench.ts";
import { ReasonDialog } from "../dialogs/ReasonDialog.tsx";
import type { Acts } from "../use-acts.ts";
import { milliText, useName } from "../words.ts";
import classes from "./desk.module.css";

type Suggested = BenchJob["parts"]["suggested"][number];

/** Parts of the job: booked, suggested, any other one; given back when booked by mistake. Scans book one by themselves. */
export function PartsPanel({ job, acts, closed }: { job: BenchJob; acts: Acts; closed: boolean }) {
	const t = useTexts(benchTexts);
	const name = useName();
	const standard = useStandard();
	const [back, setBack] = useState<string>();
	const [other, setOther] = useState<string | null>(null);
	const parts = [...(standard?.parts.values() ?? [])];
	const chosen = parts.find((part) => part.code === other);
	const use = (part: string, milli: number, operation: string | null) =>
		void acts.run((at) => call("bench.usePart", { ...at, part, milli, ...(operation ? { operation } : {}) }));
	return (
		<div className={classes.info}>
			<section className={classes.part}>
				<h3>{t("used")}</h3>
				{job.parts.used.length === 0 && <span className={classes.none}>{t("used-none")}</span>}
				{job.parts.used.map((used) => (
					<div key={used.id} className={classes.partLine}>
						<span>
							{name(used.name)}
							<small>{used.lot ? t("lot", { lot: used.lot }) : used.by.name}</small>
						</span>
						<strong>
							{milliText(used.milli)} {name(used.unit)}
						</strong>
						<Button
							variant="subtle"
							size="compact-sm"
							leftSection={<IconArrowBackUp size={16} stroke={1.8} />}
							onClick={() => setBack(used.id)}
						>
							{t("give-back")}
						</Button>
					</div>
				))}
			</section>
			{!closed && (
				<>
					<section className={classes.part}>
						<h3>{t("suggested")}</h3>
						<small className={classes.none}>{t("use-scan")}</small>
						{job.parts.suggested.map((part) => (
							<PartLine key={part.part} part={part} onUse={(milli) => use(part.part, milli, part.operation)} />
						))}
					</section>
					<section className={classes.part}>
						<Select
							label={t("other-part")}
							searchable
							clearable
							data={parts.map((part) => ({
								value: part.code,
								label: `${part.code} ${standard?.name(part.name) ?? ""} ${part.spec}`.trim(),
							}))}
							value={other}
							onChange={setOther}
						/>
						{chosen && (
							<PartLine
								part={{
									part: chosen.code,
									name: chosen.name,
									spec: chosen.spec,
									unit: chosen.unit,
									milli: null,
									operation: null,
									usedMilli: 0,
								}}
								onUse={(milli) => {
									use(chosen.code, milli, null);
									setOther(null);
								}}
							/>
						)}
					</section>
				</>
			)}
			<ReasonDialog
				opened={back !== undefined}
				title={t("give-back-title")}
				list="part-return"
				onClose={() => setBack(undefined)}
				onPick={(reason) => {
					const used = back ?? "";
					setBack(undefined);
					void acts.run((at) => call("bench.returnPart", { ...at, use: used, reason }));
				}}
			/>
		</div>
	);
}

function PartLine({ part, onUse }: { part: Suggested; onUse: (milli: number) => void }) {
	const t = useTexts(benchTexts);
	const name = useName();
	const left = part.milli === null ? 1000 : Math.max(1000, part.milli - part.usedMilli);
	const [amount, setAmount] = useState<number | string>(left / 1000);
	const milli = Math.round(Number(amount) * 1000);
	const fits = Number.isFinite(milli) && milli >= 1 && milli <= 1_000_000;
	return (
		<div className={classes.partUse}>
			<span>
				{name(part.name)}
				<small>
					{part.milli === null
						? `${part.part} ${part.spec}`
						: t("agreed-amount", { amount: milliText(part.milli), unit: name(part.unit) })}
				</small>
			</span>
			<NumberInput
				aria-label={`${t("amount")} ${name(part.name)}`}
				value={amount}
				onChange={setAmount}
				hideControls
				min={0.001}
				max={1000}
				decimalScale={3}
				suffix={` ${name(part.unit)}`}
			/>
			<Button
				aria-label={`${t("use")} ${name(part.name)}`}
				variant="default"
				disabled={!fits}
				leftSection={<IconPlus size={16} stroke={2} />}
				onClick={() => onUse(milli)}
			>
				{t("use")}
			</Button>
		</div>
	);
}
