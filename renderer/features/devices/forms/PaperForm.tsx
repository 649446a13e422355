import { Autocomplete, Checkbox, Group, Input, Modal, NumberInput, SegmentedControl, TextInput } from "@mantine/core";
import { useState } from "react";
import { type PaperPrinterFields, paperKinds } from "../../../../preload/contract/paper-fields.ts";
import type { PaperPrinterView } from "../../../../preload/contract/paper-printers.ts";
import { Failed } from "../../../app/states/Failed.tsx";
import { useCommand, useQueryCall } from "../../../app/use-calls.ts";
import { useTexts } from "../../../i18n/language.ts";
import { deviceFormTexts } from "../../../i18n/texts/device-forms.ts";
import classes from "../devices.module.css";
import { FormActs } from "./FormActs.tsx";

type Transport = PaperPrinterFields["transport"];
const blankTransport = {
	ipp: { kind: "ipp", url: "ipp://" },
	queue: { kind: "queue", name: "" },
} as const satisfies { [K in Transport["kind"]]: Extract<Transport, { kind: K }> };
const blank: PaperPrinterFields = {
	...{ name: "", transport: blankTransport.queue, tray: null, copies: 1 },
	papers: ["slip", "bench-slip", "receipt", "quote"],
};

function fieldsOf({ name, transport, papers, tray, copies }: PaperPrinterView): PaperPrinterFields {
	return { name, transport, papers, tray, copies };
}

/** One printer for paper: where it is, and which papers come out of it by themselves. */
export function PaperForm({ printer, onClose }: { printer: PaperPrinterView | undefined; onClose: () => void }) {
	const t = useTexts(deviceFormTexts);
	const [fields, setFields] = useState<PaperPrinterFields>(printer ? fieldsOf(printer) : blank);
	const places = useQueryCall("paperPrinters.places", {}, { freshMs: 5_000 });
	const save = useCommand("paperPrinters.save");
	const remove = useCommand("paperPrinters.remove");
	const set = (change: Partial<PaperPrinterFields>) => setFields((now) => ({ ...now, ...change }));
	const { transport } = fields;
	const failure = save.error ?? remove.error;
	return (
		<Modal opened onClose={onClose} title={t(printer ? "paper-edit" : "paper-new")} size="lg">
			<form
				onSubmit={(event) => {
					event.preventDefault();
					save.mutate({ ...(printer ? { id: printer.id } : {}), printer: fields }, { onSuccess: onClose });
				}}
			>
				<div className={classes.form}>
					<TextInput
						className={classes.wide ?? ""}
						label={t("name")}
						placeholder={t("paper-name-hint")}
						required
						maxLength={60}
						value={fields.name}
						onChange={(event) => set({ name: event.currentTarget.value })}
						data-autofocus
					/>
					<Input.Wrapper label={t("way")} className={classes.wide ?? ""}>
						<SegmentedControl
							fullWidth
							aria-label={t("way")}
							data={(["queue", "ipp"] as const).map((value) => ({ value, label: t(`way_${value}`) }))}
							value={transport.kind}
							onChange={(kind) => set({ transport: blankTransport[kind] })}
						/>
					</Input.Wrapper>
					{transport.kind === "ipp" ? (
						<TextInput
							className={classes.wide ?? ""}
							label={t("url")}
							description={t("url-hint")}
							required
							value={transport.url}
							onChange={(event) => set({ transport: { kind: "ipp", url: event.currentTarget.value.trim() } })}
						/>
					) : (
						<Autocomplete
							className={classes.wide ?? ""}
							label={t("queue")}
							description={t("queue-hint")}
							required
							data={places.data?.queues ?? []}
							value={transport.name}
							onChange={(name) => set({ transport: { kind: "queue", name } })}
						/>
					)}
					<Checkbox.Group
						className={classes.wide ?? ""}
						label={t("papers")}
						description={t("papers-hint")}
						value={fields.papers}
						onChange={(chosen) => set({ papers: paperKinds.filter((kind) => chosen.includes(kind)) })}
					>
						<Group mt="xs">
							{paperKinds.map((kind) => (
								<Checkbox key={kind} value={kind} label={t(`paper_${kind}`)} />
							))}
						</Group>
					</Checkbox.Group>
					<TextInput
						label={t("tray")}
						placeholder={t("tray-hint")}
						maxLength={60}
						value={fields.tray ?? ""}
						onChange={(event) => set({ tray: event.currentTarget.value || null })}
					/>
					<NumberInput
						label={t("copies")}
						min={1}
						max={5}
						value={fields.copies}
						onChange={(value) => set({ copies: Number(value) || 1 })}
					/>
				</div>
				{failure && <Failed error={failure} inline />}
				<FormActs
					saving={save.isPending}
					onClose={onClose}
					onRemove={printer && (() => remove.mutate({ id: printer.id }, { onSuccess: onClose }))}
				/>
			</form>
		</Modal>
	);
}
