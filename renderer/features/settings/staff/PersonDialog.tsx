import { Button, Checkbox, Group, Modal, Stack, TextInput } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { roles as allRoles, type Role } from "../../../../preload/contract/define.ts";
import { Failed } from "../../../app/states/Failed.tsx";
import { useCommand } from "../../../app/use-calls.ts";
import { usePerson } from "../../../app/workstation.ts";
import { PinTwice } from "../../../components/door/PinTwice.tsx";
import { useTexts } from "../../../i18n/language.ts";
import { doorTexts } from "../../../i18n/texts/door.ts";
import { settingsTexts } from "../../../i18n/texts/settings.ts";
import classes from "../settings.module.css";
import { PersonActs } from "./PersonActs.tsx";
import type { Staff } from "./StaffPage.tsx";

export type PersonDialogProps = {
	opened: boolean;
	/** Undefined: somebody new. */
	person: Staff | undefined;
	nextNumber: string;
	onClose: () => void;
	onBadge: (person: string) => Promise<unknown>;
};

/** One person: name, roles, number; for somebody new the first PIN, for others what else can be done. */
export function PersonDialog({ opened, person, nextNumber, onClose, onBadge }: PersonDialogProps) {
	const t = useTexts(settingsTexts);
	return (
		<Modal opened={opened} onClose={onClose} title={person?.name ?? t("staff-add")} size="lg">
			{opened && (
				<Fields person={person} nextNumber={nextNumber} onClose={onClose}>
					{person && <PersonActs person={person} onClose={onClose} onBadge={onBadge} />}
				</Fields>
			)}
		</Modal>
	);
}

type FieldsProps = Pick<PersonDialogProps, "person" | "nextNumber" | "onClose"> & { children: ReactNode };

function Fields({ person, nextNumber, onClose, children }: FieldsProps) {
	const t = useTexts(settingsTexts);
	const roleText = useTexts(doorTexts);
	const me = usePerson();
	const [name, setName] = useState(person?.name ?? "");
	const [number, setNumber] = useState(person?.number ?? nextNumber);
	const [roles, setRoles] = useState<Role[]>(person?.roles ?? ["clerk"]);
	const [pin, setPin] = useState<string>();
	const add = useCommand("staff.add");
	const edit = useCommand("staff.edit");
	const whole = name.trim() !== "" && /^\d{2,4}$/.test(number) && roles.length > 0;
	const changed = !person || name !== person.name || number !== person.number || roles.join() !== person.roles.join();
	const ready = whole && changed && (person !== undefined || pin !== undefined);
	const error = add.error ?? edit.error;
	const save = () => {
		if (person)
			edit.mutate({ person: person.id, version: person.version, name, number, roles }, { onSuccess: onClose });
		else if (pin) add.mutate({ name, number, roles, pin }, { onSuccess: onClose });
	};
	return (
		<Stack gap="md">
			<div className={classes.person}>
				<TextInput
					data-autofocus
					label={t("staff-name")}
					maxLength={40}
					value={name}
					onChange={(event) => setName(event.currentTarget.value)}
				/>
				<TextInput
					label={t("staff-number")}
					inputMode="numeric"
					maxLength={4}
					value={number}
					onChange={(event) => setNumber(event.currentTarget.value.replace(/\D/g, ""))}
					// On to the PIN, which is typed without a field.
					onKeyDown={(event) => event.key === "Enter" && event.currentTarget.blur()}
				/>
			</div>
			<Checkbox.Group
				label={t("staff-roles")}
				description={t("staff-roles-hint")}
				value={roles}
				onChange={(value) => setRoles(allRoles.filter((role) => value.includes(role)))}
			>
				<Group mt="xs">
					{allRoles.map((role) => (
						<Checkbox key={role} value={role} label={roleText(`role-${role}`)} />
					))}
				</Group>
			</Checkbox.Group>
			{!person && (
				<div>
					<p className={classes.label}>{t("staff-first-pin")}</p>
					<PinTwice value={pin} onChange={setPin} />
				</div>
			)}
			{error && <Failed inline error={error} />}
			<Group justify="flex-end" gap="xs">
				<Button variant="default" onClick={onClose}>
					{t("cancel")}
				</Button>
				<Button disabled={!ready} loading={add.isPending || edit.isPending} onClick={save}>
					{t("save")}
				</Button>
			</Group>
			{person?.id !== me?.id && children}
		</Stack>
	);
}
