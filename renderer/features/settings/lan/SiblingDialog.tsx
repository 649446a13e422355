import { Button, Group, Modal, NativeSelect, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { unpairReasons } from "../../../../preload/contract/lan.ts";
import { Failed } from "../../../app/states/Failed.tsx";
import { useCommand } from "../../../app/use-calls.ts";
import { useTexts } from "../../../i18n/language.ts";
import { lanTexts } from "../../../i18n/texts/lan.ts";
import type { Sibling } from "./LanPage.tsx";

type DialogProps = { sibling: Sibling; act: "address" | "remove"; onClose: () => void };

/** One PC's address, or its removal with a reason. */
export function SiblingDialog({ sibling, act, onClose }: DialogProps) {
	const t = useTexts(lanTexts);
	const { name } = sibling;
	return (
		<Modal
			opened
			onClose={onClose}
			title={t(act === "remove" ? "remove-title" : "sibling-address", { name })}
			size="lg"
		>
			{act === "remove" ? (
				<Remove sibling={sibling} onClose={onClose} />
			) : (
				<Address sibling={sibling} onClose={onClose} />
			)}
		</Modal>
	);
}

type FormProps = Omit<DialogProps, "act">;

function Address({ sibling, onClose }: FormProps) {
	const t = useTexts(lanTexts);
	const set = useCommand("lan.setAddress");
	const [address, setAddress] = useState(sibling.address ?? "");
	return (
		<form
			onSubmit={(event) => {
				event.preventDefault();
				set.mutate({ dev: sibling.dev, address }, { onSuccess: onClose });
			}}
		>
			<Stack>
				<TextInput
					data-autofocus
					label={t("address")}
					description={t("sibling-address-hint")}
					value={address}
					maxLength={120}
					spellCheck={false}
					onChange={(event) => setAddress(event.currentTarget.value)}
				/>
				{set.error && <Failed inline error={set.error} />}
				<Group justify="flex-end">
					<Button variant="default" onClick={onClose}>
						{t("cancel")}
					</Button>
					<Button type="submit" loading={set.isPending} disabled={address.trim() === ""}>
						{t("save")}
					</Button>
				</Group>
			</Stack>
		</form>
	);
}

function Remove({ sibling, onClose }: FormProps) {
	const t = useTexts(lanTexts);
	const remove = useCommand("lan.unpair");
	const [reason, setReason] = useState<(typeof unpairReasons)[number]>("replaced");
	const [note, setNote] = useState("");
	return (
		<form
			onSubmit={(event) => {
				event.preventDefault();
				remove.mutate({ dev: sibling.dev, reason, note }, { onSuccess: onClose });
			}}
		>
			<Stack>
				<p>{t("remove-why")}</p>
				<NativeSelect
					data-autofocus
					label={t("reason")}
					value={reason}
					data={unpairReasons.map((value) => ({ value, label: t(`reason-${value}`) }))}
					onChange={(event) => setReason(event.currentTarget.value as typeof reason)}
				/>
				<TextInput
					label={t("note")}
					value={note}
					maxLength={200}
					onChange={(event) => setNote(event.currentTarget.value)}
				/>
				{remove.error && <Failed inline error={remove.error} />}
				<Group justify="flex-end">
					<Button variant="default" onClick={onClose}>
						{t("cancel")}
					</Button>
					<Button type="submit" color="red" loading={remove.isPending}>
						{t("remove")}
					</Button>
				</Group>
			</Stack>
		</form>
	);
}
