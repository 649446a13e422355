import { Autocomplete, Modal, NumberInput, Select, TextInput } from "@mantine/core";
import { useState } from "react";
import type { ScannerView, SerialScannerFields } from "../../../../preload/contract/scanners.ts";
import { Failed } from "../../../app/states/Failed.tsx";
import { useCommand, useQueryCall } from "../../../app/use-calls.ts";
import { useTexts } from "../../../i18n/language.ts";
import { deviceFormTexts } from "../../../i18n/texts/device-forms.ts";
import classes from "../devices.module.css";
import { FormActs } from "./FormActs.tsx";

const blank: SerialScannerFields = { name: "", path: "", baud: 9600, end: "line", pauseMs: 60 };
const ends = ["line", "tab", "etx", "pause"] as const;
const bauds = ["9600", "19200", "38400", "57600", "115200"];

/** One scanner on a serial port: which port, and what ends a code. */
export function ScannerForm({ scanner, onClose }: { scanner: ScannerView | undefined; onClose: () => void }) {
	const t = useTexts(deviceFormTexts);
	const [fields, setFields] = useState<SerialScannerFields>(scanner?.setup ?? blank);
	const ports = useQueryCall("scanners.ports", {}, { watch: ["devices"] });
	const save = useCommand("scanners.save");
	const remove = useCommand("scanners.remove");
	const set = (change: Partial<SerialScannerFields>) => setFields((now) => ({ ...now, ...change }));
	const failure = save.error ?? remove.error;
	return (
		<Modal opened onClose={onClose} title={t(scanner ? "scanner-edit" : "scanner-new")} size="lg">
			<form
				onSubmit={(event) => {
					event.preventDefault();
					save.mutate({ ...(scanner ? { id: scanner.id } : {}), scanner: fields }, { onSuccess: onClose });
				}}
			>
				<div className={classes.form}>
					<TextInput
						className={classes.wide ?? ""}
						label={t("name")}
						placeholder={t("scanner-name-hint")}
						required
						maxLength={40}
						value={fields.name}
						onChange={(event) => set({ name: event.currentTarget.value })}
						data-autofocus
					/>
					<Autocomplete
						className={classes.wide ?? ""}
						label={t("port")}
						description={t("port-hint")}
						required
						data={[...new Set(ports.data?.ports.map(({ path }) => path))]}
						renderOption={({ option }) => {
							const port = ports.data?.ports.find(({ path }) => path === option.value);
							return (
								<span>
									{option.value} <small>{port?.usedBy ? t("port-used", { name: port.usedBy }) : port?.name}</small>
								</span>
							);
						}}
						value={fields.path}
						onChange={(path) => set({ path: path.trim() })}
					/>
					<Select
						label={t("end")}
						allowDeselect={false}
						data={ends.map((value) => ({ value, label: t(`end_${value}`) }))}
						value={fields.end}
						onChange={(value) => set({ end: ends.find((end) => end === value) ?? "line" })}
					/>
					<Select
						label={t("baud")}
						description={t("baud-hint")}
						inputWrapperOrder={["label", "input", "description", "error"]}
						allowDeselect={false}
						data={[...new Set([...bauds, String(fields.baud)])]}
						value={String(fields.baud)}
						onChange={(value) => set({ baud: Number(value) || 9600 })}
					/>
					{fields.end === "pause" && (
						<NumberInput
							label={t("pause")}
							min={30}
							max={1000}
							step={10}
							value={fields.pauseMs}
							onChange={(value) => set({ pauseMs: Number(value) || 60 })}
						/>
					)}
				</div>
				{failure && <Failed error={failure} inline />}
				<FormActs
					saving={save.isPending}
					onClose={onClose}
					onRemove={scanner && (() => remove.mutate({ id: scanner.id }, { onSuccess: onClose }))}
				/>
			</form>
		</Modal>
	);
}
