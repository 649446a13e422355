import { Button, Group, Modal } from "@mantine/core";
import { IconCheck, IconFileText, IconSignature } from "@tabler/icons-react";
import { useState } from "react";
import { putMedia } from "../../../app/client.ts";
import { Failed } from "../../../app/states/Failed.tsx";
import { SignaturePad } from "../../../components/input/SignaturePad.tsx";
import { useTexts } from "../../../i18n/language.ts";
import { rollTexts } from "../../../i18n/texts/slip-roll.ts";
import { useIntake } from "../draft/context.ts";
import classes from "./roll.module.css";

/** The customer signs here, or on the printed slip. */
export function SignPart() {
	const t = useTexts(rollTexts);
	const { draft, change } = useIntake();
	const [opened, setOpened] = useState(false);
	const { signature } = draft;
	return (
		<section className={classes.part}>
			<div className={classes.sign}>
				<span>{t("signature")}</span>
				<Button
					size="compact-md"
					variant={signature?.how === "screen" ? "light" : "default"}
					leftSection={signature?.how === "screen" ? <IconCheck size={16} /> : <IconSignature size={16} />}
					onClick={() => setOpened(true)}
				>
					{signature?.how === "screen" ? t("signed-screen") : t("sign-screen")}
				</Button>
				<Button
					size="compact-md"
					variant={signature?.how === "paper" ? "light" : "default"}
					leftSection={signature?.how === "paper" ? <IconCheck size={16} /> : <IconFileText size={16} />}
					onClick={() =>
						change((now) => ({ ...now, signature: now.signature?.how === "paper" ? null : { how: "paper" } }))
					}
				>
					{signature?.how === "paper" ? t("signed-paper") : t("sign-paper")}
				</Button>
			</div>
			{opened && <Signing onClose={() => setOpened(false)} />}
		</section>
	);
}

function Signing({ onClose }: { onClose: () => void }) {
	const t = useTexts(rollTexts);
	const { change, ticket } = useIntake();
	const [png, setPng] = useState<Blob>();
	const [busy, setBusy] = useState(false);
	const [error, setError] = useState<unknown>();
	const done = async () => {
		if (!png) return;
		setBusy(true);
		setError(undefined);
		try {
			const handle = await putMedia(await ticket("signature"), png);
			change((now) => ({ ...now, signature: { how: "screen", handle } }));
			onClose();
		} catch (thrown) {
			setError(thrown);
		} finally {
			setBusy(false);
		}
	};
	return (
		<Modal opened onClose={onClose} title={t("sign-title")} size="xl">
			<SignaturePad caption={t("sign-what")} height={16} onChange={setPng} />
			{error !== undefined && <Failed inline error={error} onRetry={() => void done()} />}
			<Group mt="md" justify="flex-end">
				<Button size="md" disabled={!png} loading={busy} onClick={() => void done()}>
					{t("sign-done")}
				</Button>
			</Group>
		</Modal>
	);
}
