import { Select, TextInput } from "@mantine/core";
import { IconBarcode } from "@tabler/icons-react";
import { carriers, needsWaybill } from "../../../../domain/job/move/carriers.ts";
import classes from "../transfer.module.css";
import { useTransferWords } from "../words.ts";
import type { SendForm } from "./use-send-scans.ts";

type Props = { form: SendForm; change: (more: Partial<SendForm>) => void };

/** Carrier, waybill and seal: scans go to the one that is waiting, which the page points out. */
export function Numbers({ form, change }: Props) {
	const { t, own } = useTransferWords();
	const waybill = needsWaybill(form.carrier);
	const next = waybill ? form.next : "seal";
	const scanned = (field: "waybill" | "seal") => ({
		value: form[field],
		maxLength: 40,
		autoComplete: "off",
		"data-next": next === field || undefined,
		placeholder: next === field ? t(`${field}-next`) : "",
		leftSection: <IconBarcode size={18} stroke={1.7} />,
		onFocus: () => change({ next: field }),
		onChange: (event: { currentTarget: { value: string } }) => change({ [field]: event.currentTarget.value }),
	});
	return (
		<section className={classes.box}>
			<div className={classes.numbers}>
				<Select
					label={t("carrier")}
					allowDeselect={false}
					data={carriers.map((each) => ({ value: each, label: own("carrier", each) }))}
					value={form.carrier}
					onChange={(value) => change({ carrier: carriers.find((each) => each === value) ?? form.carrier })}
				/>
				{waybill && <TextInput label={t("waybill-label")} required {...scanned("waybill")} />}
				<TextInput label={t("seal-label")} {...scanned("seal")} />
			</div>
		</section>
	);
}
