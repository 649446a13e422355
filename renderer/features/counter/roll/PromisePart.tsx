import { SegmentedControl } from "@mantine/core";
import { DatePickerInput } from "@mantine/dates";
import { IconCalendarEvent } from "@tabler/icons-react";
import { localDay } from "../../../../domain/clock/zone.ts";
import { useQueryCall } from "../../../app/use-calls.ts";
import { useWorkstation } from "../../../app/workstation.ts";
import { MoneyInput } from "../../../components/input/MoneyInput.tsx";
import { useFormat } from "../../../i18n/format.ts";
import { useLanguage, useTexts } from "../../../i18n/language.ts";
import { rollTexts } from "../../../i18n/texts/slip-roll.ts";
import { useIntake } from "../draft/context.ts";
import classes from "./roll.module.css";

const methods = ["wechat", "alipay", "cash", "card"] as const;

/** When it is promised, by the clocks or a day of the clerk's own, and what is paid ahead. */
export function PromisePart() {
	const t = useTexts(rollTexts);
	const format = useFormat();
	const language = useLanguage();
	const { draft, change } = useIntake();
	const { data } = useQueryCall(
		"intake.preview",
		{ items: draft.items.map(({ services, agreed, kind }) => ({ services, agreed, kind: kind === "" ? null : kind })) },
		{ watch: ["store", "station"], keepPrevious: true },
	);
	const { data: state } = useWorkstation();
	const { promisedOn, deposit } = draft;
	const day = promisedOn ?? data?.promisedOn;
	return (
		<section className={classes.part}>
			<div className={classes.promise}>
				<span>{t("promise")}</span>
				<DatePickerInput
					className={classes.day}
					aria-label={t("promise-own")}
					valueFormat={language === "en" ? "ddd, MMM D" : "M月D日 ddd"}
					placeholder="…"
					rightSection={<IconCalendarEvent size={20} stroke={1.7} aria-hidden />}
					rightSectionPointerEvents="none"
					value={day ?? null}
					{...(state ? { minDate: localDay(Date.parse(state.nowAt), state.zone) } : {})}
					onChange={(chosen) =>
						change((now) => ({ ...now, promisedOn: chosen === null || chosen === data?.promisedOn ? null : chosen }))
					}
				/>
			</div>
			{promisedOn !== null && (
				<button type="button" className={classes.link} onClick={() => change((now) => ({ ...now, promisedOn: null }))}>
					{t("promise-by-clock")}
					{data ? ` ${format.day(data.promisedOn)}` : ""}
				</button>
			)}
			<div className={classes.deposit}>
				<span>{t("deposit")}</span>
				<MoneyInput
					aria-label={t("deposit")}
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
