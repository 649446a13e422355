import { Button, Group, Modal, Select, Stack } from "@mantine/core";
import { useState } from "react";
import { Failed } from "../../app/states/Failed.tsx";
import { CodeInput, isWholeCode } from "../../components/door/CodeInput.tsx";
import { PinTwice } from "../../components/door/PinTwice.tsx";
import { useTexts } from "../../i18n/language.ts";
import { signInTexts } from "../../i18n/texts/sign-in.ts";

type RecoverInput = { code: string; person: string; pin: string };

type RecoverProps = {
	opened: boolean;
	onClose: () => void;
	managers: readonly { id: string; name: string }[];
	onRecover: (input: RecoverInput) => Promise<unknown>;
};

/** The way back for a manager who forgot the PIN: the recovery sheet's code. */
export function Recover({ opened, onClose, managers, onRecover }: RecoverProps) {
	const t = useTexts(signInTexts);
	return (
		<Modal opened={opened} onClose={onClose} title={t("recover-title")} size="lg">
			{opened && <Recovering managers={managers} onRecover={onRecover} onClose={onClose} />}
		</Modal>
	);
}

function Recovering({ managers, onRecover, onClose }: Omit<RecoverProps, "opened">) {
	const t = useTexts(signInTexts);
	const [code, setCode] = useState("");
	const [person, setPerson] = useState<string | null>(managers[0]?.id ?? null);
	const [pin, setPin] = useState<string>();
	const [error, setError] = useState<unknown>();
	const [busy, setBusy] = useState(false);
	const go = async () => {
		if (!person || !pin) return;
		setBusy(true);
		setError(undefined);
		try {
			await onRecover({ code, person, pin });
			onClose();
		} catch (thrown) {
			setError(thrown);
		} finally {
			setBusy(false);
		}
	};
	return (
		<Stack gap="md">
			<p style={{ margin: 0 }}>{t("recover-why")}</p>
			<CodeInput value={code} onChange={setCode} modal />
			<Select
				label={t("recover-who")}
				data={managers.map(({ id, name }) => ({ value: id, label: name }))}
				value={person}
				onChange={setPerson}
			/>
			{isWholeCode(code) && (
				<Group justify="center">
					<PinTwice value={pin} onChange={setPin} />
				</Group>
			)}
			{error !== undefined && <Failed inline error={error} />}
			<Group justify="flex-end" gap="xs">
				<Button variant="default" onClick={onClose}>
					{t("cancel")}
				</Button>
				<Button loading={busy} disabled={!pin || !person || !isWholeCode(code)} onClick={() => void go()}>
					{t("recover-go")}
				</Button>
			</Group>
		</Stack>
	);
}
