import { Button } from "@mantine/core";
import { IconPrinter } from "@tabler/icons-react";
import { Failed } from "../../../app/states/Failed.tsx";
import { ConfirmButton } from "../../../components/act/ConfirmButton.tsx";
import { useTexts } from "../../../i18n/language.ts";
import { rollTexts } from "../../../i18n/texts/slip-roll.ts";
import { useIntake } from "../draft/context.ts";
import type { Held } from "../draft/store.ts";
import { CustomerPart } from "./CustomerPart.tsx";
import { LinesPart } from "./LinesPart.tsx";
import { PromisePart } from "./PromisePart.tsx";
import classes from "./roll.module.css";
import { SignPart } from "./SignPart.tsx";

type Props = {
	held: Held;
	busy: boolean;
	error: unknown;
	onFinish: () => void;
	onDiscard: () => void;
};

/** The slip as it grows, like a till roll: who, what, when, what for; and the one button that finishes it. */
export function Roll({ held, busy, error, onFinish, onDiscard }: Props) {
	const t = useTexts(rollTexts);
	const { missing, save } = useIntake();
	return (
		<aside className={classes.roll} aria-label={t("slip")}>
			<div className={classes.paper}>
				<CustomerPart />
				<LinesPart />
				<PromisePart />
				<SignPart />
			</div>
			<footer className={classes.foot}>
				{error !== undefined && <Failed inline error={error} />}
				{held.state === "failed" && <Failed inline error={held.error} onRetry={() => void save()} />}
				<Button
					size="lg"
					fullWidth
					loading={busy}
					leftSection={<IconPrinter size={22} stroke={1.8} />}
					rightSection={<kbd className={classes.key}>F4</kbd>}
					variant={missing.length === 0 ? "filled" : "default"}
					onClick={onFinish}
				>
					{missing.length === 0 ? t("finish") : t("finish-missing", { count: missing.length })}
				</Button>
				<div className={classes.footRow}>
					<small role="status">{t(held.state)}</small>
					<ConfirmButton
						size="compact-sm"
						variant="subtle"
						color="gray"
						fw={400}
						question={t("discard-question")}
						onConfirm={onDiscard}
					>
						{t("discard")}
					</ConfirmButton>
				</div>
			</footer>
		</aside>
	);
}
