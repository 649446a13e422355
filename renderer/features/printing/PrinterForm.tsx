import { Button, Modal, NumberInput, Select, Switch, TextInput } from "@mantine/core";
import { useState } from "react";
import { usualPrinter } from "../../../preload/contract/printer-fields.ts";
import type { CallInput, CallOutput } from "../../app/client.ts";
import { Failed } from "../../app/states/Failed.tsx";
import { useCommand } from "../../app/use-calls.ts";
import { useTexts } from "../../i18n/language.ts";
import { printingTexts } from "../../i18n/texts/printing.ts";
import classes from "./printing.module.css";

export type PrinterRow = CallOutput<"printers.list">["printers"][number];
type Fields = CallInput<"printers.save">["printer"];

const blank: Fields = {
	name: "",
	transport: { kind: "tcp", host: "", port: 9100 },
	...usualPrinter,
};

function fieldsOf(row: PrinterRow): Fields {
	const { id: _, isDefault: _d, waiting: _w, asking: _a, trouble: _t, virtual: _v, ...fields } = row;
	return fields;
}

/** One label printer: where it is, what is loaded. */
export function PrinterForm({ row, onClose }: { row: PrinterRow | undefined; onClose: () => void }) {
	const t = useTexts(printingTexts);
	const [fields, setFields] = useState<Fields>(row ? fieldsOf(row) : blank);
	const [isDefault, setDefault] = useState(row?.isDefault ?? true);
	const address = fields.transport.kind === "tcp" ? fields.transport : { kind: "tcp" as const, host: "", port: 9100 };
	const save = useCommand("printers.save");
	const set = (change: Partial<Fields>) => setFields((now) => ({ ...now, ...change }));
	const submit = () =>
		save.mutate({ ...(row ? { id: row.id } : {}), printer: fields, isDefault }, { onSuccess: onClose });
	return (
		<Modal opened onClose={onClose} title={row ? t("edit") : t("add")} size="lg">
			<form
				onSubmit={(event) => {
					event.preventDefault();
					submit();
				}}
			>
				<div className={classes.form}>
					<TextInput
						label={t("name")}
						placeholder={t("name-hint")}
						required
						maxLength={60}
						value={fields.name}
						onChange={(e) => set({ name: e.currentTarget.value })}
						data-autofocus
					/>
					<TextInput
						label={t("host")}
						placeholder="192.168.1.50"
						required
						value={address.host}
						onChange={(e) => set({ transport: { ...address, host: e.currentTarget.value.trim() } })}
					/>
					<NumberInput
						label={t("port")}
						min={1}
						max={65_535}
						value={address.port}
						onChange={(value) => set({ transport: { ...address, port: Number(value) || 9100 } })}
					/>
					<Select
						label={t("dpi")}
						allowDeselect={false}
						data={["203", "300"]}
						value={String(fields.dpi)}
						onChange={(value) => set({ dpi: value === "300" ? 300 : 203 })}
					/>
					<Select
						label={t("media")}
						allowDeselect={false}
						data={[
							{ value: "40x30", label: "40×30 mm" },
							{ value: "60x40", label: "60×40 mm" },
							{ value: "70x50", label: "70×50 mm" },
						]}
						value={fields.media}
						onChange={(value) => value && set({ media: value as Fields["media"] })}
					/>
					<Select
						label={t("gap")}
						allowDeselect={false}
						data={(["gap", "mark", "continuous"] as const).map((value) => ({ value, label: t(`gap_${value}`) }))}
						value={fields.gap}
						onChange={(value) => value && set({ gap: value as Fields["gap"] })}
					/>
					<Select
						label={t("proof")}
						allowDeselect={false}
						data={(["status", "close", "none"] as const).map((value) => ({ value, label: t(`proof_${value}`) }))}
						value={fields.proof}
						onChange={(value) => value && set({ proof: value as Fields["proof"] })}
					/>
					<Switch label={t("default")} checked={isDefault} onChange={(e) => setDefault(e.currentTarget.checked)} />
				</div>
				{save.error && <Failed error={save.error} inline />}
				<div className={classes.actions} style={{ marginTop: 16 }}>
					<Button type="submit" loading={save.isPending}>
						{t("save")}
					</Button>
					<Button variant="default" onClick={onClose}>
						{t("cancel")}
					</Button>
				</div>
			</form>
		</Modal>
	);
}
