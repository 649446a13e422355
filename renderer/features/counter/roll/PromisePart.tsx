import { SegmentedControl } from "@mantine/core";
import { IconCalendarEvent } from "@tabler/icons-react";
import { useQueryCall } from "../../../app/use-calls.ts";
import { MoneyInput } from "../../../components/input/MoneyInput.tsx";
import { useFormat } from "../../../i18n/format.ts";
import { useTexts } from "../../../i18n/language.ts";
import { rollTexts } from "../../../i18n/texts/slip-roll.ts";
import { useIntake } from "../draft/context.ts";
import classes from "./roll.module.css";

const methods = ["wechat", "alipay", "cash", "card"] as const;

/** When it is promised, by the clocks or a day of the clerk's own, and what is paid ahead. */
export function PromisePart() {
	const t = useTexts(rollTexts);
	const format = useFormat();
	const { draft, change } = useIntake();
	const { data } = useQueryCall(
		"intake.preview",
		{ items: draft.items.map(({ services, agreed, kind }) => ({ services, agreed, kind: kind === "" ? null : kind })) },
		{ watch: ["store", "station"], keepPrevious: true },
	);
	const { promisedOn, deposit } = draft;
	const day = promisedOn ?? data?.promisedOn;
	return (
		<section className={classes.part}>
			<div className={classes.promise}>
				<span>{t("promise")}</span>
				<label className={classes.day}>
					<strong>{day ? format.day(day) : "…"}</strong>
					<IconCalendarEvent size={20} stroke={1.7} aria-hidden />
					<input
						type="date"
						aria-label={t("promise-own")}
						value={day ?? ""}
						onClick={(event) => event.currentTarget.showPicker()}
						onChange={(event) => {
							const chosen = event.currentTarget.value;
							change((now) => ({ ...now, promisedOn: chosen === "" || chosen === data?.promisedOn ? null : chosen }));
						}}
					/>
				</label>
			</div>
			{promisedOn !== null && (
				<button type="button" className={classes.link} onClick={() => change((now) => ({ ...now, promisedOn: null }))}>
					{t("promise-by-clock")}
					{data ? ` ${format.day(data.promisedOn)}` : ""}
				</button>
			)}
			<div className={classes.deposit}>
				<MoneyInput
					label={t("deposit")}
					size="sm"
					valueFen={deposit?.amountFen ?? null}
					onChangeFen={(amountFen) =>
						change((now) => ({
							...now,
							deposit: amountFen ? { method: now.deposit?.method ?? "wechat", reference: "", amountFen } : null,
						}))
					}
				/>
				{deposit && (
					<SegmentedControl
						size="xs"
						value={deposit.method}
						onChange={(chosen) => {
							const method = methods.find((each) => each === chosen);
							if (method) change((now) => ({ ...now, deposit: now.deposit && { ...now.deposit, method } }));
						}}
						data={methods.map((method) => ({ value: method, label: t(`pay-${method}`) }))}
					/>
				)}
			</div>
		</section>
	);
}
