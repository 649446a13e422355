/** Connecting a scanner: three codes of a sheet are scanned, then it is said what was found and whether it can be used. */
import { Button, Group, Modal } from "@mantine/core";
import { IconArrowBackUp, IconRefresh } from "@tabler/icons-react";
import { pairingCodeIds } from "../../../../domain/code/pairing-codes.ts";
import { useTexts } from "../../../i18n/language.ts";
import { pairingTexts } from "../../../i18n/texts/pairing.ts";
import { CodeRow } from "./CodeRow.tsx";
import { Facts } from "./Facts.tsx";
import classes from "./pairing.module.css";
import { Sheet } from "./Sheet.tsx";
import { usePairing } from "./use-pairing.ts";
import { VerdictBox } from "./VerdictBox.tsx";

export type PairingDialogProps = { opened: boolean; onClose: () => void };

export function PairingDialog({ opened, onClose }: PairingDialogProps) {
	const t = useTexts(pairingTexts);
	return (
		<Modal opened={opened} onClose={onClose} title={t("title")} size="xl">
			{opened && <Pairing onClose={onClose} />}
		</Modal>
	);
}

function Pairing({ onClose }: { onClose: () => void }) {
	const t = useTexts(pairingTexts);
	const pairing = usePairing();
	const { finding, verdict, outOfReach, strange, count } = pairing;
	return (
		<div className={classes.pairing}>
			{/* Nothing to type into has the focus, so that no input method comes between. */}
			<div className={classes.listening} tabIndex={-1} data-autofocus role="status">
				<strong>{strange ? t("strange") : t("listening")}</strong>
				<span>{t("listening-hint")}</span>
			</div>
			<ol className={classes.codes}>
				{pairingCodeIds.map((id, at) => (
					<CodeRow
						key={id}
						no={at + 1}
						id={id}
						match={finding.seen[id]}
						skipped={outOfReach.has(id)}
						onReach={(within) => pairing.reach(id, within)}
					/>
				))}
			</ol>
			<Group gap="xs">
				<Button
					variant="default"
					leftSection={<IconArrowBackUp size={18} stroke={1.7} />}
					disabled={count === 0}
					onClick={pairing.undo}
				>
					{t("undo")}
				</Button>
				<Button
					variant="default"
					leftSection={<IconRefresh size={18} stroke={1.7} />}
					disabled={count === 0 && outOfReach.size === 0}
					onClick={pairing.again}
				>
					{t("again")}
				</Button>
			</Group>
			{verdict && <VerdictBox finding={finding} verdict={verdict} onClose={onClose} />}
			{count > 0 && <Facts finding={finding} />}
			{!verdict && <Sheet />}
		</div>
	);
}
