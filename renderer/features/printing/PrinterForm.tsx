import { Button, Collapse, Modal, Switch, TextInput, UnstyledButton } from "@mantine/core";
import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import { useState } from "react";
import { Failed } from "../../app/states/Failed.tsx";
import { useCommand, useQueryCall } from "../../app/use-calls.ts";
import { useTexts } from "../../i18n/language.ts";
import { printerFormTexts } from "../../i18n/texts/printer-form.ts";
import { printingTexts } from "../../i18n/texts/printing.ts";
import { Connection } from "./form/Connection.tsx";
import { blankFields, fieldsOf, type PrinterFields, type PrinterRow } from "./form/fields.ts";
import { Media } from "./form/Media.tsx";
import { More } from "./form/More.tsx";
import classes from "./printing.module.css";

/** One label printer: where it is, what it understands, what is loaded. */
export function PrinterForm({ row, onClose }: { row: PrinterRow | undefined; onClose: () => void }) {
	const t = useTexts(printerFormTexts);
	const page = useTexts(printingTexts);
	const [fields, setFields] = useState<PrinterFields>(row ? fieldsOf(row) : blankFields);
	const [isDefault, setDefault] = useState(row?.isDefault ?? true);
	const [more, setMore] = useState(false);
	const places = useQueryCall("printers.places", {}, { freshMs: 5_000 });
	const save = useCommand("printers.save");
	const set = (change: Partial<PrinterFields>) => setFields((now) => ({ ...now, ...change }));
	const submit = () =>
		save.mutate({ ...(row ? { id: row.id } : {}), printer: fields, isDefault }, { onSuccess: onClose });
	const Chevron = more ? IconChevronDown : IconChevronRight;
	return (
		<Modal opened onClose={onClose} title={page(row ? "edit" : "add")} size="lg">
			<form
				onSubmit={(event) => {
					event.preventDefault();
					submit();
				}}
			>
				<div className={classes.form}>
					<TextInput
						className={classes.wide ?? ""}
						label={t("name")}
						placeholder={t("name-hint")}
						required
						maxLength={60}
						value={fields.name}
						onChange={(e) => set({ name: e.currentTarget.value })}
						data-autofocus
					/>
					{!row?.virtual && <Connection fields={fields} set={set} places={places.data} />}
					<Media fields={fields} set={set} />
				</div>
				<UnstyledButton className={classes.more ?? ""} aria-expanded={more} onClick={() => setMore(!more)}>
					<Chevron size={18} aria-hidden /> {t("more")}
				</UnstyledButton>
				<Collapse expanded={more}>
					<div className={classes.form}>
						<More fields={fields} set={set} />
					</div>
				</Collapse>
				<Switch
					className={classes.default ?? ""}
					label={page("make-default")}
					checked={isDefault}
					onChange={(e) => setDefault(e.currentTarget.checked)}
				/>
				{save.error && <Failed error={save.error} inline />}
				<div className={classes.actions}>
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
