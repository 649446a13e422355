import { Button, TextInput } from "@mantine/core";
import { IconArrowLeft } from "@tabler/icons-react";
import { useState } from "react";
import { Failed } from "../../app/states/Failed.tsx";
import { useCommand } from "../../app/use-calls.ts";
import { useTexts } from "../../i18n/language.ts";
import { joinTexts } from "../../i18n/texts/join.ts";
import { lanTexts } from "../../i18n/texts/lan.ts";
import classes from "./setup.module.css";

/** Address and code as the workshop's other PC shows them; the record comes over, then this PC opens as one of them. */
export function Join({ onLeave, onArchive }: { onLeave: () => void; onArchive: () => void }) {
	const t = useTexts(lanTexts);
	const tj = useTexts(joinTexts);
	const join = useCommand("setup.join");
	const [address, setAddress] = useState("");
	const [code, setCode] = useState("");
	const [label, setLabel] = useState("");
	const busy = join.isPending || join.isSuccess;
	return (
		<div className={classes.restore}>
			<h1>{t("join-title")}</h1>
			<p className={classes.why}>{t("join-why")}</p>
			<p className={classes.why}>{t("join-steps")}</p>
			<form
				className={classes.joinForm}
				onSubmit={(event) => {
					event.preventDefault();
					join.mutate({ address, code, label: label.trim() });
				}}
			>
				<TextInput
					size="md"
					autoFocus
					spellCheck={false}
					label={t("type-address")}
					placeholder="192.168.1.20"
					value={address}
					maxLength={120}
					onChange={(event) => setAddress(event.currentTarget.value)}
				/>
				<TextInput
					size="md"
					spellCheck={false}
					label={t("type-code")}
					placeholder="XXXX-XXXX-XXXX"
					value={code}
					maxLength={20}
					onChange={(event) => setCode(event.currentTarget.value.toUpperCase())}
				/>
				<TextInput
					size="md"
					label={t("join-label")}
					placeholder={t("join-label-hint")}
					value={label}
					maxLength={60}
					onChange={(event) => setLabel(event.currentTarget.value)}
				/>
				{join.error && <Failed inline error={join.error} />}
				<Button
					type="submit"
					size="md"
					className={classes.go ?? ""}
					loading={busy}
					disabled={address.trim() === "" || code.replace(/[^0-9A-Z]/g, "").length !== 12}
				>
					{t("join-go")}
				</Button>
				{busy && <p role="status">{t("join-running")}</p>}
			</form>
			<Button variant="subtle" className={classes.otherWay ?? ""} disabled={busy} onClick={onArchive}>
				{tj("by-archive")}
			</Button>
			<footer className={classes.foot}>
				<Button variant="default" size="md" leftSection={<IconArrowLeft size={18} />} disabled={busy} onClick={onLeave}>
					{t("back")}
				</Button>
			</footer>
		</div>
	);
}
