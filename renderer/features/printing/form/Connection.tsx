import { Autocomplete, Input, NumberInput, SegmentedControl, Select, TextInput } from "@mantine/core";
import { bauds } from "../../../../preload/contract/printer-fields.ts";
import { useTexts } from "../../../i18n/language.ts";
import { printerFormTexts } from "../../../i18n/texts/printer-form.ts";
import classes from "../printing.module.css";
import { blankTransport, type Change, type Places, type PrinterFields, type TransportKind } from "./fields.ts";

const kinds: TransportKind[] = ["tcp", "serial", "queue"];

/** How bytes get to the printer. Ports and queues of this PC are offered, anything may be typed. */
export function Connection({
	fields,
	set,
	places,
}: {
	fields: PrinterFields;
	set: Change;
	places: Places | undefined;
}) {
	const t = useTexts(printerFormTexts);
	const { transport } = fields;
	return (
		<>
			<Input.Wrapper label={t("connection")} className={classes.wide ?? ""}>
				<SegmentedControl
					fullWidth
					aria-label={t("connection")}
					data={kinds.map((value) => ({ value, label: t(`connection_${value}`) }))}
					value={transport.kind}
					onChange={(kind) => set({ transport: blankTransport[kind] })}
				/>
			</Input.Wrapper>
			{transport.kind === "tcp" && (
				<>
					<TextInput
						label={t("host")}
						placeholder="192.168.1.50"
						required
						value={transport.host}
						onChange={(e) => set({ transport: { ...transport, host: e.currentTarget.value.trim() } })}
					/>
					<NumberInput
						label={t("port")}
						min={1}
						max={65_535}
						value={transport.port}
						onChange={(value) => set({ transport: { ...transport, port: Number(value) || 9100 } })}
					/>
				</>
			)}
			{transport.kind === "serial" && (
				<>
					<Autocomplete
						label={t("path")}
						placeholder={t("path-hint")}
						required
						data={[...new Set(places?.ports.map(({ path }) => path))]}
						renderOption={({ option }) => (
							<span>
								{option.value} <small>{places?.ports.find(({ path }) => path === option.value)?.name}</small>
							</span>
						)}
						value={transport.path}
						onChange={(path) => set({ transport: { ...transport, path: path.trim() } })}
					/>
					<Select
						label={t("baud")}
						allowDeselect={false}
						data={bauds.map(String)}
						value={String(transport.baud)}
						onChange={(value) =>
							set({ transport: { ...transport, baud: bauds.find((baud) => String(baud) === value) ?? 9600 } })
						}
					/>
				</>
			)}
			{transport.kind === "queue" && (
				<Autocomplete
					className={classes.wide ?? ""}
					label={t("queue")}
					description={t("queue-hint")}
					required
					data={places?.queues ?? []}
					value={transport.name}
					onChange={(name) => set({ transport: { ...transport, name } })}
				/>
			)}
		</>
	);
}
