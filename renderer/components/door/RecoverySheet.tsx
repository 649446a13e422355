import { Alert, Button, Group, TextInput } from "@mantine/core";
import { IconCircleCheck, IconLock } from "@tabler/icons-react";
import { useState } from "react";
import { isRecoveryQr } from "../../../domain/code/recovery.ts";
import { mediaUrl } from "../../app/client.ts";
import { useTexts } from "../../i18n/language.ts";
import { doorTexts } from "../../i18n/texts/door.ts";
import { useScan } from "../../scan/bus.ts";
import { PaperActions } from "../paper/PaperActions.tsx";
import { PdfPreview } from "../paper/PdfPreview.tsx";
import classes from "./door.module.css";

export type DrawnSheet = { groups: string[]; paper: string; ask: number };

export type RecoverySheetProps = {
	sheet: DrawnSheet;
	/** Resolves to true when the text reads the sheet back. */
	check: (text: string) => Promise<boolean>;
	/** It was read back; `text` is what proved it. */
	onConfirmed: (text: string) => void;
	confirmed: boolean;
};

/** Shows the sheet to print or save, then hides it and asks for one group from the paper. */
export function RecoverySheet({ sheet, check, onConfirmed, confirmed }: RecoverySheetProps) {
	const t = useTexts(doorTexts);
	const [asking, setAsking] = useState(false);
	const [onPaper, setOnPaper] = useState(false);
	if (confirmed) {
		return (
			<p className={classes.pinDone}>
				<IconCircleCheck size={22} stroke={1.9} aria-hidden />
				<strong>{t("sheet-right")}</strong>
			</p>
		);
	}
	if (asking) {
		return <ReadBack sheet={sheet} check={check} onConfirmed={onConfirmed} onBack={() => setAsking(false)} />;
	}
	return (
		<div className={classes.sheet}>
			<div className={classes.sheetSide}>
				<Alert color="yellow" icon={<IconLock size={18} />} p="sm">
					{t("sheet-keep")}
				</Alert>
				<PaperActions handle={sheet.paper} fileName={`${t("sheet-title")}.pdf`} onDone={() => setOnPaper(true)} />
				<Button variant={onPaper ? "filled" : "light"} onClick={() => setAsking(true)}>
					{t("sheet-got")}
				</Button>
			</div>
			<div className={classes.sheetPaper}>
				<PdfPreview url={mediaUrl(sheet.paper)} label={t("sheet-title")} width={400} />
			</div>
		</div>
	);
}

type ReadBackProps = Pick<RecoverySheetProps, "sheet" | "check" | "onConfirmed"> & { onBack: () => void };

function ReadBack({ sheet, check, onConfirmed, onBack }: ReadBackProps) {
	const t = useTexts(doorTexts);
	const [text, setText] = useState("");
	const [wrong, setWrong] = useState(false);
	const whole = text.trim().length >= 5;
	const submit = async (said: string): Promise<boolean> => {
		const holds = await check(said).catch(() => false);
		if (holds) onConfirmed(said);
		else setWrong(true);
		return holds;
	};
	useScan(
		async (scan) => {
			if (!isRecoveryQr(scan.text)) return false;
			return (await submit(scan.text))
				? { label: t("sheet-right") }
				: { label: t("sheet-wrong", { group: sheet.ask }), tone: "attention" };
		},
		{ layer: "part" },
	);
	return (
		<div className={classes.readBack}>
			<strong>{t("sheet-ask", { group: sheet.ask })}</strong>
			<span className={classes.hint}>{t("sheet-ask-hint")}</span>
			<TextInput
				aria-label={t("sheet-group", { group: sheet.ask })}
				placeholder="·····"
				size="lg"
				maxLength={12}
				autoFocus
				spellCheck={false}
				autoComplete="off"
				className={classes.group ?? ""}
				value={text}
				error={wrong ? t("sheet-wrong", { group: sheet.ask }) : undefined}
				onChange={(event) => {
					setWrong(false);
					setText(event.currentTarget.value.toUpperCase());
				}}
				onKeyDown={(event) => {
					// It may stand inside a form that is not to be sent yet.
					if (event.key !== "Enter") return;
					event.preventDefault();
					if (whole) void submit(text);
				}}
			/>
			<Group gap="xs">
				<Button disabled={!whole} onClick={() => void submit(text)}>
					{t("folder-check")}
				</Button>
				<Button variant="subtle" onClick={onBack}>
					{t("sheet-back")}
				</Button>
			</Group>
		</div>
	);
}
