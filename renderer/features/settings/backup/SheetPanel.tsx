import { Alert, Button, Group, Modal } from "@mantine/core";
import { IconFileText } from "@tabler/icons-react";
import { useState } from "react";
import { call } from "../../../app/client.ts";
import { isFailure } from "../../../app/failure.ts";
import { Failed } from "../../../app/states/Failed.tsx";
import { refresh, useCommand } from "../../../app/use-calls.ts";
import { type DrawnSheet, RecoverySheet } from "../../../components/door/RecoverySheet.tsx";
import { Meaning } from "../../../components/text/Meaning.tsx";
import { useFormat } from "../../../i18n/format.ts";
import { useTexts } from "../../../i18n/language.ts";
import { settingsTexts } from "../../../i18n/texts/settings.ts";
import classes from "../settings.module.css";

/** The recovery sheet in force, and drawing another one. */
export function SheetPanel({ hasSheet, madeAt }: { hasSheet: boolean; madeAt: string | null }) {
	const t = useTexts(settingsTexts);
	const format = useFormat();
	const [sheet, setSheet] = useState<DrawnSheet>();
	const draw = useCommand("backup.drawSheet");
	/** Reading it back puts it in force. */
	const confirm = async (text: string): Promise<boolean> => {
		try {
			await call("backup.confirmSheet", { text });
			void refresh("backup.state");
			return true;
		} catch (thrown) {
			if (isFailure(thrown, "invalid-input")) return false;
			throw thrown;
		}
	};
	return (
		<section className={classes.part}>
			<h3>{t("sheet-title")}</h3>
			<p className={classes.hint}>{t("sheet-why")}</p>
			<Group gap="sm">
				<Meaning meaning={hasSheet ? "done" : "overdue"}>
					{madeAt ? t("sheet-have", { date: format.dateTime(madeAt) }) : t("sheet-none")}
				</Meaning>
				<Button
					variant={hasSheet ? "default" : "filled"}
					size="xs"
					leftSection={<IconFileText size={16} stroke={1.7} />}
					loading={draw.isPending}
					onClick={() => draw.mutate({}, { onSuccess: setSheet })}
				>
					{t(hasSheet ? "sheet-new" : "sheet-first")}
				</Button>
			</Group>
			{draw.error && <Failed inline error={draw.error} />}
			<Modal opened={sheet !== undefined} onClose={() => setSheet(undefined)} title={t("sheet-title")} size="58rem">
				{sheet && (
					<div className={classes.sheet}>
						{hasSheet && (
							<Alert color="yellow" p="xs">
								{t("sheet-old-note")}
							</Alert>
						)}
						<RecoverySheet sheet={sheet} check={confirm} confirmed={false} onConfirmed={() => setSheet(undefined)} />
					</div>
				)}
			</Modal>
		</section>
	);
}
